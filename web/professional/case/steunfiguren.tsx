import type { Actor } from '../../../capabilities/access/actor.ts'
import type { TrajectoryDetail } from '../../../capabilities/cases/queries.ts'
import { refer, sayResult } from '../../../capabilities/cases/referring/actions.ts'
import { referralsOf } from '../../../capabilities/cases/referring/queries.ts'
import { referralQuestions } from '../../../capabilities/cases/referring/referral.ts'
import { publicOffers } from '../../../capabilities/directory/queries.ts'
import { endSteunfiguur, linkSteunfiguur } from '../../../capabilities/families/steunfiguren/actions.ts'
import { steunfigurenOf } from '../../../capabilities/families/steunfiguren/queries.ts'
import { givenIn } from '../../../capabilities/forms/given.ts'
import { isOpenPhase } from '../../../capabilities/programmes/steps.ts'
import { parseDay } from '../../../foundation/day.ts'
import type { Id } from '../../../foundation/id.ts'
import { type Answer, type Refused, refuse } from '../../../foundation/result.ts'
import { Notice } from '../../design/notice.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { steunfiguurWords } from '../../words/steunfiguren.ts'
import { keyOf, text } from './frame.tsx'
import { type Mine, mineAt, minePage } from './person-frame.tsx'
import { Referrals } from './referral-parts.tsx'
import { Steunfiguren } from './steunfiguur-parts.tsx'

/** Who is there for a child, and where it was referred to online: by who works on the child. */
export const get = guarded({ may: ['change', 'trajectory'], act: 'steunfiguur.read' }, async (actor, page) => {
  const mine = await childAt(actor, page)
  return mine === undefined ? notFound() : show(actor, page, mine)
})

export const post = guarded({ may: ['change', 'trajectory'], act: 'steunfiguur.changed' }, async (actor, page) => {
  const mine = await childAt(actor, page)
  if (mine === undefined) return notFound()
  const { id } = mine.file.person
  const changed = await change(actor, page, id)
  if (changed.answer.ok) return redirect(links.fileSteunfiguren(id, text(page, 'doe')))
  if (changed.answer.reason === 'not-found') return notFound()
  return show(actor, page, mine, { refused: changed.answer, faults: faultsIn(changed, changed.answer) })
})

/** What was asked and what of it is not right, by the field where it stands. */
type Changed = {
  readonly answer: Answer<unknown>
  readonly field: string
  readonly faults?: Readonly<Record<string, Refused>>
}

async function change(actor: Actor, page: PageRequest, childId: Id): Promise<Changed> {
  switch (text(page, 'doe')) {
    case 'koppel': {
      const answer = await linkSteunfiguur(actor, childId, { ...personTold(page), key: keyOf(page) })
      return { answer, field: answer.ok ? '' : (FIELD_OF.get(answer.reason) ?? dayWrong(page)) }
    }
    case 'stop':
      return {
        answer: await endSteunfiguur(actor, childId, text(page, 'wie'), parseDay(text(page, 'tot'))),
        field: 'tot',
      }
    case 'verwijs':
      return { ...(await referred(actor, page)), field: 'verwijs-organisatie' }
    case 'vervolg':
      return { ...(await resultSaid(actor, page)), field: 'vervolg-dag' }
    default:
      return { answer: refuse('not-found'), field: '' }
  }
}

const personTold = (page: PageRequest) => ({
  ...{ kind: text(page, 'soort'), called: text(page, 'noemt'), organisation: text(page, 'organisatie') },
  ...{ startsOn: parseDay(text(page, 'vanaf')), isAgreed: text(page, 'zelf-ja') === 'ja' },
  ...{ agreedOn: parseDay(text(page, 'ja-dag')), agreedBy: text(page, 'ja-hoe') },
})

const FIELD_OF: ReadonlyMap<string, string> = new Map([
  ...(['organisation', 'private'] as const).map((one) => [`steunfiguur-${one}`, 'organisatie'] as const),
  ...([
    ['steunfiguur-kind', 'soort'],
    ['steunfiguur-called', 'noemt'],
    ['steunfiguur-twice', 'noemt'],
    ['answer-holds-bsn', 'organisatie'],
    ['steunfiguur-not-agreed', 'zelf-ja'],
    ['steunfiguur-agreed-how', 'ja-hoe'],
    ['steunfiguur-agreed-day', 'ja-dag'],
    ['steunfiguur-start', 'vanaf'],
    ['steunfiguur-agreed-later', 'vanaf'],
  ] as const),
])

