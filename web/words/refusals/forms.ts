import { defineRefusals } from '../refusal.ts'

export const formRefusals = defineRefusals({
  'form-faulty': {
    nl: () =>
      'Er zit een fout in dit formulier. Dat ligt niet aan jou. Bel je gemeente of je beheerder. Er is niets bewaard.',
    en: () =>
      'There is a fault in this form. It is not your fault. Call your municipality or your administrator. Nothing was kept.',
  },
  'form-broken': {
    nl: () => 'Wat je stuurde kwam niet heel aan. Er is niets bewaard. Begin opnieuw.',
    en: () => 'What you sent did not arrive whole. Nothing was kept. Start again.',
  },
  'form-expired': {
    nl: () => 'Het formulier stond te lang open. Voor je veiligheid is alles weg. Begin opnieuw.',
    en: () => 'The form was open for too long. For your safety everything is gone. Start again.',
  },
  'answer-missing': {
    nl: () => 'Vul hier iets in.',
    en: () => 'Fill in something here.',
  },
  'answer-not-chosen': {
    nl: () => 'Kies een antwoord.',
    en: () => 'Choose an answer.',
  },
  'answer-not-offered': {
    nl: () => 'Kies een van de antwoorden die er staan.',
    en: () => 'Choose one of the answers that are there.',
  },
  'answer-too-long': {
    nl: (given) => `Je tekst is te lang: ${given.now} tekens. Er passen er ${given.most}. Maak hem korter.`,
    en: (given) => `Your text is too long: ${given.now} characters. There is room for ${given.most}. Make it shorter.`,
  },
  'answer-holds-bsn': {
    nl: () =>
      'Hier staat een nummer dat je burgerservicenummer (BSN) kan zijn. Dat mogen wij niet bewaren. Haal het weg.',
    en: () => 'This holds a number that may be your citizen service number (BSN). We may not keep that. Take it out.',
  },
  'answer-no-phone': {
    nl: () => 'Dit lijkt geen telefoonnummer. Vul alleen cijfers in, bijvoorbeeld 06 12345678.',
    en: () => 'This does not look like a phone number. Fill in digits only, such as 06 12345678.',
  },
  'answer-no-mail': {
    nl: () => 'Dit lijkt geen e-mailadres. Een e-mailadres ziet eruit als naam@voorbeeld.nl.',
    en: () => 'This does not look like an e-mail address. One looks like name@example.org.',
  },
  'answer-no-number': {
    nl: () => 'Vul een heel getal in, alleen met cijfers.',
    en: () => 'Fill in a whole number, with digits only.',
  },
  'answer-out-of-range': {
    nl: (given) => `Vul een getal in van ${given.from} tot en met ${given.to}.`,
    en: (given) => `Fill in a number from ${given.from} to ${given.to}.`,
  },
  'answer-no-day': {
    nl: () => 'Deze dag bestaat niet. Kies een dag in de kalender.',
    en: () => 'This day does not exist. Choose a day in the calendar.',
  },
  'answer-no-ages': {
    nl: () => 'Vul leeftijden in jaren in, bijvoorbeeld 4, 7. Nooit een geboortedatum.',
    en: () => 'Fill in ages in years, such as 4, 7. Never a birth date.',
  },
  'typed-field-wrong': {
    nl: () => 'Dit veld klopt nog niet. Kijk wat erbij staat, en vul het opnieuw in. Er is niets bewaard.',
    en: () => 'This field is not right yet. See what stands beside it and fill it in again. Nothing was kept.',
  },
  'typed-holds-mail': {
    nl: () => 'Hierin staat een e-mailadres of een naam van sociale media. Haal dat weg. Er is niets bewaard.',
    en: () => 'This holds an e-mail address or a name from social media. Take it out. Nothing was kept.',
  },
  'typed-holds-phone': {
    nl: () => 'Hierin staat een telefoonnummer. Haal dat weg. Er is niets bewaard.',
    en: () => 'This holds a phone number. Take it out. Nothing was kept.',
  },
  'typed-holds-citizen-number': {
    nl: () => 'Hierin staat een getal dat een burgerservicenummer kan zijn. Haal dat weg. Er is niets bewaard.',
    en: () => 'This holds a number that can be a citizen service number. Take it out. Nothing was kept.',
  },
  'typed-holds-postcode': {
    nl: () => 'Hierin staat een postcode. Haal het adres weg. Er is niets bewaard.',
    en: () => 'This holds a postcode. Take the address out. Nothing was kept.',
  },
  'typed-day-ahead': {
    nl: () => 'Deze dag moet nog komen. Kies vandaag of eerder.',
    en: () => 'This day is still to come. Choose today or earlier.',
  },
})
