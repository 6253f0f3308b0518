import { defineRefusals } from '../refusal.ts'

/** Stories, test rounds and gathered input. */
export const participationRefusals = defineRefusals({
  'story-gone': {
    nl: () => 'Dit verhaal is er niet meer. De tekst is gewist.',
    en: () => 'This story is no longer there. Its text was erased.',
  },
  'story-no-step': {
    nl: () => 'Dat kan nu niet met dit verhaal. Kijk hoe het er nu voor staat. Er is niets veranderd.',
    en: () => 'That cannot be done with this story now. See how it stands. Nothing was changed.',
  },
  'story-not-agreed': {
    nl: () => 'Er is geen toestemming die nu geldt. Leg eerst vast wat je met de verteller afsprak.',
    en: () => 'There is no consent that holds now. First record what you agreed with the teller.',
  },
  'story-not-checked': {
    nl: () => 'Kijk alle punten na en zet overal een vinkje. Klopt een punt niet? Pas dan eerst het verhaal aan.',
    en: () => 'Check every point and tick it. Is one not right? Change the story first.',
  },
  'story-four-eyes': {
    nl: () => 'Jij schreef dit verhaal of keek het na. Vraag een collega om het op de site te zetten.',
    en: () => 'You wrote or checked this story. Ask a colleague to put it on the site.',
  },
  'story-consent-ahead': {
    nl: () => 'De dag van de toestemming moet nog komen. Kies vandaag of eerder.',
    en: () => 'The day of the consent is still to come. Choose today or earlier.',
  },
  'story-consent-over': {
    nl: () => 'De laatste dag is al voorbij. Kies een dag die nog komt.',
    en: () => 'The last day is over already. Choose a day to come.',
  },
  'story-consent-long': {
    nl: () => 'Toestemming geldt hoogstens twee jaar. Kies een eerdere dag. Daarna kun je het opnieuw vragen.',
    en: () => 'Consent holds for two years at most. Choose an earlier day. After that you can ask again.',
  },
  'story-consent-parents': {
    nl: () => 'De verteller is nog geen 16. Dan moeten alle ouders met gezag het ook goedvinden.',
    en: () => 'The teller is not 16 yet. Then all parents with authority have to agree as well.',
  },
  'story-consent-teller': {
    nl: () => 'De verteller moet het zelf goedvinden, hoe jong ook.',
    en: () => 'The teller has to agree too, however young.',
  },
  'story-consent-own-name': {
    nl: () => 'Bij een kind onder de 16 staat nooit de eigen naam. Kies een andere naam, of geen naam.',
    en: () => 'The own name of a child under 16 is never shown. Choose another name, or none.',
  },
  'story-consent-name': {
    nl: () => 'Dit past niet bij de naam onder het verhaal. Pas de naam aan, of kies hier iets anders.',
    en: () => 'This does not fit the name under the story. Change the name, or choose something else here.',
  },
  'story-consent-uses': {
    nl: () => 'In deze film is meer te horen of te zien dan is afgesproken. Vraag het na, of pas het verhaal aan.',
    en: () => 'This film lets hear or see more than was agreed. Ask again, or change the story.',
  },
  'story-consent-face': {
    nl: () => 'Een kind onder de 16 is nooit herkenbaar te zien. Kies een film zonder gezicht.',
    en: () => 'A child under 16 is never shown recognisably. Choose a film without a face.',
  },
  'story-link-over': {
    nl: () => 'Deze link werkt niet of niet meer. Er is niets veranderd.',
    en: () => 'This link does not work, or no longer. Nothing was changed.',
  },
  'story-link-often': {
    nl: () => 'Er is te vaak geprobeerd. Wacht een kwartier, of bel de gemeente.',
    en: () => 'There were too many tries. Wait a quarter of an hour, or call the municipality.',
  },
})
