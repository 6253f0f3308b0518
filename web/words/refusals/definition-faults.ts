import { defineRefusals } from '../refusal.ts'

/** What can be wrong in a programme definition. Each sentence stands beside the place of the fault (`/milestones/2/anchor`). */
export const definitionFaults = defineRefusals({
  'definition-field-missing': { nl: () => 'Dit veld ontbreekt.', en: () => 'This field is missing.' },
  'definition-field-unknown': {
    nl: (given) => `Het veld “${given.field}” kennen we hier niet. Is het een tikfout?`,
    en: (given) => `The field “${given.field}” is not known here. Is it a slip?`,
  },
  'definition-type-wrong': {
    nl: (given) => `Hier hoort iets van de soort ${given.expected}.`,
    en: (given) => `This should be of the type ${given.expected}.`,
  },
  'definition-value-unknown': {
    nl: (given) => `Kies een van deze waarden: ${given.allowed}.`,
    en: (given) => `Choose one of these values: ${given.allowed}.`,
  },
  'definition-too-little': {
    nl: (given) => `Dit is te weinig of te klein. Nodig is minstens ${given.least}.`,
    en: (given) => `This is too little or too small. At least ${given.least} is needed.`,
  },
  'definition-too-much': {
    nl: (given) => `Dit is te veel of te groot. Er mag hoogstens ${given.most}.`,
    en: (given) => `This is too much or too large. At most ${given.most} is allowed.`,
  },
  'definition-day-wrong': {
    nl: () => 'Dit is geen bestaande dag. Schrijf bijvoorbeeld 2021-03-01.',
    en: () => 'This is no existing day. Write for example 2021-03-01.',
  },
  'definition-text-empty': { nl: () => 'Hier hoort tekst.', en: () => 'There should be text here.' },
  'definition-code-wrong': {
    nl: () => 'Schrijf een code met kleine letters, cijfers en streepjes, bijvoorbeeld first-call.',
    en: () => 'Write a code with lower-case letters, digits and hyphens, for example first-call.',
  },
  'definition-shape-wrong': {
    nl: () => 'Dit heeft niet de vorm die hier hoort. Kijk in het JSON Schema wat hier kan staan.',
    en: () => 'This does not have the shape that belongs here. See the JSON Schema for what may stand here.',
  },
  'definition-code-twice': {
    nl: (given) => `De code ${given.code} staat er twee keer. Geef elk een eigen code.`,
    en: (given) => `The code ${given.code} stands here twice. Give each its own code.`,
  },
  'definition-code-reserved': {
    nl: (given) => `De code ${given.code} gebruiken we zelf in cijfers. Kies een andere.`,
    en: (given) => `The code ${given.code} is used by figures themselves. Choose another.`,
  },
  'definition-word-twice': {
    nl: (given) =>
      `Het woord “${given.word}” staat ook bij iets anders. In een bestand is dan niet duidelijk wat het betekent.`,
    en: (given) => `The word “${given.word}” stands elsewhere too. In a file it would not be clear what it means.`,
  },
  'definition-tracks-of-family': {
    nl: () => 'Sporen zijn er alleen in een programma voor een persoon (about: person).',
    en: () => 'Tracks are only for a programme about a person (about: person).',
  },
  'definition-change-scale': {
    nl: () => 'Vergelijk twee verschillende vragen met dezelfde antwoorden in dezelfde volgorde, van laag naar hoog.',
    en: () => 'Compare two different questions with the same options in the same order, from low to high.',
  },
  'definition-voice-of-family': {
    nl: () => 'Op de stem van het kind wachten kan alleen in een programma voor een persoon (about: person).',
    en: () => 'Waiting for the voice of the child is only for a programme about a person (about: person).',
  },
  'definition-group-of-people': {
    nl: () => 'Van een groep (about: group) vraag je niets over één persoon, en er komt niemand met een naam binnen.',
    en: () => 'Of a group (about: group) nothing is asked about one person, and nobody comes in with a name.',
  },
  'definition-track-untold': {
    nl: (given) => `De vraag ${given.code} zegt welk spoor het is. Stel die bij de aanmelding, en verplicht.`,
    en: (given) => `The question ${given.code} tells the track. Ask it at registration, and make it required.`,
  },
  'definition-track-missing': {
    nl: (given) => `Voor het antwoord ${given.code} is er nog geen spoor.`,
    en: (given) => `There is no track yet for the answer ${given.code}.`,
  },
  'definition-track-unknown': {
    nl: (given) => `Het spoor ${given.code} staat niet in deze definitie.`,
    en: (given) => `The track ${given.code} is not in this definition.`,
  },
  'definition-track-question-twice': {
    nl: (given) => `De vraag ${given.code} hoort al bij een spoor, of vertelt het spoor. Noem die één keer.`,
    en: (given) => `The question ${given.code} has a track already, or tells the track. Name it once.`,
  },
  'definition-outcome-elsewhere': {
    nl: (given) => `Deze vraag hoort bij het spoor ${given.code}. Zet de uitkomst in hetzelfde spoor.`,
    en: (given) => `This question belongs to the track ${given.code}. Put the outcome in the same track.`,
  },
  'definition-outcome-by': {
    nl: () => 'In dit spoor gaat het om iemand anders. Kies wie hier zelf kan zeggen wat er bereikt is.',
    en: () => 'This track is about somebody else. Choose who can say here what was reached.',
  },
  'definition-certainty': {
    nl: (given) => `Hoe zeker het is, heeft precies deze antwoorden: ${given.allowed}.`,
    en: (given) => `How certain it is has exactly these answers: ${given.allowed}.`,
  },
  'definition-contact-needed': {
    nl: (given) => `De vraag ${given.code} stellen we steeds opnieuw. Hier hoort een vraag met één antwoord.`,
    en: (given) => `The question ${given.code} is asked anew each time. A question with one answer belongs here.`,
  },
  'definition-contact-column': {
    nl: () => 'Deze vraag stellen we steeds opnieuw. Een bestand met aanmeldingen heeft er geen kolom voor.',
    en: () => 'This question is asked anew each time. A file of registrations has no column for it.',
  },
  'definition-grouping-of-referral': {
    nl: (given) => `De indeling ${given.code} hoort bij verwijzingen. Deze maatstaf telt iets anders.`,
    en: (given) => `The grouping ${given.code} is about referrals. This measure counts something else.`,
  },
  'definition-grouping-of-contact': {
    nl: (given) => `De indeling ${given.code} hoort bij contacten. Deze maatstaf telt iets anders.`,
    en: (given) => `The grouping ${given.code} is about contacts. This measure counts something else.`,
  },
  'definition-is-or-is-not': {
    nl: () => 'Noem de antwoorden die meetellen (is), of die niet meetellen (isNot): één van beide.',
    en: () => 'Name the answers that count (is), or those that do not (isNot): one of the two.',
  },
  'definition-share-not-part': {
    nl: (given) =>
      `Een percentage gaat over een deel van ${given.whole}. Zeg bij die maatstaf dat die daar een deel van is (partOf).`,
    en: (given) =>
      `A percentage is about a part of ${given.whole}. Say of that measure that it is a part of it (partOf).`,
  },
  'definition-role-unknown': {
    nl: (given) => `De rol ${given.code} bestaat niet.`,
    en: (given) => `The role ${given.code} does not exist.`,
  },
  'definition-phase-unknown': {
    nl: (given) => `De fase ${given.code} staat niet in deze definitie.`,
    en: (given) => `The phase ${given.code} is not in this definition.`,
  },
  'definition-milestone-unknown': {
    nl: (given) => `Het moment ${given.code} staat niet in deze definitie.`,
    en: (given) => `The milestone ${given.code} is not in this definition.`,
  },
  'definition-anchor-unknown': {
    nl: (given) => `Het begin ${given.code}, waarvan je telt, staat niet in deze definitie.`,
    en: (given) => `The anchor ${given.code}, from which you count, is not in this definition.`,
  },
  'definition-reasons-unknown': {
    nl: (given) => `De lijst met redenen ${given.code} staat niet in deze definitie.`,
    en: (given) => `The list of reasons ${given.code} is not in this definition.`,
  },
  'definition-question-unknown': {
    nl: (given) => `De vraag ${given.code} staat niet in deze definitie.`,
    en: (given) => `The question ${given.code} is not in this definition.`,
  },
  'definition-option-unknown': {
    nl: (given) => `De code ${given.code} is geen antwoord op deze vraag.`,
    en: (given) => `The code ${given.code} is no answer to this question.`,
  },
  'definition-grouping-unknown': {
    nl: (given) => `De indeling ${given.code} staat niet in deze definitie.`,
    en: (given) => `The grouping ${given.code} is not in this definition.`,
  },
  'definition-measure-unknown': {
    nl: (given) => `De maatstaf ${given.code} staat niet in deze definitie.`,
    en: (given) => `The measure ${given.code} is not in this definition.`,
  },
  'definition-step-twice': {
    nl: (given) => `Vanuit deze fase leidt al een stap naar ${given.code}. Maak er één stap van.`,
    en: (given) => `A step already leads from this phase to ${given.code}. Make it one step.`,
  },
  'definition-phase-unreachable': {
    nl: (given) => `Geen stap leidt naar de fase ${given.code}.`,
    en: (given) => `No step leads to the phase ${given.code}.`,
  },
  'definition-through-start': {
    nl: (given) => `Begin met de eerste fase, ${given.code}.`,
    en: (given) => `Begin with the first phase, ${given.code}.`,
  },
  'definition-through-end': {
    nl: (given) => `Eindig met de fase zelf, ${given.code}.`,
    en: (given) => `End with the phase itself, ${given.code}.`,
  },
  'definition-through-gap': {
    nl: (given) => `Geen stap leidt van ${given.from} naar ${given.to}.`,
    en: (given) => `No step leads from ${given.from} to ${given.to}.`,
  },
  'definition-fit-empty': {
    nl: () => 'Deze stap vraagt of het gezin past, maar er staan geen regels daarvoor.',
    en: () => 'This step asks whether the family fits, but there are no rules for that.',
  },
  'definition-at-or-window': {
    nl: () => 'Geef één dag (at) of een periode (window): een van de twee.',
    en: () => 'Give one day (at) or a window (window): one of the two.',
  },
  'definition-window-backwards': {
    nl: () => 'De periode eindigt voor de eerste dag.',
    en: () => 'The window ends before it begins.',
  },
  'definition-span-empty': { nl: () => 'Deze tijd is nul.', en: () => 'This length of time is nothing.' },
  'definition-default-twice': {
    nl: () => 'Er kan maar één uitkomst de gewone zijn.',
    en: () => 'Only one outcome can be the default.',
  },
  'definition-rhythm': {
    nl: () => 'Zeg om de hoeveel tijd (every) of hoe vaak per jaar (timesAYear), een van de twee.',
    en: () => 'Say after how much time (every) or how often a year (timesAYear), one of the two.',
  },
  'definition-options-needed': {
    nl: () => 'Deze soort vraag heeft een lijst met antwoorden nodig.',
    en: () => 'This type of question needs a list of options.',
  },
  'definition-options-elsewhere': {
    nl: (given) => `Een vraag van de soort ${given.type} heeft geen lijst met antwoorden.`,
    en: (given) => `A question of the type ${given.type} has no list of options.`,
  },
  'definition-question-type': {
    nl: (given) => `De vraag ${given.code} is van de soort ${given.type}. Hier kan alleen: ${given.allowed}.`,
    en: (given) =>
      `The question ${given.code} is of the type ${given.type}. Only these can serve here: ${given.allowed}.`,
  },
  'definition-when-later': {
    nl: (given) => `De vraag ${given.code} staat niet eerder in de lijst. Een voorwaarde kijkt terug.`,
    en: (given) => `The question ${given.code} does not stand earlier in the list. A condition looks back.`,
  },
  'definition-special-required': {
    nl: () => 'Een bijzonder persoonsgegeven (AVG artikel 9) is nooit verplicht.',
    en: () => 'Special personal data (GDPR article 9) are never required.',
  },
  'definition-special-needed': {
    nl: (given) =>
      `De vraag ${given.code} gaat over een bijzonder persoonsgegeven (AVG artikel 9). Niets mag daarvan afhangen.`,
    en: (given) =>
      `The question ${given.code} is about special personal data (GDPR article 9). Nothing may depend on it.`,
  },
  'definition-special-shown': {
    nl: () => 'Kleine groepen van een bijzonder persoonsgegeven worden verborgen (hide).',
    en: () => 'Small groups of special personal data are hidden (hide).',
  },
  'definition-bands-needed': {
    nl: () => 'Leeftijden kun je alleen tellen in groepen. Geef de groepen (bands), of elk apart (each).',
    en: () => 'Ages can only be counted in bands. Give the bands, or count each by itself (each).',
  },
  'definition-each-elsewhere': {
    nl: () => 'Elk apart (each) hoort alleen bij een vraag naar leeftijden, en niet naast groepen (bands).',
    en: () => 'Each by itself belongs only to a question about ages, and not beside bands.',
  },
  'definition-each-not-own': {
    nl: (given) => `De indeling ${given.code} toont elk apart. Dat is alleen voor de eigen organisatie (ownGroupings).`,
    en: (given) =>
      `The grouping ${given.code} shows each by itself. That is for the organisation alone (ownGroupings).`,
  },
  'definition-own-special': {
    nl: (given) => `De indeling ${given.code} gaat over een bijzonder persoonsgegeven. Die is nooit precies.`,
    en: (given) => `The grouping ${given.code} is about special personal data. It is never exact.`,
  },
  'definition-bands-elsewhere': {
    nl: () => 'Groepen (bands) horen alleen bij een vraag naar leeftijden.',
    en: () => 'Bands belong only to a question about ages.',
  },
  'definition-bands-overlap': {
    nl: (given) => `Deze groep overlapt met ${given.code}. Een leeftijd hoort in één groep.`,
    en: (given) => `This band overlaps with ${given.code}. An age belongs in one band.`,
  },
  'definition-band-unborn': {
    nl: () => 'De groep voor een zwangerschap heet unborn en loopt van -1 tot -1.',
    en: () => 'The band for a pregnancy is called unborn and runs from -1 to -1.',
  },
  'definition-range-backwards': {
    nl: () => 'De bovengrens is lager dan de ondergrens.',
    en: () => 'The upper limit is below the lower one.',
  },
  'definition-measure-name': {
    nl: (given) => `De code van een maatstaf begint met de code van het programma: ${given.start}.`,
    en: (given) => `The code of a measure begins with the code of its programme: ${given.start}.`,
  },
  'definition-of-elsewhere': {
    nl: () => 'Alleen een maatstaf die antwoorden of kinderen telt, noemt een vraag (of).',
    en: () => 'Only a measure that counts mentions or children names a question (of).',
  },
  'definition-of-needed': {
    nl: (given) => `Een maatstaf die ${given.counts} telt, noemt de vraag waar het om gaat (of).`,
    en: (given) => `A measure that counts ${given.counts} names the question it is about (of).`,
  },
  'definition-cross-itself': {
    nl: (given) => `Een indeling kruisen met zichzelf (${given.code}) laat niets zien.`,
    en: (given) => `Crossing a grouping with itself (${given.code}) shows nothing.`,
  },
  'definition-cross-outside': {
    nl: (given) => `De indeling ${given.code} hoort niet bij deze maatstaf.`,
    en: (given) => `The grouping ${given.code} does not belong to this measure.`,
  },
  'definition-part-of-itself': {
    nl: () => 'Een maatstaf is geen deel van zichzelf, ook niet met een omweg.',
    en: () => 'A measure is no part of itself, not even by a detour.',
  },
  'definition-part-of-other': {
    nl: (given) => `Het geheel, ${given.code}, telt iets anders dan dit deel.`,
    en: (given) => `The whole, ${given.code}, counts something other than this part.`,
  },
})
