import type { Card } from '../../capabilities/directory/card.ts'
import type { Freshness } from '../../capabilities/directory/freshness.ts'
import type { Day } from '../../foundation/day.ts'
import { formatDay, formatList, formatMoney } from './format.ts'
import { defineWords, type Lang } from './words.ts'

type Of<K extends keyof Card> = Card[K] extends readonly (infer T extends string)[] ? T : Card[K] & string

const domains = {
  nl: {
    ...{ parenting: 'Opvoeden en kinderen', income: 'Geld en rondkomen', health: 'Gezondheid en gevoel' },
    ...{ housing: 'Wonen', legal: 'Regels en rechten', work: 'Werk en leren' },
    ...{ safety: 'Veiligheid', network: 'Mensen om je heen' },
  },
  en: {
    ...{ parenting: 'Raising children', income: 'Money', health: 'Health and feelings' },
    ...{ housing: 'Home', legal: 'Rules and rights', work: 'Work and learning' },
    ...{ safety: 'Safety', network: 'People around you' },
  },
} satisfies Record<Lang, Record<Of<'domains'>, string>>

const types = {
  nl: {
    general: 'Voor iedereen',
    light: 'Lichte hulp',
    collective: 'Samen met anderen',
    individual: 'Voor jou of je gezin',
  },
  en: {
    general: 'For everybody',
    light: 'Light help',
    collective: 'Together with others',
    individual: 'For you or your family',
  },
} satisfies Record<Lang, Record<Of<'type'>, string>>

const access = {
  nl: { free: 'Zonder verwijzing', indication: 'Met een besluit van de gemeente' },
  en: { free: 'Without a referral', indication: 'After a decision of the municipality' },
} satisfies Record<Lang, Record<Of<'access'>, string>>

const audiences = {
  nl: {
    ...{ everyone: 'iedereen', parents: 'ouders', children: 'kinderen', 'young-people': 'jongeren' },
    ...{ expecting: 'wie een kind verwacht', carers: 'wie voor iemand zorgt', 'older-people': 'ouderen' },
  },
  en: {
    ...{ everyone: 'everybody', parents: 'parents', children: 'children', 'young-people': 'young people' },
    ...{ expecting: 'who expects a child', carers: 'who cares for somebody', 'older-people': 'older people' },
  },
} satisfies Record<Lang, Record<Of<'audiences'>, string>>

const accessible = {
  nl: {
    ...{ wheelchair: 'met een rolstoel binnen', 'adapted-toilet': 'aangepast toilet', lift: 'lift' },
    ...{ 'hearing-loop': 'ringleiding', 'quiet-room': 'stille ruimte', parking: 'parkeerplek voor de deur' },
    ...{ 'bus-stop': 'bushalte dichtbij', 'at-home': 'bij jou thuis', online: 'ook online' },
  },
  en: {
    ...{ wheelchair: 'wheelchair access', 'adapted-toilet': 'adapted toilet', lift: 'lift' },
    ...{ 'hearing-loop': 'hearing loop', 'quiet-room': 'quiet room', parking: 'parking at the door' },
    ...{ 'bus-stop': 'bus stop nearby', 'at-home': 'at your home', online: 'online too' },
  },
} satisfies Record<Lang, Record<Of<'accessible'>, string>>

/** A clock as the wall says it (`09:30`), in words: `9.30 uur`. */
export const clock = (lang: Lang, time: string): string => `${bare(time)}${lang === 'nl' ? '\u00a0uur' : ''}`
const bare = (time: string): string => `${Number(time.slice(0, 2))}.${time.slice(3)}`
/** `9.30 tot 12.00 uur` */
export const span = (lang: Lang, { opens, closes }: { opens: string; closes: string }): string =>
  lang === 'nl' ? `${bare(opens)} tot ${clock(lang, closes)}` : `${bare(opens)} to ${bare(closes)}`

