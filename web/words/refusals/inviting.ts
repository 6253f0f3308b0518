import { defineRefusals } from '../refusal.ts'

export const invitingRefusals = defineRefusals({
  'invite-too-young': {
    nl: (given) =>
      `Uitnodigen kan vanaf ${given.age} jaar. Is het kind al ${given.age}? Leg de leeftijd dan vast bij het gezin.`,
    en: (given) =>
      `Inviting is possible from the age of ${given.age}. Is the child ${given.age} already? Then record the age with the family.`,
  },
  'invite-no-mail': {
    nl: () => 'Er is geen e-mailadres bekend. Vraag om een eigen adres en leg het vast.',
    en: () => 'No e-mail address is known. Ask for an address of their own and record it.',
  },
  'invite-mail-unsafe': {
    nl: () =>
      'Mailen is niet veilig voor deze persoon. Er gaat dus geen uitnodiging. Vraag of een ander adres wel veilig is.',
    en: () => 'Mail is not safe for this person, so no invitation goes. Ask whether another address is safe.',
  },
  'invite-mail-not-asked': {
    nl: () => 'Nog niet gevraagd is of mailen veilig is. Vraag dat eerst, en leg het antwoord vast.',
    en: () => 'It was not asked yet whether mail is safe. Ask that first, and record the answer.',
  },
  'invite-mail-read': {
    nl: () =>
      'Vraag eerst na of niemand anders deze mail leest, en kruis dat aan. Leest er iemand mee? Vraag dan om een ander adres.',
    en: () =>
      'First ask whether nobody else reads this mail, and tick that. Does somebody read along? Then ask for another address.',
  },
  'invite-not-told': {
    nl: () => 'Bespreek het eerst, en kruis dat aan. Een mail die niemand verwacht, kan gevaarlijk zijn.',
    en: () => 'Talk about it first, and tick that. A mail that nobody expects can be dangerous.',
  },
})
