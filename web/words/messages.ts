import type { MessageKind, MessageReason, MessageState } from '../../capabilities/messages/message.ts'
import { defineWords, type Lang } from './words.ts'

type MailOfKind = { readonly lines: readonly string[]; readonly link: string; readonly after: string }

/**
 * What a mail says, per kind. No word of it may tell what the work or the help is about: whoever looks over a shoulder reads
 * it too. One subject for all, so that a list of mails tells nothing either.
 */
export const mails: Readonly<Record<Lang, Readonly<Record<MessageKind, MailOfKind>>>> = {
  nl: {
    invitation: {
      lines: ['Je bent uitgenodigd voor Voorveld.', 'Kies een wachtwoord. Daarna kun je inloggen.'],
      link: 'Kies een wachtwoord',
      after:
        'De link werkt één keer, zeven dagen lang. Stuur hem niet door. Verwacht je dit niet? Dan hoef je niets te doen.',
    },
    'work-waiting': {
      lines: ['Er staat iets voor je klaar in Voorveld.'],
      link: 'Ga naar Voorveld',
      after: 'Wil je deze berichten niet? Zet ze dan uit bij Mijn account.',
    },
    'account-password': {
      lines: ['Het wachtwoord van je account is veranderd.', 'Heb je dat zelf gedaan? Dan hoef je niets te doen.'],
      link: 'Bekijk je account',
      after: 'Heb je dit niet zelf gedaan? Bel dan meteen je beheerder.',
    },
    'account-sign-in': {
      lines: [
        'Er is ingelogd op je account met een apparaat dat we nog niet kenden.',
        'Was je dat zelf? Dan hoef je niets te doen.',
      ],
      link: 'Bekijk je account',
      after: 'Was je dat niet? Log dan overal uit en verander je wachtwoord.',
    },
    'request-received': {
      lines: [
        'Je bericht is aangekomen.',
        'Op de site lees je hoe ver het is. Daarvoor heb je de code nodig die je van ons kreeg.',
      ],
      link: 'Ga naar de site',
      after: 'Was jij dit niet? Dan hoef je niets te doen.',
    },
    attention: {
      lines: ['Kijk vandaag even in Voorveld.'],
      link: 'Ga naar Voorveld',
      after: 'Je krijgt dit bericht omdat je meekijkt of alles goed gaat.',
    },
    'offer-check': {
      lines: ['Jullie staan op onze site.', 'Klopt het nog wat daar staat? Nakijken kost een minuut.'],
      link: 'Kijk het na',
      after: 'De link werkt één keer, dertig dagen lang. Je hebt geen account nodig.',
    },
  },
  en: {
    invitation: {
      lines: ['You are invited to Voorveld.', 'Choose a password. After that you can sign in.'],
      link: 'Choose a password',
      after:
        'The link works once, for seven days. Do not pass it on. Not expecting this? Then you need not do anything.',
    },
    'work-waiting': {
      lines: ['Something is ready for you in Voorveld.'],
      link: 'Go to Voorveld',
      after: 'Do you not want these messages? Switch them off under My account.',
    },
    'account-password': {
      lines: ['The password of your account was changed.', 'Did you do that yourself? Then you need not do anything.'],
      link: 'Look at your account',
      after: 'Did you not do this yourself? Then call your administrator right away.',
    },
    'account-sign-in': {
      lines: [
        'Somebody signed in to your account with a device that we did not know yet.',
        'Was it you? Then you need not do anything.',
      ],
      link: 'Look at your account',
      after: 'Was it not you? Then sign out everywhere and change your password.',
    },
    'request-received': {
      lines: [
        'Your message has arrived.',
        'On the site you can read how far it is. For that you need the code that we gave you.',
      ],
      link: 'Go to the site',
      after: 'Was this not you? Then you need not do anything.',
    },
    attention: {
      lines: ['Please look into Voorveld today.'],
      link: 'Go to Voorveld',
      after: 'You get this message because you watch whether all goes well.',
    },
    'offer-check': {
      lines: ['You are on our site.', 'Is what it says there still right? Looking takes a minute.'],
      link: 'Have a look',
      after: 'The link works once, for thirty days. You need no account.',
    },
  },
}

export const mailFrame = {
  nl: {
    subject: 'Bericht van Voorveld',
    hello: 'Hallo,',
    bye: 'Groet,',
    noReply: 'Op dit bericht kun je niet antwoorden.',
  },
  en: {
    subject: 'Message from Voorveld',
    hello: 'Hello,',
    bye: 'Greetings,',
    noReply: 'You cannot answer this message.',
  },
} as const

/** A mail in words: lines above the link, the words of the link, lines below it. */
export type MailWords = {
  readonly subject: string
  readonly above: readonly string[]
  readonly link: string
  readonly below: readonly string[]
}

export function mailWords(lang: Lang, kind: MessageKind): MailWords {
  const { subject, hello, bye, noReply } = mailFrame[lang]
  const { lines, link, after } = mails[lang][kind]
  return { subject, above: [hello, ...lines], link, below: [after, noReply, `${bye}\nVoorveld`] }
}

/** The mail as plain text. */
export function mailText(words: MailWords, href: string): string {
  return `${[...words.above, `${words.link}:\n${href}`, ...words.below].join('\n\n')}\n`
}

