import type { OddKind } from '../../capabilities/access/odd-sign-ins/odd.ts'
import { defineWords } from './words.ts'

type Kinds = Readonly<Record<OddKind, string>>

const kinds: { readonly nl: Kinds; readonly en: Kinds } = {
  nl: {
    'failed-peak': 'Veel pogingen mislukt',
    'many-accounts': 'Veel accounts vanaf één netwerk',
    'many-networks': 'Eén account vanaf veel netwerken',
    'odd-hour': 'Ingelogd op een ongewone tijd',
    'new-network': 'Ingelogd vanaf een nieuw netwerk',
  },
  en: {
    'failed-peak': 'Many tries failed',
    'many-accounts': 'Many accounts from one network',
    'many-networks': 'One account from many networks',
    'odd-hour': 'Signed in at an unusual time',
    'new-network': 'Signed in from a new network',
  },
}

/** What is odd about signing in: for who answers for accounts, and for the person concerned. */
export const oddSignInWords = defineWords({
  nl: {
    title: 'Opvallend bij inloggen',
    lead: 'Hier staat wat opvalt bij de accounts waar jij over gaat. Vaak is er niets aan de hand. Kijk het toch na.',
    back: 'Mensen',
    since: (n: number) => (n === 1 ? 'Eén nieuw punt sinds gisteren.' : `${n} nieuwe punten sinds gisteren.`),
    when: 'Wanneer',
    what: 'Wat',
    whose: 'Van wie',
    more: 'Meer',
    kinds: kinds.nl,
    municipality: (name: string) => `eigen mensen van ${name}`,
    everyone: 'alle accounts samen',
    unseen: 'iemand buiten jouw gebied',
    failed: (tries: number, usual: number) => `${tries} mislukt in een uur. Gewoon is ${usual}.`,
    accounts: (accounts: number, tries: number, network: string) =>
      `${accounts} accounts, ${tries} pogingen, netwerk ${network}.`,
    networks: (networks: number, tries: number) => `${networks} netwerken, ${tries} pogingen in een uur.`,
    answers: { mine: 'Was het zelf.', 'not-mine': 'Was het niet zelf. Overal uitgelogd, nieuw wachtwoord gevraagd.' },
    empty: 'Er valt niets op',
    emptyWhat: 'Zodra er iets opvalt, staat het hier. Bij een piek krijg je meteen een mail.',
    todo: 'Wat doe je hiermee?',
    todos: {
      call: 'Bel de persoon van het account. Vraag of die zelf inlogde.',
      other: 'Was het een ander? Zet het account uit bij Mensen. Dan is iedereen er meteen uit.',
      peak: 'Zie je een piek, of veel accounts vanaf één netwerk? Geef dat door aan wie bij jullie gaat over veilige systemen.',
    },
    kept: 'Wat we bewaren',
    keptText:
      'Van een poging bewaren we zes weken het moment, het soort apparaat en een kenmerk van het netwerk. Het netwerk zelf bewaren we niet. Wat opviel staat hier een half jaar. Waar inwoners inloggen zie je hier niet.',

    own: 'Was jij dit?',
    ownKinds: {
      'new-network': 'Er is ingelogd op je account vanaf een netwerk dat je niet eerder gebruikte.',
      'odd-hour': 'Er is ingelogd op je account op een tijd waarop jij dat anders niet doet.',
    },
    ownWhen: (moment: string, device: string) => `Op ${moment}, met ${device}.`,
    ownText:
      'Een netwerk is bijvoorbeeld je wifi thuis. Was jij het niet? Dan loggen we je overal uit. Je kiest dan een nieuw wachtwoord en stelt je telefoon opnieuw in.',
    mine: 'Dat was ik',
    notMine: 'Dat was ik niet',
    done: { bekend: 'Bedankt. We weten nu dat jij het was.' },

    renewTitle: 'Kies een nieuw wachtwoord',
    renewText:
      'Je zei dat een ander op je account inlogde. Op alle andere apparaten ben je uitgelogd. Met een nieuw wachtwoord komt die ander er niet meer in.',
    renewAfter: 'Daarna stel je je telefoon opnieuw in. Had je sleutels op je apparaten? Maak die dan ook opnieuw.',
    renew: 'Bewaar en ga verder',
    forgot: 'Wachtwoord kwijt? Vraag je beheerder om een nieuwe uitnodiging.',
  },
  en: {
    title: 'Odd sign-ins',
    lead: 'Here is what is odd about the accounts that you answer for. Often nothing is wrong. Look into it all the same.',
    back: 'People',
    since: (n: number) => (n === 1 ? 'One new point since yesterday.' : `${n} new points since yesterday.`),
    when: 'When',
    what: 'What',
    whose: 'Whose',
    more: 'More',
    kinds: kinds.en,
    municipality: (name: string) => `own people of ${name}`,
    everyone: 'all accounts together',
    unseen: 'somebody outside your area',
    failed: (tries: number, usual: number) => `${tries} failed in an hour. Usual is ${usual}.`,
    accounts: (accounts: number, tries: number, network: string) =>
      `${accounts} accounts, ${tries} tries, network ${network}.`,
    networks: (networks: number, tries: number) => `${networks} networks, ${tries} tries in an hour.`,
    answers: { mine: 'It was that person.', 'not-mine': 'It was somebody else. Signed out, new password asked.' },
    empty: 'Nothing is odd',
    emptyWhat: 'As soon as something is odd, it stands here. At a peak you get a mail at once.',
    todo: 'What do you do with this?',
    todos: {
      call: 'Call the person of the account. Ask whether it was that person who signed in.',
      other: 'Was it somebody else? Switch the account off under People. Then everybody is out at once.',
      peak: 'Do you see a peak, or many accounts from one network? Pass it on to who looks after security with you.',
    },
    kept: 'What we keep',
    keptText:
      'Of a try we keep the moment, the kind of device and a mark of the network for six weeks. We do not keep the network itself. What was odd stands here for half a year. Where residents sign in is not shown here.',

    own: 'Was this you?',
    ownKinds: {
      'new-network': 'Somebody signed in to your account from a network that you did not use before.',
      'odd-hour': 'Somebody signed in to your account at a time when you otherwise do not.',
    },
    ownWhen: (moment: string, device: string) => `On ${moment}, with ${device}.`,
    ownText:
      'A network is for example your wifi at home. Was it not you? Then we sign you out everywhere. You choose a new password and set your phone up again.',
    mine: 'That was me',
    notMine: 'That was not me',
    done: { bekend: 'Thank you. We know now that it was you.' },

    renewTitle: 'Choose a new password',
    renewText:
      'You said that somebody else signed in to your account. On all other devices you are signed out. With a new password the other one no longer gets in.',
    renewAfter: 'After that you set your phone up again. Did you have keys on your devices? Make those again as well.',
    renew: 'Save and go on',
    forgot: 'Lost your password? Ask your administrator for a new invitation.',
  },
})
