import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string): string => readFileSync(path, 'utf8')
const statements = { nl: read('content/pages/nl/privacy.md'), en: read('content/pages/en/privacy.md') }

/** What the privacy statement says of a term, and the place in the code that keeps to it. */
const TERMS = [
  [
    'steps under a code',
    'negentig dagen',
    'ninety days',
    'database/migrations/0058_kept_steps.sql',
    /access\.today\(\) \+ 90/,
  ],
  [
    'a session',
    'twaalf uur',
    'twelve hours',
    'capabilities/access/sign-in/library.ts',
    /SESSION_SECONDS = 12 \* 60 \* 60/,
  ],
  [
    'a session that is not used',
    'een uur',
    'an hour',
    'capabilities/access/sign-in/library.ts',
    /IDLE_SECONDS = 60 \* 60/,
  ],
  ['what was typed', 'zeven dagen', 'seven days', 'capabilities/forms/actions.ts', /KEPT_DAYS = 7\b/],
  ['a try to sign in', 'zes weken', 'six weeks', 'capabilities/access/odd-sign-ins/store.ts', /tries\.at.*'42 days'/],
  ['a network', 'een half jaar', 'half a year', 'capabilities/access/odd-sign-ins/store.ts', /lastSeenAt.*'180 days'/],
  ['the language', 'een jaar lang', 'for a year', 'server/app.ts', /Max-Age=31536000/],
] as const

test.each(TERMS)(
  'the privacy statement tells how long %s is kept, and the code keeps to it',
  (_, nl, en, path, kept) => {
    expect(statements.nl).toContain(nl)
    expect(statements.en).toContain(en)
    expect(read(path)).toMatch(kept)
  },
)