const kinds = {
  nl: {
    invitation: 'uitnodiging',
    'work-waiting': 'er staat iets klaar',
    'account-password': 'wachtwoord veranderd',
    'account-sign-in': 'ingelogd met een nieuw apparaat',
    'request-received': 'bericht aangekomen',
    attention: 'kijk even mee',
    'offer-check': 'klopt de kaart nog',
  },
  en: {
    invitation: 'invitation',
    'work-waiting': 'something is ready',
    'account-password': 'password changed',
    'account-sign-in': 'signed in with a new device',
    'request-received': 'message arrived',
    attention: 'please look',
    'offer-check': 'is the card still right',
  },
} satisfies Record<Lang, Record<MessageKind, string>>

const states = {
  nl: {
    queued: 'gaat zo weg',
    sent: 'verstuurd',
    failed: 'nog niet gelukt, we proberen het opnieuw',
    'given-up': 'niet gelukt, we proberen het niet meer',
    'not-needed': 'niet verstuurd',
  },
  en: {
    queued: 'about to go',
    sent: 'sent',
    failed: 'no luck yet, we will try again',
    'given-up': 'no luck, we no longer try',
    'not-needed': 'not sent',
  },
} satisfies Record<Lang, Record<MessageState, string>>

const reasons = {
  nl: {
    'server-away': 'De mailserver antwoordt niet.',
    'server-busy': 'De mailserver vraagt om te wachten.',
    'server-login-refused':
      'De mailserver laat ons niet inloggen. Vraag wie Voorveld beheert om de instelling na te kijken.',
    'no-safe-connection':
      'De lijn naar de mailserver is niet veilig. Vraag wie Voorveld beheert om de instelling na te kijken.',
    'mail-refused': 'De mailserver weigert dit bericht. Kijk of het e-mailadres klopt.',
    'address-unusable': 'Dit e-mailadres kunnen we niet gebruiken. Vul een ander adres in.',
    'mail-off': 'Mailen staat hier uit.',
    'no-recipient': 'Deze persoon is uitgezet of heeft geen e-mailadres.',
    'switched-off': 'Deze persoon wil geen mail over werk.',
    covered: 'Een ander bericht zei dit al.',
    'link-over': 'De link is al gebruikt, te oud, of vervangen door een nieuwe.',
  },
  en: {
    'server-away': 'The mail server does not answer.',
    'server-busy': 'The mail server asks us to wait.',
    'server-login-refused': 'The mail server does not let us sign in. Ask whoever runs Voorveld to check the setting.',
    'no-safe-connection': 'The line to the mail server is not safe. Ask whoever runs Voorveld to check the setting.',
    'mail-refused': 'The mail server refuses this message. See whether the e-mail address is right.',
    'address-unusable': 'We cannot use this e-mail address. Fill in another one.',
    'mail-off': 'Mail is switched off here.',
    'no-recipient': 'This person is switched off or has no e-mail address.',
    'switched-off': 'This person wants no mail about work.',
    covered: 'Another message said so already.',
    'link-over': 'The link is used, too old, or replaced by a newer one.',
  },
} satisfies Record<Lang, Record<MessageReason, string>>

/** The page on which one sees what was sent, and the choice on the own account. */
export const messageWords = defineWords({
  nl: {
    title: 'Berichten',
    lead: 'Welke mail naar wie ging. Een mail noemt nooit een naam, plaats of onderwerp. Dat lees je pas na het inloggen.',
    when: 'Wanneer',
    what: 'Bericht',
    who: 'Aan',
    state: 'Stand',
    text: 'Tekst',
    asker: 'iemand zonder account',
    provider: 'een aanbieder',
    unseen: 'iemand buiten jouw gebied',
    empty: 'Er is nog niets verstuurd',
    emptyWhat: 'Zodra er een mail weggaat, staat die hier.',
    demo: 'Dit is een voorbeeld: er gaat geen mail de deur uit. Daarom lees je hier ook de tekst.',
    tokenHidden: 'de-link-van-deze-persoon',
    kinds: kinds.nl,
    states: states.nl,
    reasons: reasons.nl,
    choice: 'Mail over werk',
    choiceText:
      'Staat er iets voor je klaar? Dan krijg je hoogstens één mail per uur. Is er haast? Dan mailen we altijd meteen.',
    choiceOn: 'Je krijgt nu mail als er werk voor je klaarstaat.',
    choiceOff: 'Je krijgt nu geen mail als er werk voor je klaarstaat.',
    switchOn: 'Zet mail over werk aan',
    switchOff: 'Zet mail over werk uit',
    mailLink: (email: string) => `Mail deze link naar ${email}`,
    mailed: 'Gedaan. De link gaat zo per mail weg. Bij Berichten zie je of dat is gelukt.',
  },
  en: {
    title: 'Messages',
    lead: 'Which mail went to whom. A mail never tells a name, place or topic. That is read after signing in.',
    when: 'When',
    what: 'Message',
    who: 'To',
    state: 'State',
    text: 'Text',
    asker: 'somebody without an account',
    provider: 'a provider',
    unseen: 'somebody outside your area',
    empty: 'Nothing was sent yet',
    emptyWhat: 'As soon as a mail leaves, it stands here.',
    demo: 'This is an example: no mail leaves. That is why you can read the text here.',
    tokenHidden: 'the-link-of-this-person',
    kinds: kinds.en,
    states: states.en,
    reasons: reasons.en,
    choice: 'Mail about work',
    choiceText:
      'Is something ready for you? Then you get at most one mail an hour. When it is urgent we always mail at once.',
    choiceOn: 'You get mail now when work is ready for you.',
    choiceOff: 'You get no mail now when work is ready for you.',
    switchOn: 'Switch mail about work on',
    switchOff: 'Switch mail about work off',
    mailLink: (email: string) => `Mail this link to ${email}`,
    mailed: 'Done. The link leaves by mail in a moment. Under Messages you see whether it did.',
  },
})
