import type { Card } from '../../capabilities/directory/card.ts'
import type { Lang } from './words.ts'

// The codes of a card in words.

type Of<K extends keyof Card> = Card[K] extends readonly (infer T extends string)[] ? T : Card[K] & string

export const domains = {
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

export const types = {
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

export const access = {
  nl: { free: 'Zonder verwijzing', indication: 'Met een besluit van de gemeente' },
  en: { free: 'Without a referral', indication: 'After a decision of the municipality' },
} satisfies Record<Lang, Record<Of<'access'>, string>>

export const audiences = {
  nl: {
    ...{ everyone: 'iedereen', parents: 'ouders', children: 'kinderen', 'young-people': 'jongeren' },
    ...{ expecting: 'wie een kind verwacht', carers: 'wie voor iemand zorgt', 'older-people': 'ouderen' },
  },
  en: {
    ...{ everyone: 'everybody', parents: 'parents', children: 'children', 'young-people': 'young people' },
    ...{ expecting: 'who expects a child', carers: 'who cares for somebody', 'older-people': 'older people' },
  },
} satisfies Record<Lang, Record<Of<'audiences'>, string>>

export const accessible = {
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
