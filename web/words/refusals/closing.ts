import { defineRefusals } from '../refusal.ts'

const FIELDS: Readonly<Record<string, { nl: string; en: string }>> = {
  name: { nl: 'de naam', en: 'the name' },
  what: { nl: 'wat het is', en: 'what it is' },
  reach: { nl: 'hoe je het bereikt', en: 'how to reach it' },
  source: { nl: 'waar het vandaan komt', en: 'where it comes from' },
}

const field = (given: Readonly<Record<string, string | number>>, lang: 'nl' | 'en'): string =>
  FIELDS[String(given.field)]?.[lang] ?? (lang === 'nl' ? 'dit' : 'this')

export const closingRefusals = defineRefusals({
  'child-voice-missing': {
    nl: (given) =>
      `${given.children === 1 ? 'Van 1 kind staat' : `Van ${given.children} kinderen staat`} er nog niet wat het zelf wil. Vraag het, of schrijf op waarom dat niet kon.`,
    en: (given) =>
      `What ${given.children === 1 ? '1 child wants' : `${given.children} children want`} is not written down yet. Ask, or write why that was not possible.`,
  },
  'child-voice-reason': {
    nl: (given) => `Schrijf in een paar woorden waarom, met minstens ${given.least} en hoogstens ${given.most} tekens.`,
    en: (given) => `Write in a few words why, with at least ${given.least} and at most ${given.most} characters.`,
  },
  'offer-not-here': {
    nl: () => 'Iets op de lijst geldt hier niet, of niet meer. Er is niets meegegeven. Kijk de lijst nog eens na.',
    en: () => 'Something on the list does not hold here, or no longer. Nothing was handed over. Check the list again.',
  },
  'offer-empty': {
    nl: (given) => `Vul nog in: ${field(given, 'nl')}.`,
    en: (given) => `Still fill in: ${field(given, 'en')}.`,
  },
  'offer-long': {
    nl: (given) => `Maak korter: ${field(given, 'nl')}. Er passen ${given.most} tekens in.`,
    en: (given) => `Make shorter: ${field(given, 'en')}. There is room for ${given.most} characters.`,
  },
  'offer-days': {
    nl: () => 'Kies vanaf welke dag het geldt. De laatste dag mag leeg blijven, maar ligt niet voor de eerste.',
    en: () => 'Choose from which day it holds. The last day may stay empty, but is not before the first.',
  },
  'offer-programmes': {
    nl: () => 'Kies voor welke hulp dit een goed vervolg is.',
    en: () => 'Choose for which support this is a good follow-up.',
  },
  'away-days': {
    nl: () => 'Kies de eerste en de laatste dag, van vandaag of later, in die volgorde.',
    en: () => 'Choose the first and the last day, today or later, in that order.',
  },
  'away-long': {
    nl: (given) => `Vervangen kan hoogstens ${given.most} dagen. Is het langer? Draag het werk dan over.`,
    en: (given) => `Standing in lasts ${given.most} days at most. Is it longer? Then hand the work over.`,
  },
  'away-twice': {
    nl: () => 'Voor deze dagen is er al een vervanger. Stop die eerst, of kies andere dagen.',
    en: () => 'Somebody stands in on these days already. End that first, or choose other days.',
  },
  'stand-in-self': {
    nl: () => 'Iemand kan zichzelf niet vervangen. Kies een collega.',
    en: () => 'Nobody stands in for themselves. Choose a colleague.',
  },
  'stand-in-cannot': {
    nl: () => 'Deze collega kan hier nu niet vervangen. Kies iemand anders, of vraag je coördinator.',
    en: () => 'This colleague cannot stand in here now. Choose somebody else, or ask your coordinator.',
  },
  'stand-in-staffs': {
    nl: () => 'Je vervangt hier een collega. Dit beslist je collega zelf, of de coördinator.',
    en: () => 'You stand in for a colleague here. This is for that colleague to decide, or for the coordinator.',
  },
  'filter-name': {
    nl: (given) => `Geef het filter een naam, van hoogstens ${given.most} tekens.`,
    en: (given) => `Give the filter a name, of ${given.most} characters at most.`,
  },
  'filter-name-taken': {
    nl: () => 'Je hebt al een filter met deze naam. Kies een andere naam.',
    en: () => 'You have a filter with this name already. Choose another name.',
  },
  'filter-empty': {
    nl: () => 'Kies eerst een kern of een fase. Dan valt er iets te bewaren.',
    en: () => 'Choose a village or a phase first. Then there is something to save.',
  },
  'filter-too-many': {
    nl: (given) => `Je hebt al ${given.most} filters. Verwijder er eerst een.`,
    en: (given) => `You have ${given.most} filters already. Remove one first.`,
  },
  'worker-gone': {
    nl: () => 'Wie hieraan werkte, werkt hier niet meer. Kies wie verder gaat.',
    en: () => 'Whoever worked on this does not work here any more. Choose who goes on.',
  },
})
