import type { Day } from '../../foundation/day.ts'
import { formatDay, formatNumber } from './format.ts'
import { defineWords } from './words.ts'

/** What a programme counts, in the words of its own office, as residents say it. */
const EVERYDAY: Readonly<Record<string, string>> = { trajecten: 'aanmeldingen', trajectories: 'sign-ups' }
const everyday = (unit: string): string => EVERYDAY[unit] ?? unit

/** The home page. Residents read this first: B1, short, "je". */
export const homeWords = defineWords({
  nl: {
    windowTitle: 'Hulp voor gezinnen - Voorveld',
    description: 'Welke gratis hulp er is voor gezinnen, dicht bij huis.',
    title: 'Je hoeft het niet alleen uit te zoeken',
    lead: (place: string) =>
      `Twijfel je over je relatie? Gaan jullie uit elkaar, of is het thuis soms te veel? In ${place} denkt iemand met je mee. Gratis, en ook als je vraag nog klein is.`,
    yourPlace: 'jouw gemeente',
    ask: 'Stel je vraag',
    choosePlace: 'Kies je gemeente, dan zie je de hulp in de buurt',
    otherPlace: 'Een andere gemeente',
    independent: 'De scheidingsdeskundige geeft raad los van de gemeente, is geen mediator en kiest geen partij.',
    unsafeLink: 'Is het thuis niet veilig?',
    nothingAsked: 'Twee minuten. Geen account. Je naam hoeft niet.',
    demo: 'Dit is een voorbeeld. Alle mensen, plaatsen en cijfers zijn verzonnen.',

    help: 'Welke hulp er is',
    nearby: 'Waar je zo binnen kunt lopen, per dorp',
    helpBeside: 'Deze hulp is gratis. Weet je niet wat past? Stel je vraag. We denken met je mee.',
    helpMore: (n: number) => `Bekijk nog ${n} soorten hulp`,
    helpNone: 'Hier is nog geen hulp bij ons bekend. Vraag je gemeente wat er is.',

    counted: 'Je bent niet de enige',
    countedBeside: 'We tellen hoeveel mensen hulp vragen. We laten nooit zien wie.',
    about: (n: number, unit: string) => `Ongeveer ${formatNumber('nl', n)} ${everyday(unit)}`,
    exactly: (n: number, unit: string) => `${formatNumber('nl', n)} ${everyday(unit)}`,
    unknown: 'Nog niet bekend',
    countedOn: (name: string, place: string, on: Day) =>
      `${name}. Geteld in ${place} op ${formatDay('nl', on, 'plain')}.`,
    roundedTo: (step: number) => `We ronden af op ${formatNumber('nl', step)}, zodat niemand te herkennen is.`,
    howCounted: 'Zo tellen we',

    what: 'Wat is Voorveld?',
    whatBeside: 'Eén plek voor hulp die vroeg begint.',
    forYou: 'Voor jou',
    forYouText: 'Je leest welke hulp er is in je buurt. Daar heb je geen account voor nodig.',
    forWorkers: 'Voor wie met gezinnen werkt',
    forWorkersText: 'Je geeft je lijst één keer door. De cijfers komen er vanzelf uit.',
    signIn: 'Inloggen',
    forPolicy: 'Voor wie beleid maakt',
    forPolicyText: 'Elk cijfer legt uit hoe het is geteld. Kleine aantallen blijven verborgen.',
    passports: 'Lees hoe wij tellen',
    yourData: 'Jouw gegevens',
    yourDataText: 'Wij volgen je niet op deze site. Er gaat niets naar andere bedrijven.',

    unsafe: 'Is het thuis niet veilig?',
    danger: 'Direct gevaar? Bel',
    safeHome: 'Veilig Thuis, dag en nacht',
    callFree: 'Bel gratis',
    noName: 'Je hoeft je naam niet te zeggen.',
    history:
      'Met ‘Snel weg’ verdwijnt deze site meteen van je scherm. Drie keer op Esc drukken werkt meestal ook. Deze site blijft wel in de geschiedenis van je browser staan.',

    closing: 'Een eerste vraag mag klein zijn. Er is geen goed of fout moment om die te stellen.',
    greeting: 'Hartelijke groet,',
    from: (place: string) => `iedereen die meedenkt in ${place}`,
  },
  en: {
    windowTitle: 'Help for families - Voorveld',
    description: 'Which free help there is for families, close to home.',
    title: 'You do not have to work it out alone',
    lead: (place: string) =>
      `Are you in doubt about your relationship? Are you splitting up, or is it sometimes too much at home? In ${place} somebody thinks along with you. For free, also when your question is still small.`,
    yourPlace: 'your municipality',
    ask: 'Ask your question',
    choosePlace: 'Choose your municipality to see the help near you',
    otherPlace: 'Another municipality',
    independent: 'The separation expert advises independently of the municipality, is no mediator and takes no side.',
    unsafeLink: 'Is it not safe at home?',
    nothingAsked: 'Two minutes. No account. No name needed.',
    demo: 'This is an example. All people, places and figures are made up.',

    help: 'Which help there is',
    nearby: 'Where you can just walk in, by village',
    helpBeside: 'This help is free. Not sure what fits? Ask your question. We think along with you.',
    helpMore: (n: number) => `See ${n} more kinds of help`,
    helpNone: 'We do not know of any help here yet. Ask your municipality what there is.',

    counted: 'You are not the only one',
    countedBeside: 'We count how many people ask for help. We never show who.',
    about: (n: number, unit: string) => `About ${formatNumber('en', n)} ${everyday(unit)}`,
    exactly: (n: number, unit: string) => `${formatNumber('en', n)} ${everyday(unit)}`,
    unknown: 'Not known yet',
    countedOn: (name: string, place: string, on: Day) =>
      `${name}. Counted in ${place} on ${formatDay('en', on, 'plain')}.`,
    roundedTo: (step: number) => `We round to ${formatNumber('en', step)}, so that nobody can be recognised.`,
    howCounted: 'How we count this',

    what: 'What is Voorveld?',
    whatBeside: 'One place for help that starts early.',
    forYou: 'For you',
    forYouText: 'You read which help there is near you. You need no account for that.',
    forWorkers: 'For who works with families',
    forWorkersText: 'You hand in your list once. The figures come out of it by themselves.',
    signIn: 'Sign in',
    forPolicy: 'For who makes policy',
    forPolicyText: 'Every figure explains how it was counted. Small numbers stay hidden.',
    passports: 'Read how we count',
    yourData: 'Your data',
    yourDataText: 'We do not follow you on this site. Nothing goes to other companies.',

    unsafe: 'Is it not safe at home?',
    danger: 'In danger now? Call',
    safeHome: 'Veilig Thuis (Safe at Home), day and night',
    callFree: 'Call for free',
    noName: 'You do not have to say your name.',
    history:
      'With ‘Leave’ this site goes from your screen at once. Pressing Esc three times mostly does the same. This site does stay in the history of your browser.',

    closing: 'A first question may be small. There is no right or wrong moment to ask it.',
    greeting: 'Kind regards,',
    from: (place: string) => `everyone who thinks along in ${place}`,
  },
})
