import { defineWords } from './words.ts'

/** Pages that say what went wrong: what happened, what to do, what became of what was typed. */
export const errorWords = defineWords({
  nl: {
    notFound: {
      title: 'Deze pagina is er niet',
      text: 'Of je mag deze pagina niet zien. Kijk of het adres klopt, of ga naar de voorpagina.',
    },
    refused: { title: 'Dit kan nu niet', text: 'Er is niets veranderd.' },
    tooMany: {
      title: 'Even wachten',
      text: 'Er kwam te veel tegelijk binnen. Wacht een paar minuten en probeer het dan weer.',
    },
    tooLarge: {
      title: 'Dit is te groot',
      text: 'Een bestand mag hoogstens 5 MB groot zijn. Er is niets bewaard. Stuur een kleiner bestand.',
    },
    tooLong: {
      title: 'Dit is te lang',
      text: 'Wat je stuurde is te lang. Er is niets bewaard. Ga terug en maak het korter.',
    },
    unreadable: {
      title: 'Dit kunnen we niet lezen',
      text: 'Wat je stuurde kwam niet heel aan. Er is niets bewaard. Ga terug en stuur het nog eens.',
    },
    strangeSign: {
      title: 'Er staat een teken in dat we niet kunnen bewaren',
      text: 'Zo’n teken zie je niet. Het komt soms mee als je tekst uit een ander programma plakt. Er is niets bewaard. Ga terug: wat je typte, staat er nog. Typ het geplakte stuk opnieuw en stuur het nog eens.',
    },
    elsewhere: {
      title: 'Dit kwam niet van deze site',
      text: 'Het formulier stond op een andere site. Voor de zekerheid is er niets bewaard. Begin opnieuw op deze site.',
    },
    fault: {
      title: 'Er ging bij ons iets mis',
      text: 'Dat ligt niet aan jou. Wat al bewaard was, is er nog. Probeer het zo nog eens.',
    },
    away: {
      title: 'We zijn er even niet',
      text: 'Deze site doet het even niet. Wat al bewaard was, is er nog. Probeer het over een paar minuten weer.',
    },
    sessionEnded: {
      title: 'Je bent uitgelogd',
      text: 'Je deed een tijd niets. Daarom hebben we je uitgelogd. Wat je typte, bewaren we zeven dagen, alleen voor jou. Log opnieuw in. Dan staat het er weer.',
    },
    home: 'Naar de voorpagina',
    back: 'Terug',
    again: 'Probeer het opnieuw',
    signIn: 'Inloggen',
    reference: (id: string) => `Blijft het misgaan? Bel je gemeente of je beheerder. Noem dan dit kenmerk: ${id}`,
  },
  en: {
    notFound: {
      title: 'This page is not here',
      text: 'Or you may not see this page. Check the address, or go to the front page.',
    },
    refused: { title: 'This cannot be done now', text: 'Nothing has changed.' },
    tooMany: {
      title: 'Please wait a moment',
      text: 'Too much came in at once. Wait a few minutes and then try again.',
    },
    tooLarge: {
      title: 'This is too large',
      text: 'A file may be at most 5 MB. Nothing was kept. Send a smaller file.',
    },
    tooLong: {
      title: 'This is too long',
      text: 'What you sent is too long. Nothing was kept. Go back and make it shorter.',
    },
    unreadable: {
      title: 'We cannot read this',
      text: 'What you sent did not arrive whole. Nothing was kept. Go back and send it once more.',
    },
    strangeSign: {
      title: 'It holds a sign that we cannot keep',
      text: 'You do not see such a sign. It sometimes comes along when you paste text from another program. Nothing was kept. Go back: what you typed is still there. Type the pasted part anew and send it once more.',
    },
    elsewhere: {
      title: 'This did not come from this site',
      text: 'The form stood on another site. To be safe nothing was kept. Start again on this site.',
    },
    fault: {
      title: 'Something went wrong on our side',
      text: 'It is not your fault. What was kept is still there. Try again in a moment.',
    },
    away: {
      title: 'We are away for a moment',
      text: 'This site does not work for the moment. What was kept is still there. Try again in a few minutes.',
    },
    sessionEnded: {
      title: 'You are signed out',
      text: 'You did nothing for a while. So we signed you out. We keep what you typed for seven days, for you alone. Sign in again. Then it is there.',
    },
    home: 'To the front page',
    back: 'Back',
    again: 'Try again',
    signIn: 'Sign in',
    reference: (id: string) =>
      `Does it keep going wrong? Call your municipality or your administrator. Mention this reference: ${id}`,
  },
})
