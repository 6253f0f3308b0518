import type { AskedProgramme } from '../../capabilities/imports/asked.ts'
import type { Question } from '../../capabilities/programmes/definition.ts'

const words = (nl: string) => ({ nl, en: `${nl} (en)` })
const option = (code: string, nl: string, ...synonyms: string[]) => ({ code, name: words(nl), synonyms })
const question = (given: Pick<Question, 'code' | 'type' | 'columns'> & Partial<Question>): Question => ({
  ...{ asked: 'registration', ask: words(given.code), purpose: words('om te helpen'), keepMonths: 24 },
  ...given,
})

/** A programme that exists in tests only: a family, its questions, and a few phases. */
export const aProgramme: AskedProgramme = {
  registration: {
    ...{ phase: 'registered', importedPhase: 'active' },
    columns: {
      day: ['datum', 'datum aanmelding'],
      status: ['status'],
      reason: ['reden'],
      key: ['nr', 'dossiernummer'],
    },
  },
  phases: [
    {
      ...{
        code: 'registered',
        name: words('Aangemeld'),
        kind: 'waiting',
        synonyms: ['nieuw'],
        through: ['registered'],
      },
      steps: [
        { to: 'active', name: words('Start') },
        { to: 'not-supported', name: words('Past niet'), needs: { reason: 'not-fitting' } },
      ],
    },
    {
      ...{
        code: 'active',
        name: words('Actief'),
        kind: 'supporting',
        synonyms: ['loopt'],
        through: ['registered', 'active'],
      },
      steps: [],
    },
    {
      ...{ code: 'not-supported', name: words('Niet ondersteund'), kind: 'not-supported', synonyms: [] },
      ...{ through: ['registered', 'not-supported'], steps: [] },
    },
  ],
  reasons: [
    { code: 'not-fitting', name: words('Past niet'), options: [option('too-heavy', 'Te zwaar', 'zware zorg')] },
  ],
  questions: [
    question({ code: 'village', type: 'place', required: true, columns: ['kern', 'woonplaats', 'dorp'] }),
    question({ code: 'children', type: 'ages', required: true, columns: ['leeftijd kinderen', 'leeftijden'] }),
    question({
      ...{ code: 'question', type: 'many', other: true, columns: ['hulpvraag', 'vraag'] },
      options: [
        option('parenting', 'Opvoedondersteuning'),
        option('network', 'Netwerk vergroten', 'netwerk'),
        option('finding-the-way', 'Wegwijs maken'),
        option('rest', 'Rust en regelmaat', 'rust, reinheid en regelmaat'),
        option('screens', 'Schermtijd'),
      ],
    }),
    question({
      ...{ code: 'referrer', type: 'choice', other: true, columns: ['verwijzer', 'aangemeld door'] },
      options: [
        option('municipality', 'Gemeente'),
        option('school', 'School', 'basisschool'),
        option('family', 'Familie'),
      ],
    }),
    question({ code: 'migration-background', type: 'yes-no-unknown', special: true, columns: ['migratieachtergrond'] }),
    question({ code: 'notes', type: 'text', columns: ['opmerking'] }),
  ],
}

/** The fictional municipality's villages. */
export const VILLAGES = [
  { code: 'akkerveen-dorp', name: 'Akkerveen-Dorp' },
  { code: 'lindeloo', name: 'Lindeloo' },
  { code: 'oosterveld', name: 'Oosterveld' },
]