/** A language by its code, in words: `Arabisch`. */
export function languageName(lang: Lang, code: string): string {
  try {
    return new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

/** The local offer as everyone reads it. */
export const offerWords = defineWords({
  nl: {
    windowTitle: 'Hulp in de buurt - Voorveld',
    title: 'Hulp in de buurt',
    titleIn: (place: string) => `Hulp in ${place}`,
    description: 'Waar je terecht kunt bij jou in de buurt, per dorp.',
    lead: 'Waar je terecht kunt, dorp voor dorp. Een account is niet nodig.',
    choose: 'Kies eerst je gemeente. Dan zie je wat er bij jou in de buurt is.',
    chooseLink: 'Kies je gemeente',
    demo: 'Dit is een voorbeeld. De plekken en de nummers zijn verzonnen.',

    walkIn: 'Binnenlopen zonder afspraak',
    walkInText: 'Je hoeft niets te regelen. Iemand luistert en denkt mee.',
    digital: 'Liever niet de deur uit?',
    digitalLink: 'Stel je vraag online',
    noWalkIn: 'Hier is geen plek waar je zo naar binnen kunt.',

    narrow: 'Zoek wat bij je past',
    village: 'Dorp of stad',
    anyVillage: 'Overal',
    domain: 'Waar gaat het over?',
    anyDomain: 'Alles',
    age: 'Voor welke leeftijd?',
    ageHint: 'Een getal. Laat leeg als het niet uitmaakt.',
    accessAsked: 'Hoe kom je erbij?',
    anyAccess: 'Maakt niet uit',
    show: 'Laat zien',
    notKept: 'We bewaren niet wat je kiest.',
    found: (n: number) => (n === 1 ? 'Dit past bij wat je koos' : `${n} plekken passen bij wat je koos`),
    nothing: 'Hier past niets bij',
    nothingHow: 'Kies iets minder precies, of vraag het iemand die meedenkt.',
    all: 'Laat alles zien',
    none: 'Voor deze gemeente staat hier nog niets.',
    ask: 'Stel je vraag aan iemand die meedenkt',
    whole: 'In de hele gemeente',
    inVillage: (n: number) => (n === 1 ? 'één plek' : `${n} plekken`),

    by: (provider: string) => `van ${provider}`,
    where: 'Waar',
    when: 'Wanneer',
    cost: 'Kosten',
    free: 'gratis',
    costs: (cents: number) => formatMoney('nl', cents),
    unknown: 'vraag het na',
    languages: 'Talen',
    waiting: 'Wachttijd',
    noWaiting: 'geen',
    weeks: (n: number) => (n === 1 ? 'ongeveer een week' : `ongeveer ${n} weken`),
    accessible: 'Goed om te weten',
    audience: 'Voor wie',
    ages: (audience: string, from: number | undefined, to: number | undefined) =>
      from === undefined && to === undefined
        ? audience
        : to === undefined
          ? `${audience}, vanaf ${from} jaar`
          : from === undefined
            ? `${audience}, tot en met ${to} jaar`
            : `${audience}, ${from} tot en met ${to} jaar`,
    howLong: 'Hoe lang',
    access: 'Hoe kom je erbij',
    kind: 'Soort',
    about: 'Gaat over',
    phone: 'Bel',
    email: 'Mail',
    website: 'Naar de site',
    websiteOf: (name: string) => `Naar de site van ${name}`,
    begins: (day: Day) => `Begint op ${formatDay('nl', day, 'plain')}.`,
    ends: (day: Day) => `Loopt tot en met ${formatDay('nl', day, 'plain')}.`,
    confirmed: 'Nagekeken',
    confirmedOn: (day: Day) => `op ${formatDay('nl', day, 'plain')}`,
    never: 'nog niet',
    freshness: {
      fresh: '',
      'ask-again': '',
      stale: 'Dit is lang niet nagekeken. Bel eerst, of kijk op de site.',
    } satisfies Record<Freshness, string>,
    back: 'Alle hulp hier',
    next: 'Zo kom je er',
    walkInNext: 'Je kunt zo naar binnen. Een afspraak is niet nodig.',
    hours: 'Openingstijden',
    hoursClosed: 'dicht',
    exception: (day: Day) => formatDay('nl', day, 'long'),
    holidays: 'Op feestdagen is het dicht.',
    noHours: 'Er zijn geen vaste tijden.',
    paper: 'Deze lijst op papier',

    openUntil: (time: string) => `Vandaag open tot ${clock('nl', time)}`,
    openLater: (hours: string) => `Vandaag open van ${hours}`,
    closedToday: 'Vandaag dicht',
    overToday: 'Voor vandaag dicht',
    tomorrow: (hours: string) => `morgen weer van ${hours}`,
    nextOn: (day: Day, hours: string) => `weer op ${formatDay('nl', day, 'long')} van ${hours}`,
    weekdays: {
      ...{ d1: 'maandag', d2: 'dinsdag', d3: 'woensdag', d4: 'donderdag', d5: 'vrijdag', d6: 'zaterdag', d7: 'zondag' },
    },
    domains: domains.nl,
    types: types.nl,
    accesses: access.nl,
    audiences: audiences.nl,
    accessibles: accessible.nl,
    list: (items: readonly string[]) => formatList('nl', items),

    near: 'Dichtbij',
    allNear: (place: string) => `Alle hulp in ${place}`,
    found2: 'Hulp in de buurt die hierbij past',

    paperTitle: (place: string) => `Hulp in ${place}: waar je terecht kunt`,
    paperLead: 'Een lijst om op te hangen of in de krant te zetten.',
    paperIntro: 'Iedereen kan hier terecht. Weet je niet wat past? Bel of loop binnen. Er wordt met je meegedacht.',
    paperDay: (day: Day) => `Stand van ${formatDay('nl', day, 'plain')}.`,
    paperText: 'Dezelfde lijst als platte tekst',
    paperHow: 'Print deze pagina, of geef de platte tekst aan de krant.',
    paperOnline: (address: string) => `De nieuwste lijst staat op ${address}`,
    paperFree: 'Gratis',
  },
  en: {
    windowTitle: 'Help nearby - Voorveld',
    title: 'Help nearby',
    titleIn: (place: string) => `Help in ${place}`,
    description: 'Where you can go near you, village by village.',
    lead: 'Where you can go, village by village. No account is needed.',
    choose: 'First choose your municipality. Then you see what there is near you.',
    chooseLink: 'Choose your municipality',
    demo: 'This is an example. The places and the numbers are made up.',

    walkIn: 'Walk in without an appointment',
    walkInText: 'You need not arrange anything. Somebody listens and thinks along.',
    digital: 'Rather stay in?',
    digitalLink: 'Ask your question online',
    noWalkIn: 'There is no place here where you can just walk in.',

    narrow: 'Find what suits you',
    village: 'Village or town',
    anyVillage: 'Everywhere',
    domain: 'What is it about?',
    anyDomain: 'Everything',
    age: 'For which age?',
    ageHint: 'A number. Leave it empty when it does not matter.',
    accessAsked: 'How do you get in?',
    anyAccess: 'It does not matter',
    show: 'Show',
    notKept: 'We do not keep what you choose.',
    found: (n: number) => (n === 1 ? 'This suits what you chose' : `${n} places suit what you chose`),
    nothing: 'Nothing here suits that',
    nothingHow: 'Choose a little less precisely, or ask somebody who thinks along.',
    all: 'Show everything',
    none: 'For this municipality nothing stands here yet.',
    ask: 'Ask your question to somebody who thinks along',
    whole: 'In the whole municipality',
    inVillage: (n: number) => (n === 1 ? 'one place' : `${n} places`),

    by: (provider: string) => `by ${provider}`,
    where: 'Where',
    when: 'When',
    cost: 'Cost',
    free: 'free',
    costs: (cents: number) => formatMoney('en', cents),
    unknown: 'please ask',
    languages: 'Languages',
    waiting: 'Waiting time',
    noWaiting: 'none',
    weeks: (n: number) => (n === 1 ? 'about a week' : `about ${n} weeks`),
    accessible: 'Good to know',
    audience: 'For whom',
    ages: (audience: string, from: number | undefined, to: number | undefined) =>
      from === undefined && to === undefined
        ? audience
        : to === undefined
          ? `${audience}, from ${from} years`
          : from === undefined
            ? `${audience}, up to ${to} years`
            : `${audience}, ${from} to ${to} years`,
    howLong: 'How long',
    access: 'How you get in',
    kind: 'Kind',
    about: 'Is about',
    phone: 'Call',
    email: 'Mail',
    website: 'To the site',
    websiteOf: (name: string) => `To the site of ${name}`,
    begins: (day: Day) => `Begins on ${formatDay('en', day, 'plain')}.`,
    ends: (day: Day) => `Runs until ${formatDay('en', day, 'plain')}.`,
    confirmed: 'Checked',
    confirmedOn: (day: Day) => `on ${formatDay('en', day, 'plain')}`,
    never: 'not yet',
    freshness: {
      fresh: '',
      'ask-again': '',
      stale: 'This was not checked for long. Call first, or look at the site.',
    },
    back: 'All help here',
    next: 'How to get there',
    walkInNext: 'You can just walk in. No appointment is needed.',
    hours: 'Opening hours',
    hoursClosed: 'closed',
    exception: (day: Day) => formatDay('en', day, 'long'),
    holidays: 'Closed on public holidays.',
    noHours: 'There are no fixed hours.',
    paper: 'This list on paper',

    openUntil: (time: string) => `Open today until ${clock('en', time)}`,
    openLater: (hours: string) => `Open today from ${hours}`,
    closedToday: 'Closed today',
    overToday: 'Closed for today',
    tomorrow: (hours: string) => `again tomorrow from ${hours}`,
    nextOn: (day: Day, hours: string) => `again on ${formatDay('en', day, 'long')} from ${hours}`,
    weekdays: {
      ...{ d1: 'Monday', d2: 'Tuesday', d3: 'Wednesday', d4: 'Thursday', d5: 'Friday', d6: 'Saturday', d7: 'Sunday' },
    },
    domains: domains.en,
    types: types.en,
    accesses: access.en,
    audiences: audiences.en,
    accessibles: accessible.en,
    list: (items: readonly string[]) => formatList('en', items),

    near: 'Nearby',
    allNear: (place: string) => `All help in ${place}`,
    found2: 'Help nearby that suits this',

    paperTitle: (place: string) => `Help in ${place}: where you can go`,
    paperLead: 'A list to put up or to give to the paper.',
    paperIntro: 'Everybody is welcome here. Not sure what suits you? Call or walk in. Somebody thinks along with you.',
    paperDay: (day: Day) => `As of ${formatDay('en', day, 'plain')}.`,
    paperText: 'The same list as plain text',
    paperHow: 'Print this page, or give the plain text to the paper.',
    paperOnline: (address: string) => `The newest list stands at ${address}`,
    paperFree: 'Free',
  },
})
