import type { Day } from '../../foundation/day.ts'
import { formatDay } from './format.ts'
import { defineWords } from './words.ts'

/** Inviting a person from the own file to sign in. */
export const invitingWords = defineWords({
  nl: {
    title: 'Uitnodigen om in te loggen',
    lead: (name: string) =>
      `${name} leest daarna zelf het eigen dossier en het plan, en van niemand anders. Niemand anders van het gezin ziet dat je uitnodigt.`,
    fact: 'Zelf inloggen',
    notYet: 'nog niet uitgenodigd',
    invitedOn: (on: Day) => `uitgenodigd op ${formatDay('nl', on, 'plain')}`,
    mail: 'E-mailadres',
    mailSafe: 'Is mailen veilig?',
    readBy: 'Wie leest mee?',
    unsaid: 'niet gevraagd',
    not: 'Nu kan dit niet',
    toReach: 'Naar “Bereiken”',
    howTitle: 'Zo gaat het',
    how: {
      talk: 'Bel of spreek elkaar eerst. Vraag of dit adres van niemand anders is, en of niemand de mail ziet.',
      mail: 'De mail zegt niet van wie hij komt en waarover het gaat. De link werkt alleen met een code van zes cijfers.',
      code: 'Die code staat straks hier. Zeg hem zelf, en zet hem nooit in een mail of bericht.',
    },
    told: (name: string) => `${name} weet dat er een mail komt, en wil dat.`,
    toldLabel: 'Is dit besproken?',
    aloneLabel: (reader: string) => `Eerder is gezegd wie meeleest: “${reader}”. Is dat nagevraagd?`,
    alone: 'Niemand anders leest deze mail.',
    send: 'Stuur de uitnodiging',
    again: 'Stuur een nieuwe uitnodiging',
    sent: 'De uitnodiging is klaar.',
    codeTitle: 'De code',
    codeText: 'Zeg deze code zelf, aan de telefoon of als je elkaar ziet. De link en de code werken zeven dagen.',
    noMail:
      'Komt er niets aan? Soms is een adres ook van iemand anders. Dan gaat er geen mail. Vraag om een ander, eigen adres.',
  },
  en: {
    title: 'Invite to sign in',
    lead: (name: string) =>
      `After that ${name} reads the own file and the plan, and of nobody else. Nobody else of the family sees that you invite.`,
    fact: 'Own sign-in',
    notYet: 'not invited yet',
    invitedOn: (on: Day) => `invited on ${formatDay('en', on, 'plain')}`,
    mail: 'E-mail address',
    mailSafe: 'Is mail safe?',
    readBy: 'Who reads along?',
    unsaid: 'not asked',
    not: 'This is not possible now',
    toReach: 'To “Reaching”',
    howTitle: 'How it goes',
    how: {
      talk: 'Call or talk first. Ask whether this address is nobody else’s, and whether nobody sees the mail.',
      mail: 'The mail does not say whom it is from and what it is about. The link works only with a code of six digits.',
      code: 'That code comes here in a moment. Say it yourself, and never put it in a mail or message.',
    },
    told: (name: string) => `${name} knows that a mail comes, and wants it.`,
    toldLabel: 'Did you talk about this?',
    aloneLabel: (reader: string) => `It was said before who reads along: “${reader}”. Did you ask again?`,
    alone: 'Nobody else reads this mail.',
    send: 'Send the invitation',
    again: 'Send a new invitation',
    sent: 'The invitation is ready.',
    codeTitle: 'The code',
    codeText: 'Say this code yourself, by phone or when you meet. The link and the code work for seven days.',
    noMail:
      'Nothing arrives? Sometimes an address is also somebody else’s. Then no mail goes. Ask for another address of their own.',
  },
})
