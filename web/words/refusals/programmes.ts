import { defineRefusals } from '../refusal.ts'

/** Steps, milestones, fit and publishing; the faults in a definition itself stand in `definition-faults.ts`. */
export const programmeRefusals = defineRefusals({
  'programme-unknown': {
    nl: (given) =>
      `Het programma ${given.code} kennen we niet. Kijk of de code klopt, of voeg het programma eerst toe.`,
    en: (given) => `We do not know the programme ${given.code}. Check the code, or add the programme first.`,
  },
  'programme-version-exists': {
    nl: (given) =>
      `Versie ${given.version} van ${given.code} is al gepubliceerd en verandert niet meer. Geef je nieuwe tekst een hoger versienummer.`,
    en: (given) =>
      `Version ${given.version} of ${given.code} is published already and stays as it is. Give your new text a higher version number.`,
  },
  'programme-version-gap': {
    nl: (given) =>
      `De laatste versie van ${given.code} is ${given.last}. De volgende is dus ${given.next}. In dit bestand staat ${given.version}.`,
    en: (given) =>
      `The last version of ${given.code} is ${given.last}. So the next is ${given.next}. This file says ${given.version}.`,
  },
  'programme-measure-taken': {
    nl: (given) =>
      `De maatstaf ${given.measure} hoort al bij een ander programma. Geef je maatstaf of je programma een andere code.`,
    en: (given) =>
      `The measure ${given.measure} belongs to another programme. Give your measure or your programme another code.`,
  },
  'definition-faulty': {
    nl: (given) =>
      `De definitie van het programma klopt nog niet. Aantal fouten: ${given.faults}, de eerste bij ${given.at || 'het begin'}. Er is niets gepubliceerd.`,
    en: (given) =>
      `The definition of the programme is not right yet. Number of faults: ${given.faults}, the first at ${given.at || 'the start'}. Nothing was published.`,
  },
  'programme-owned-elsewhere': {
    nl: (given) => `Het programma ${given.code} is van een ander. Geef je eigen programma een andere code.`,
    en: (given) => `The programme ${given.code} belongs to somebody else. Give your own programme another code.`,
  },
  'draft-changed-meanwhile': {
    nl: () => 'Iemand anders veranderde dit ook, sinds jij het opende. Kijk wat er nu staat, en bewaar opnieuw.',
    en: () => 'Somebody else changed this too since you opened it. Look at what stands there now, and save again.',
  },
  'draft-name-needed': {
    nl: (given) =>
      `Geef het programma een naam in het Nederlands en in het Engels, van hoogstens ${given.most} tekens.`,
    en: (given) => `Give the programme a name in Dutch and in English, of at most ${given.most} characters.`,
  },
  'draft-too-large': {
    nl: () => 'Dit programma wordt te groot om te bewaren. Haal eerst iets weg.',
    en: () => 'This programme becomes too large to save. Remove something first.',
  },
  'programme-file-unreadable': {
    nl: (given) => `Het bestand ${given.file} kunnen we niet lezen. Kijk of de naam en de map kloppen.`,
    en: (given) => `The file ${given.file} cannot be read. Check its name and folder.`,
  },
  'programme-file-not-json': {
    nl: (given) => `Het bestand ${given.file} is geen geldige JSON. Er is niets gepubliceerd.`,
    en: (given) => `The file ${given.file} is no valid JSON. Nothing was published.`,
  },
  'programme-file-too-large': {
    nl: (given) =>
      `Het bestand ${given.file} is groter dan ${given.most} MB. Is het wel de definitie van een programma?`,
    en: (given) =>
      `The file ${given.file} is larger than ${given.most} MB. Is it really the definition of a programme?`,
  },
  'step-not-from-here': {
    nl: () => 'Deze stap kan niet vanuit de fase waarin het traject nu is. Er is niets veranderd.',
    en: () => 'This step does not lead on from the phase that the trajectory is in. Nothing changed.',
  },
  'step-needs-answer': {
    nl: (given) => `Beantwoord eerst: ${given.nl} Daarna kan deze stap.`,
    en: (given) => `Answer this first: ${given.en} Then this step can be taken.`,
  },
  'step-fit-not-known': {
    nl: () =>
      'We weten nog niet of het gezin bij het programma past. Vul eerst de leeftijd van de kinderen en de vraag in.',
    en: () =>
      'We do not know yet whether the family fits the programme. Fill in the ages of the children and the question first.',
  },
  'step-does-not-fit': {
    nl: () =>
      'Dit past niet bij het programma, zoals jullie gemeente het heeft ingesteld. Noteer de reden en bespreek wat wel kan helpen.',
    en: () =>
      'This does not fit the programme as your municipality has set it. Note the reason and discuss what may help instead.',
  },
  'step-needs-milestone': {
    nl: (given) => `Eerst moet dit klaar zijn: “${given.nl}”. Daarna kan deze stap.`,
    en: (given) => `This must be done first: “${given.en}”. Then this step can be taken.`,
  },
  'step-needs-reason': {
    nl: () => 'Kies een reden uit de lijst. Zonder reden kan deze stap niet.',
    en: () => 'Choose a reason from the list. This step needs one.',
  },
  'step-reason-unknown': {
    nl: () => 'Deze reden staat niet op de lijst bij deze stap. Kies een reden uit de lijst.',
    en: () => 'This reason is not on the list for this step. Choose a reason from the list.',
  },
  'support-too-long': {
    nl: (given) =>
      `De langste duur is bereikt op ${given.last}. Sluit af, en zoek een vervolg als er nog hulp nodig is.`,
    en: (given) =>
      `The longest duration was reached on ${given.last}. Close, and find a follow-up if help is still needed.`,
  },
  'milestone-before-anchor': {
    nl: (given) =>
      `“${given.nl}” kan nog niet klaar zijn: de dag waarvan we tellen is nog niet ingevuld, of ligt later.`,
    en: (given) => `“${given.en}” cannot be done yet: the day we count from is not filled in, or is later.`,
  },
  'milestone-needs-outcome': {
    nl: (given) => `Kies bij “${given.nl}” wat de uitkomst is.`,
    en: (given) => `Choose the outcome of “${given.en}”.`,
  },
  'milestone-needs-answer': {
    nl: (given) => `Beantwoord eerst: ${given.nl} Daarna is dit moment klaar.`,
    en: (given) => `Answer this first: ${given.en} Then this milestone is done.`,
  },
  'fit-rule-unknown': {
    nl: (given) => `De regel ${given.code} hoort niet bij dit programma. Er is niets veranderd.`,
    en: (given) => `The rule ${given.code} is not part of this programme. Nothing changed.`,
  },
  'fit-rule-fixed': {
    nl: (given) => `“${given.nl}” is overal hetzelfde. Een gemeente kan dit niet zelf instellen.`,
    en: (given) => `“${given.en}” is the same everywhere. A municipality cannot set it.`,
  },
  'fit-value-wrong': {
    nl: () => 'Deze waarde past niet bij de regel. Kies ja of nee, of een leeftijd van en tot en met.',
    en: () => 'This value does not suit the rule. Choose yes or no, or an age from and to.',
  },
})