/** Which of the two days is still to come. */
const dayWrong = (page: PageRequest): string =>
  (parseDay(text(page, 'ja-dag')) ?? page.today) > page.today ? 'ja-dag' : 'vanaf'

async function referred(actor: Actor, page: PageRequest) {
  const answer = await refer(actor, text(page, 'traject'), {
    ...{ key: keyOf(page), on: parseDay(text(page, 'verwijs-dag')), organisation: text(page, 'verwijs-organisatie') },
    isAgreed: text(page, 'mee-eens') === 'ja',
    given: (questions) => givenIn(page.form, questions),
  })
  return { answer, faults: renamed(answer.faults ?? {}, { dag: 'verwijs-dag', organisatie: 'verwijs-organisatie' }) }
}

async function resultSaid(actor: Actor, page: PageRequest) {
  const [trajectoryId = '', referralId = ''] = text(page, 'verwijzing').split(' ')
  const answer = await sayResult(actor, trajectoryId, {
    ...{ key: keyOf(page), referralId, on: parseDay(text(page, 'vervolg-dag')) },
    given: (questions) => givenIn(page.form, questions),
  })
  return { answer, faults: renamed(answer.faults ?? {}, { dag: 'vervolg-dag' }) }
}

const renamed = (faults: Readonly<Record<string, Refused>>, names: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(faults).map(([field, fault]) => [names[field] ?? field, fault]))

const faultsIn = ({ faults = {}, field }: Changed, refused: Refused): Readonly<Record<string, Refused>> =>
  Object.keys(faults).length > 0 ? faults : { [field]: refused }

/** A born child's own file; nobody else has this page. */
async function childAt(actor: Actor, page: PageRequest): Promise<Mine | undefined> {
  const mine = await mineAt(actor, page)
  return mine?.file.person.kind === 'child' ? mine : undefined
}

export type Wrong = { readonly refused: Refused; readonly faults: Readonly<Record<string, Refused>> }

async function show(actor: Actor, page: PageRequest, mine: Mine, wrong?: Wrong): Promise<Reply> {
  const words = steunfiguurWords[page.lang]
  const { id: childId, municipalityId } = mine.file.person
  const [people, { details, referrals }, known] = await Promise.all([
    steunfigurenOf(actor, childId),
    referralsOf(actor, childId),
    organisationsFor(actor, page, municipalityId),
  ])
  const faults = Object.entries(wrong?.faults ?? {})
  const done = doneWords(page)
  const shared = { page, childId, known, faults: wrong?.faults ?? {} }
  return minePage(actor, page, mine, {
    title: words.title,
    lead: words.lead,
    ...(wrong !== undefined && {
      refused: wrong.refused,
      errors: faults.map(([field, fault]) => ({ field, message: refusalSentence(page.lang, fault) })),
    }),
    body: (
      <>
        {done === undefined ? null : <Notice isNews>{done}</Notice>}
        <Steunfiguren {...shared} people={people} />
        <Referrals {...shared} referrals={referrals} into={intoWhich(details)} />
      </>
    ),
  })
}

function doneWords({ lang, query }: PageRequest): string | undefined {
  const { linked, stopped, referSaved, resultSaved } = steunfiguurWords[lang]
  return new Map([
    ['koppel', linked],
    ['stop', stopped],
    ['verwijs', referSaved],
    ['vervolg', resultSaved],
  ]).get(query.get('gedaan') ?? '')
}

/** In which trajectory a referral is recorded: one that is open, else the last; of a programme that refers. */
function intoWhich(details: readonly TrajectoryDetail[]): TrajectoryDetail | undefined {
  const fitting = details.filter(({ definition }) => referralQuestions(definition).length > 0)
  return fitting.find(({ definition, trajectory }) => isOpenPhase(definition, trajectory.phase)) ?? fitting[0]
}

const FOR_CHILDREN: readonly string[] = ['children', 'young-people']

/** Who has something for children or young people in the local offer of this municipality, to choose from while typing. */
async function organisationsFor(actor: Actor, page: PageRequest, municipalityId: Id): Promise<string[]> {
  const offers = await publicOffers(actor, municipalityId, page.today)
  const fitting = offers.filter(({ card }) => card.audiences.some((one) => FOR_CHILDREN.includes(one)))
  return [...new Set(fitting.map(({ card }) => card.provider))].toSorted((a, b) => a.localeCompare(b, 'nl'))
}
