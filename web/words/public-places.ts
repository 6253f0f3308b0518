import { defineWords } from './words.ts'

/** Choosing a municipality on the public site. */
export const placeWords = defineWords({
  nl: {
    windowTitle: 'Kies je gemeente - Voorveld',
    title: 'Waar woon je?',
    lead: 'Kies je gemeente. Dan zie je de hulp die bij jou in de buurt is.',
    field: 'Je gemeente, je dorp of je postcode',
    hint: 'We vragen je apparaat niet waar je bent, en we bewaren dit niet.',
    hintDemo: 'We vragen je apparaat niet waar je bent, en we bewaren dit niet. In deze proef kun je 0115 typen.',
    button: 'Zoek mijn gemeente',
    notFound: (typed: string) =>
      typed === '' ? 'Typ een naam of postcode.' : 'Dit kennen we niet. Kijk hoe je het schreef, of kies hieronder.',
    meant: 'Bedoel je dit?',
    all: 'Alle gemeenten op deze site',
  },
  en: {
    windowTitle: 'Choose your municipality - Voorveld',
    title: 'Where do you live?',
    lead: 'Choose your municipality. Then you see the help that is near you.',
    field: 'Your municipality, village or postcode',
    hint: 'We do not ask your device where you are, and we do not keep this.',
    hintDemo: 'We do not ask your device where you are, and we do not keep this. In this demo you can type 0115.',
    button: 'Find my municipality',
    notFound: (typed: string) =>
      typed === '' ? 'Type a name or postcode.' : 'We do not know this. Check how you wrote it, or choose below.',
    meant: 'Do you mean this?',
    all: 'All municipalities on this site',
  },
})
