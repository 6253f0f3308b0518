import { type Answer, allow, refuse } from '../../../foundation/result.ts'

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128

/** What has to be left of a password when the person's own name and address are taken out. */
const SHORTEST_WITHOUT_OWN = 8
/** Parts of a name shorter than this (van, de) say nothing about anybody. */
const SHORTEST_PART = 4

/** Words with which people fill twelve characters; digits and signs around them change nothing. */
const COMMON = new Set(
  `password passwort passw pass wachtwoord welkom welcome geheim secret admin administrator beheerder
   gebruiker login inloggen toegang letmein iloveyou ikhouvanjou qwerty qwertyuiop azerty asdfghjkl
   zxcvbnm qwertyqwerty gemeente gemeentehuis voorveld zomer winter lente herfst voorjaar najaar
   nederland amsterdam rotterdam feyenoord ajax sunshine princess football voetbal superman batman
   changeme verander default temporary tijdelijk test demo abc januari februari maart april mei juni
   juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag
   zaterdag zondag`.split(/\s+/),
)

/** Whether a password is good enough for this person: long, not the own name or address, not one that everybody tries first. */
export function passwordAllowed(password: string, person: { readonly name: string; readonly email: string }): Answer {
  if (password.length < SHORTEST_PASSWORD) return refuse('password-short', { length: SHORTEST_PASSWORD })
  if (password.length > LONGEST_PASSWORD) return refuse('password-long', { length: LONGEST_PASSWORD })
  const plain = plainly(password)
  if (isCommon(plain)) return refuse('password-common')
  if (withoutOwn(plain, person).length < SHORTEST_WITHOUT_OWN) return refuse('password-own-name')
  return allow()
}

/** Without capitals and accents. */
const plainly = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')

function isCommon(plain: string): boolean {
  if (/^(.{1,4})\1+$/.test(plain) || isRow(plain)) return true
  const words = plain.split(/[^a-z]+/).filter((word) => word !== '')
  const isWordKnown = words.every((word) => COMMON.has(word))
  return isWordKnown && words.length <= 2
}

/** 123456789012, abcdefghijkl and the same backwards. */
function isRow(plain: string): boolean {
  const steps = [...plain].slice(1).map((character, at) => (character.charCodeAt(0) - plain.charCodeAt(at) + 10) % 10)
  return steps.every((step) => step === 1) || steps.every((step) => step === 9)
}

function withoutOwn(plain: string, { name, email }: { readonly name: string; readonly email: string }): string {
  return `${plainly(name)} ${plainly(email)}`
    .split(/[^a-z0-9]+/)
    .filter((part) => part.length >= SHORTEST_PART)
    .sort((one, other) => other.length - one.length)
    .reduce((left, part) => left.replaceAll(part, ''), plain)
}
