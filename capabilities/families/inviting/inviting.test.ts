import { expect, test } from 'vitest'
import { allow, refuse } from '../../../foundation/result.ts'
import { mayBeInvited, namedReader } from './inviting.ts'

const adult = { kind: 'adult', ageYears: null } as const
const child = (ageYears: number | null) => ({ kind: 'child', ageYears }) as const
const reached = (email: string | null, safeContact: { mail?: 'yes' | 'no'; readBy?: string } = { mail: 'yes' }) => ({
  email,
  safeContact,
})
const own = reached('eigen@voorbeeld.example')
const tooYoung = refuse('invite-too-young', { age: 12 })

test.each([
  ['an adult who said that mail is safe', adult, own, allow()],
  ['an adult without an address', adult, reached(null), refuse('invite-no-mail')],
  ['an address of spaces', adult, reached('  '), refuse('invite-no-mail')],
  ['nothing known of reaching somebody', adult, undefined, refuse('invite-no-mail')],
  ['mail that is not safe', adult, reached('x@y.example', { mail: 'no' }), refuse('invite-mail-unsafe')],
  ['mail that was not asked about', adult, reached('x@y.example', {}), refuse('invite-mail-not-asked')],
  ['a child of eleven', child(11), own, tooYoung],
  ['a child of twelve with an address of its own', child(12), own, allow()],
  ['a child of twelve without one', child(12), reached(null), refuse('invite-no-mail')],
  ['a child of whom no age is known', child(null), own, tooYoung],
  ['a child not born yet', { kind: 'unborn', ageYears: null } as const, own, tooYoung],
])('[R-088] inviting to sign in: %s', (_, person, details, expected) => {
  expect(mayBeInvited(person, details)).toEqual(expected)
})

test('whom a person named as reading along is asked about anew, whatever the words; spaces name nobody', () => {
  expect(namedReader(reached('x@y.example', { mail: 'yes', readBy: ' Alleen ik ' }))).toBe('Alleen ik')
  expect(namedReader(reached('x@y.example', { mail: 'yes', readBy: ' ' }))).toBe('')
  expect(namedReader(undefined)).toBe('')
})
