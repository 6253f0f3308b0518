import type { Probe } from './probe.ts'

const lookup = 'a'.repeat(64)

/** What visitors kept under a code: nobody reads, adds, changes or removes it but by a function that wants the code. */
export const stepProbes: readonly Probe[] = [
  {
    table: 'kept_steps',
    key: 'lookup',
    samples: [
      {
        place: 'own',
        key: lookup,
        row: { lookup, content: { sql: "decode(repeat('00', 64), 'hex')" }, kept_until: '2099-01-01' },
      },
    ],
  },
]
