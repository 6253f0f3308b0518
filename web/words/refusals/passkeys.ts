import { defineRefusals } from '../refusal.ts'

export const passkeyRefusals = defineRefusals({
  'passkey-over': {
    nl: () => 'Dit duurde te lang, of begon in een ander venster. Begin opnieuw; er is niets veranderd.',
    en: () => 'This took too long, or began in another window. Start again; nothing changed.',
  },
  'passkey-wrong': {
    nl: () => 'Deze sleutel kennen we hier niet. Kies een andere, of log in met je wachtwoord.',
    en: () => 'We do not know this key here. Choose another one, or sign in with your password.',
  },
  'passkey-name': {
    nl: () => 'Geef de sleutel een naam van hoogstens 60 tekens.',
    en: () => 'Give the key a name of at most 60 characters.',
  },
  'passkey-many': {
    nl: (given) => `Je hebt al ${given.most} sleutels. Haal er eerst een weg.`,
    en: (given) => `You have ${given.most} keys already. Take one away first.`,
  },
})
