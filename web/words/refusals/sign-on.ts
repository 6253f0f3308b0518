import { defineRefusals } from '../refusal.ts'

export const signOnRefusals = defineRefusals({
  'second-factor-by-password': {
    nl: () =>
      'Je hebt je telefoon nog niet ingesteld. Log één keer in met je wachtwoord en stel hem in; daarna kan dit.',
    en: () =>
      'You have not set up your phone yet. Sign in once with your password and set it up; after that this works.',
  },
  'provider-away': {
    nl: (given) => `${given.name} antwoordt nu niet. Probeer het over een paar minuten opnieuw, of log anders in.`,
    en: (given) => `${given.name} does not answer now. Try again in a few minutes, or sign in another way.`,
  },
  'provider-refused': {
    nl: (given) => `Bij ${given.name} is het inloggen gestopt. Probeer het opnieuw, of vraag je beheerder daar.`,
    en: (given) => `Signing in was stopped at ${given.name}. Try again, or ask your administrator there.`,
  },
  'provider-answer-wrong': {
    nl: (given) => `Wat ${given.name} teruggaf klopt niet. Begin opnieuw. Blijft het fout, vraag dan je beheerder.`,
    en: (given) => `What ${given.name} gave back is not right. Start again. If it stays wrong, ask your administrator.`,
  },
  'provider-try-over': {
    nl: (given) => `Het inloggen via ${given.name} duurde te lang, of begon in een ander venster. Begin opnieuw.`,
    en: (given) => `Signing in through ${given.name} took too long, or began in another window. Start again.`,
  },
  'provider-account-unknown': {
    nl: (given) => `Via ${given.name} kennen we je hier nog niet. Vraag je beheerder om je toe te voegen.`,
    en: (given) => `Through ${given.name} we do not know you here yet. Ask your administrator to add you.`,
  },
  'provider-account-wider': {
    nl: (given) => `Je werkt hier ook buiten ${given.name}. Log daarom in met je e-mailadres en wachtwoord.`,
    en: (given) => `You also work outside ${given.name} here. So sign in with your e-mail address and password.`,
  },
  'provider-account-off': {
    nl: () => 'Je account is hier uitgezet. Vraag je beheerder.',
    en: () => 'Your account is switched off here. Ask your administrator.',
  },
  'provider-account-taken': {
    nl: (given) => `Iemand anders bij ${given.name} gebruikt dit e-mailadres hier al. Een account is van één persoon.`,
    en: (given) => `Somebody else at ${given.name} uses this e-mail address here. An account belongs to one person.`,
  },
  'provider-mail-unverified': {
    nl: (given) => `${given.name} staat niet in voor je e-mailadres. Vraag je beheerder daar om het te bevestigen.`,
    en: (given) => `${given.name} does not vouch for your e-mail address. Ask your administrator there to confirm it.`,
  },
  'provider-no-rights': {
    nl: (given) => `Je groepen bij ${given.name} geven hier geen rechten meer. Vraag je beheerder.`,
    en: (given) => `Your groups at ${given.name} give no rights here any more. Ask your administrator.`,
  },
  'provider-no-sign-out': {
    nl: (given) => `Hier ben je uitgelogd. Bij ${given.name} log je zelf uit; dat kan niet van hieruit.`,
    en: (given) => `Here you are signed out. At ${given.name} you sign out yourself; that cannot be done from here.`,
  },
  'provider-name': {
    nl: () => 'Vul de naam in die op de inlogpagina komt, van hoogstens 80 tekens.',
    en: () => 'Fill in the name for the sign-in page, of at most 80 characters.',
  },
  'provider-issuer': {
    nl: () => 'Vul het hele adres van de inlogdienst in, met https ervoor, zonder vraagteken of hekje.',
    en: () => 'Fill in the whole address of the provider, with https before it, without a question mark or hash.',
  },
  'provider-issuer-reach': {
    nl: () => 'Dit adres vragen we niet: het moet met https beginnen en buiten dit netwerk liggen.',
    en: () => 'We do not ask this address: it has to begin with https and lie outside this network.',
  },
  'provider-client-id': {
    nl: () => 'Vul de naam in waaronder de inlogdienst Voorveld kent (client id), van hoogstens 200 tekens.',
    en: () => 'Fill in the name by which the provider knows Voorveld (client id), of at most 200 characters.',
  },
  'provider-client-auth': {
    nl: () => 'Kies hoe Voorveld zich bij de inlogdienst bekendmaakt.',
    en: () => 'Choose how Voorveld makes itself known to the provider.',
  },
  'provider-client-auth-unknown': {
    nl: () => 'De inlogdienst antwoordt, maar kent deze manier van bekendmaken niet. Kies een andere.',
    en: () => 'The provider answers, but does not know this way of making ourselves known. Choose another one.',
  },
  'provider-secret': {
    nl: () => 'Vul het geheim in dat de inlogdienst gaf, van hoogstens 500 tekens.',
    en: () => 'Fill in the secret that the provider gave, of at most 500 characters.',
  },
  'provider-group-claim': {
    nl: () => 'Vul de naam van het veld met groepen in, zonder spaties. Vaak is dat groups.',
    en: () => 'Fill in the name of the field with groups, without spaces. Often that is groups.',
  },
  'provider-acr': {
    nl: () => 'Het niveau is één woord of adres zonder spaties, van hoogstens 200 tekens.',
    en: () => 'The level is one word or address without spaces, of at most 200 characters.',
  },
  'provider-mail-domains': {
    nl: () => 'Schrijf domeinen zoals organisatie.nl, met een komma ertussen; hoogstens twintig.',
    en: () => 'Write domains such as organisation.nl, with a comma between them; at most twenty.',
  },
  'group-name': {
    nl: () => 'Vul de naam van de groep in, precies zoals de inlogdienst hem geeft.',
    en: () => 'Fill in the name of the group, exactly as the provider gives it.',
  },
  'group-mapped': {
    nl: () => 'Deze groep geeft deze rol daar al.',
    en: () => 'This group gives this role there already.',
  },
})
