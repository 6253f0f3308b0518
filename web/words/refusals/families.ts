import { defineRefusals } from '../refusal.ts'

export const familiesRefusals = defineRefusals({
  'file-with-others': {
    nl: () => 'Dit dossier kun jij niet openen. Overleg met de coördinator wie ermee verder gaat.',
    en: () => 'You cannot open this file. Discuss with the coordinator who goes on with it.',
  },
  'person-name-long': {
    nl: (given) => `Deze naam is te lang. Gebruik hoogstens ${given.most} tekens.`,
    en: (given) => `This name is too long. Use ${given.most} characters at most.`,
  },
  'person-unborn-weeks': {
    nl: () => 'Van een kind dat nog niet geboren is, noteer je hoeveel weken de zwangerschap duurt (1 tot 43).',
    en: () => 'For a child not yet born, note how many weeks the pregnancy has lasted (1 to 43).',
  },
  'person-age': {
    nl: () => 'Deze leeftijd kan niet. Vul hele jaren in, van 0 tot 110.',
    en: () => 'This age cannot be right. Fill in whole years, from 0 to 110.',
  },
  'person-role': {
    nl: () => 'Een volwassene is geen kind van het gezin, en een kind is geen ouder. Kies opnieuw.',
    en: () => 'An adult is no child of the family, and a child is no parent. Choose again.',
  },
  'family-of-nobody': {
    nl: () => 'Een gezin heeft minstens één persoon. Vul in om wie het gaat.',
    en: () => 'A family has at least one person. Fill in whom it is about.',
  },
  'serves-the-other': {
    nl: () =>
      'Deze collega kan dit dossier nu niet doen. Kies iemand anders. Kan het echt niet anders? Vraag dan de coördinator om erover te besluiten.',
    en: () =>
      'This colleague cannot take this file now. Choose somebody else. Is there really no other way? Then ask the coordinator to decide.',
  },
  'not-for-oneself': {
    nl: () => 'Dit besluit neem je niet over jezelf. Vraag een andere coördinator.',
    en: () => 'You do not decide this about yourself. Ask another coordinator.',
  },
  'reason-long': {
    nl: (given) => `Houd de reden korter: hoogstens ${given.most} tekens. Er is nog niets gebeurd.`,
    en: (given) => `Keep the reason shorter: at most ${given.most} characters. Nothing has happened yet.`,
  },
  'reason-needed': {
    nl: (given) => `Schrijf op waarom, in minstens ${given.least} tekens. Er is nog niets gebeurd.`,
    en: (given) => `Write down why, in at least ${given.least} characters. Nothing has happened yet.`,
  },
  'authority-self': {
    nl: () => 'Gezag heeft een ouder over een kind. Kies twee verschillende personen.',
    en: () => 'Authority is a parent’s over a child. Choose two different persons.',
  },
  'authority-needs-source': {
    nl: () => 'Kies waar je dit hebt nagekeken. Weet je het niet, kies dan “nog niet bekend”.',
    en: () => 'Choose where you looked this up. If you do not know, choose “not known yet”.',
  },
  'voice-form': {
    nl: () => 'Kies hoe het kind het vertelde.',
    en: () => 'Choose how the child told it.',
  },
  'voice-heard-by': {
    nl: (given) => `Vul in wie het kind hoorde, in hoogstens ${given.most} tekens.`,
    en: (given) => `Fill in who heard the child, in ${given.most} characters at most.`,
  },
  'note-empty': {
    nl: () => 'De notitie is leeg. Schrijf iets op, of ga terug.',
    en: () => 'The note is empty. Write something, or go back.',
  },
  'note-long': {
    nl: (given) => `De notitie is te lang. Maak er twee van, of kort in tot ${given.most} tekens. Je tekst is er nog.`,
    en: (given) =>
      `The note is too long. Make two of it, or shorten it to ${given.most} characters. Your text is still there.`,
  },
  'note-disclosure': {
    nl: () => 'Een notitie hoort in het eigen dossier, bij de medewerkers of bij veiligheid. Kies een van die drie.',
    en: () => 'A note belongs in the own file, with the workers, or in the safety record. Choose one of those three.',
  },
  'note-names-nobody': {
    nl: () => 'Alleen bij een notitie over veiligheid kies je wie die mag lezen.',
    en: () => 'Only for a note about safety you choose who may read it.',
  },
})
