import { defineRefusals, minutesInWords } from '../refusal.ts'

export const signInRefusals = defineRefusals({
  'sign-in-wrong': {
    nl: () => 'Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk ze na en probeer het opnieuw.',
    en: () => 'This e-mail address and password do not belong together. Check them and try again.',
  },
  'sign-in-closed': {
    nl: (given) =>
      `Dit is te vaak geprobeerd. Wacht ${minutesInWords('nl', given.minutes)} en probeer het dan opnieuw. Er is niets kwijt.`,
    en: (given) =>
      `This was tried too often. Wait ${minutesInWords('en', given.minutes)} and then try again. Nothing is lost.`,
  },
  'sign-in-expired': {
    nl: () => 'Het inloggen duurde te lang, of de code was te vaak fout. Begin opnieuw met je wachtwoord.',
    en: () => 'Signing in took too long, or the code was wrong too often. Start again with your password.',
  },
  'code-wrong': {
    nl: () => 'Deze code klopt niet. Neem de code die je app nu toont, of een herstelcode die je nog niet gebruikte.',
    en: () =>
      'This code is not right. Take the code that your app shows now, or a recovery code that you did not use yet.',
  },
  'code-used': {
    nl: () => 'Deze code is net al ingevuld. Wacht tot je app een nieuwe code toont en vul die in.',
    en: () => 'This code was filled in a moment ago. Wait until your app shows a new code and fill that in.',
  },
  'password-wrong': {
    nl: () => 'Dit is niet je huidige wachtwoord. Er is niets veranderd.',
    en: () => 'This is not your current password. Nothing changed.',
  },
  'password-short': {
    nl: (given) =>
      `Neem een wachtwoord van minstens ${given.length} tekens. Een paar losse woorden achter elkaar is goed.`,
    en: (given) => `Take a password of at least ${given.length} characters. A few unrelated words in a row will do.`,
  },
  'password-long': {
    nl: (given) => `Neem een wachtwoord van hoogstens ${given.length} tekens.`,
    en: (given) => `Take a password of at most ${given.length} characters.`,
  },
  'password-common': {
    nl: () => 'Dit wachtwoord raden anderen als eerste. Neem bijvoorbeeld een paar losse woorden achter elkaar.',
    en: () => 'This is a password that others guess first. Take, for example, a few unrelated words in a row.',
  },
  'network-address': {
    nl: () => 'Dit is geen adres van een netwerk. Schrijf het zo: 203.0.113.7.',
    en: () => 'This is no address of a network. Write it like this: 203.0.113.7.',
  },
  'password-same': {
    nl: () => 'Dit is je oude wachtwoord. Neem een ander.',
    en: () => 'This is your old password. Take another one.',
  },
  'password-own-name': {
    nl: () => 'Dit wachtwoord lijkt te veel op je naam of je e-mailadres. Neem andere woorden.',
    en: () => 'This password looks too much like your name or e-mail address. Take other words.',
  },
  'passwords-differ': {
    nl: () => 'De twee wachtwoorden zijn niet gelijk. Typ ze allebei opnieuw.',
    en: () => 'The two passwords are not the same. Type both again.',
  },
  'second-factor-absent': {
    nl: () => 'Je hebt nog geen tweede stap ingesteld, dus er zijn ook geen herstelcodes.',
    en: () => 'You have not set up a second step yet, so there are no recovery codes either.',
  },
  'invitation-code-wrong': {
    nl: () => 'Deze code klopt niet. Kijk hem na. Na vijf keer werkt de link niet meer.',
    en: () => 'This code is not right. Check it. After five times the link stops working.',
  },
  'invitation-invalid': {
    nl: () => 'Deze link werkt niet meer. Hij is al gebruikt, vervangen of ouder dan zeven dagen. Vraag om een nieuwe.',
    en: () =>
      'This link does not work any more. It was used or replaced, or is older than seven days. Ask for a new one.',
  },
  'not-own-sign-in': {
    nl: () => 'Dit doe je niet voor jezelf. Verander je wachtwoord bij je account, of vraag een andere beheerder.',
    en: () => 'You do not do this for yourself. Change your password at your account, or ask another administrator.',
  },
  'person-out-of-reach': {
    nl: () => 'Deze persoon werkt ook buiten jouw gebied. Vraag een beheerder die over al die plekken gaat.',
    en: () => 'This person also works outside your area. Ask the administrator who covers all of those places.',
  },
  'person-switched-off': {
    nl: () => 'Deze persoon is uitgezet. Zet de persoon eerst weer aan.',
    en: () => 'This person is switched off. Switch the person on first.',
  },
  'too-often': {
    nl: (given) =>
      `Dit ging te vaak achter elkaar. Wacht ${given.seconds} seconden en probeer het opnieuw. Er is niets kwijt.`,
    en: (given) => `This was done too often in a row. Wait ${given.seconds} seconds and try again. Nothing is lost.`,
  },
  'demo-only': {
    nl: () => 'Dit kan alleen in het voorbeeld. Nodig mensen hier uit met een link.',
    en: () => 'This is for the example only. Invite people here with a link.',
  },
})
