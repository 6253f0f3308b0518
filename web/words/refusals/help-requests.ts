import { defineRefusals, minutesInWords } from '../refusal.ts'

const PHONE_FIELDS: Readonly<Record<string, { readonly nl: string; readonly en: string }>> = {
  openNl: { nl: 'wanneer je kunt bellen', en: 'when one can call, in Dutch' },
  openEn: { nl: 'hetzelfde in het Engels', en: 'the same in English' },
  source: { nl: 'van wie je het hebt', en: 'who told you' },
}
const field = (given: { readonly field?: unknown }, lang: 'nl' | 'en'): string =>
  PHONE_FIELDS[String(given.field)]?.[lang] ?? (lang === 'nl' ? 'dit' : 'this')

export const helpRequestRefusals = defineRefusals({
  'request-too-many': {
    nl: (given) =>
      `Vanaf deze plek kwam te veel tegelijk binnen. Wacht ${minutesInWords('nl', given.minutes)} en probeer het dan weer. Kan het niet wachten? Bel dan je gemeente.`,
    en: (given) =>
      `Too much came in at once from here. Wait ${minutesInWords('en', given.minutes)} and try again. Can it not wait? Then call your municipality.`,
  },
  'request-ask-as-visitor': {
    nl: () => 'Een vraag van een ander leg je vast bij Hulpvragen. Er is niets bewaard.',
    en: () => 'You note what somebody else asks under Requests. Nothing was saved.',
  },
  'reference-unknown': {
    nl: () => 'Deze code kennen we niet. Kijk of je hem goed overtypte. Code kwijt? Stel dan een nieuwe vraag.',
    en: () => 'We do not know this code. Check whether you copied it right. Code lost? Then ask a new question.',
  },
  'request-place-without-form': {
    nl: () => 'In deze plaats kun je hier nog geen vraag stellen. Bel je gemeente.',
    en: () => 'In this place you cannot ask a question here yet. Call your municipality.',
  },
  'request-place-out-of-reach': {
    nl: () => 'Vragen uit deze plaats komen bij een andere organisatie. Geef de vraag daar door.',
    en: () => 'Questions from this place go to another organisation. Pass it on there.',
  },
  'request-channel-unknown': {
    nl: () => 'Kies hoe de vraag binnenkwam.',
    en: () => 'Choose how the question came in.',
  },
  'phone-wrong': {
    nl: () => 'Typ een telefoonnummer: cijfers, met spaties of streepjes ertussen.',
    en: () => 'Type a phone number: digits, with spaces or dashes in between.',
  },
  'phone-empty': {
    nl: (given) => `Vul nog in: ${field(given, 'nl')}.`,
    en: (given) => `Still fill in: ${field(given, 'en')}.`,
  },
  'phone-long': {
    nl: (given) => `Maak korter: ${field(given, 'nl')}. Er passen ${given.most} tekens in.`,
    en: (given) => `Make shorter: ${field(given, 'en')}. There is room for ${given.most} characters.`,
  },
  'phone-day': {
    nl: () => 'Kies op welke dag het nummer is nagekeken: vandaag of een dag ervoor.',
    en: () => 'Choose on which day the number was checked: today or an earlier day.',
  },
  'request-changed-meanwhile': {
    nl: () => 'Een collega was je net voor. Hieronder zie je wat er nu staat en wat jij wilde.',
    en: () => 'A colleague was just ahead of you. Below you see how it is now and what you wanted.',
  },
  'request-of-colleague': {
    nl: () => 'Een collega heeft deze vraag opgepakt. Overleg met die collega of met de coördinator.',
    en: () => 'A colleague took up this question. Talk to that colleague or the coordinator.',
  },
  'request-joined': {
    nl: () =>
      'Deze vraag is van iemand die hier al een dossier heeft. Daarom gaat hij niet terug. Help jij deze persoon niet meer? Vraag de coördinator om de vraag door te geven.',
    en: () =>
      'This question is of somebody who has a file here already. So it does not go back. Do you no longer help this person? Ask the coordinator to pass the question on.',
  },
  'request-person-elsewhere': {
    nl: () =>
      'Deze persoon heeft hier al een dossier, en jij werkt daar niet aan. Er komt geen tweede dossier. Vraag de coördinator om de vraag te geven aan wie deze persoon helpt.',
    en: () =>
      'This person has a file here already, and you do not work on it. No second file is opened. Ask the coordinator to give the question to who helps this person.',
  },
  'match-two-files': {
    nl: () =>
      'Hier zijn al twee dossiers. Samenvoegen kan niet veilig: dan leest iemand meer dan mag. Laat wie het nieuwste traject begon, dat sluiten. Wie deze persoon het langst helpt, gaat verder.',
    en: () =>
      'There are two files already. Merging them is not safe: then somebody reads more than is allowed. Have whoever began the newest trajectory close it. Who has helped this person longest goes on.',
  },
  'match-nobody-takes': {
    nl: () =>
      'Wie deze persoon helpt, neemt hier geen vragen aan. Zet eerst een collega op dit dossier die dat wel doet. Besluit daarna.',
    en: () =>
      'Whoever helps this person takes up no questions here. First put a colleague on this file who does. Decide after that.',
  },
  'request-step-not-now': {
    nl: () => 'Dit kan niet meer: de vraag is al verder. Kijk hieronder hoe het nu staat.',
    en: () => 'This is no longer possible: the question is further on. See below how it is now.',
  },
  'request-reason-missing': {
    nl: () => 'Kies waarom de vraag hier niet past.',
    en: () => 'Choose why the question does not fit here.',
  },
})
