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
    nl: (given) =>
      `Schrijf in een paar woorden waarom, met minstens ${given.least} en hoogstens ${given.most} letters.`,
    en: (given) => `Write in a few words why, with at least ${given.least} and at most ${given.most} letters.`,
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
    nl: (given) => `Maak korter: ${field(given, 'nl')}. Er passen ${given.most} letters in.`,
    en: (given) => `Make shorter: ${field(given, 'en')}. There is room for ${given.most} letters.`,
  },
  'offer-days': {
    nl: () => 'Kies vanaf welke dag het geldt. De laatste dag mag leeg blijven, maar ligt niet voor de eerste.',
    en: () => 'Choose from which day it holds. The last day may stay empty, but is not before the first.',
  },
  'offer-programmes': {
    nl: () => 'Kies voor welke hulp dit een goed vervolg is.',
    en: () => 'Choose for which support this is a good follow-up.',
  },
  'worker-gone': {
    nl: () => 'Wie hieraan werkte, werkt hier niet meer. Kies wie verder gaat.',
    en: () => 'Whoever worked on this does not work here any more. Choose who goes on.',
  },
})
