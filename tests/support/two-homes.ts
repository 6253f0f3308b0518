import type { Actor } from '../../capabilities/access/actor.ts'
import { startTrajectory } from '../../capabilities/cases/person/actions.ts'
import { linkAccount, openFamily } from '../../capabilities/families/files/actions.ts'
import { publishProgramme } from '../../capabilities/programmes/actions.ts'
import { dayAt } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { definitionFile, STRANGER } from './programmes.ts'
import { aRegistration } from './registrations.ts'
import { aMunicipality, anOperator, anOrganisation, aProvision, aRegion, someone, yes } from './world.ts'

/** A programme of one person, that the code has never heard of. */
const PROGRAMME = 'fathers-walk'

const startOf = (worker: Actor) => ({ accountId: worker.personId, role: 'worker', fromOn: dayAt(new Date()) })

/** The walk as a programme of one person, that may end at once, waits for the voice of the child, and can be opened again. */
export function walkOfOne(): Record<string, unknown> {
  const document = definitionFile(STRANGER)
  const [signedUp, walking, arrived, ...phases] = document.phases as { steps: unknown[] }[] // as the file has them
  const [milestone] = document.milestones as object[]
  const name = (nl: string, en: string) => ({ nl, en })
  return {
    ...document,
    about: 'person',
    childVoice: { phases: ['arrived'], milestones: [] },
    milestones: [{ ...milestone, blocks: [] }],
    phases: [
      {
        ...signedUp,
        steps: [...(signedUp?.steps ?? []), { to: 'arrived', name: name('Meteen klaar', 'Arrived at once') }],
      },
      walking,
      { ...arrived, steps: [{ to: 'walking', name: name('Weer mee', 'Walk again') }] },
      ...phases,
    ],
    ...referring(document),
  }
}

/** What is asked when a child is referred to somebody online, and afterwards; counted by both. */
function referring({ questions, groupings, measures }: Record<string, unknown>) {
  const [first, ...others] = measures as object[] // as the file has them
  const options = (...codes: string[]) => codes.map((code) => ({ code, name: { nl: code, en: code }, synonyms: [] }))
  const shared = {
    type: 'choice',
    required: true,
    columns: [],
    keepMonths: 12,
    purpose: { nl: 'Tellen.', en: 'To count.' },
  }
  const kind = { ...shared, code: 'online-kind', asked: 'referral', ask: { nl: 'Naar wat?', en: 'To what?' } }
  const result = { ...shared, code: 'online-result', asked: 'after-referral', ask: { nl: 'Gelukt?', en: 'Done?' } }
  const codes = ['online-kind', 'online-result']
  const groups = codes.map((code) => ({ code, name: { nl: code, en: code }, question: code, small: 'hide' }))
  return {
    questions: [
      ...(questions as object[]),
      { ...kind, options: options('buddy', 'forum', 'chat') },
      { ...result, options: options('started', 'not-started') },
    ],
    groupings: [...(groupings as object[]), ...groups],
    measures: [
      ...[first, ...others],
      {
        ...{ ...first, code: `${PROGRAMME}-online`, name: { nl: 'Verwezen', en: 'Referred' }, counts: 'referrals' },
        ...{ where: {}, groupings: codes, crosses: [] },
      },
    ],
  }
}

/** Publishes the programme in which the families of these tests are helped; once per database. */
export async function publishWalk(): Promise<void> {
  yes(await publishProgramme(await anOperator(), walkOfOne()))
}

/**
 * A separated family: Sanne and Mark with Lotte (9), each of the three with an account of their own and with a worker of
 * their own, in one organisation of one municipality. Beside them a colleague who works on nobody, the coordinator, a
 * director, and people elsewhere.
 */
export async function aFamilyInTwoHomes() {
  const regionId = await aRegion()
  const municipalityId = await aMunicipality({ regionId })
  const organisationId = await anOrganisation()
  const provision = await aProvision({ municipalityId, programmeCode: PROGRAMME, organisationId })
  const expert = () => someone({ role: 'separation-expert', municipalityId, organisationId, ownMatches: true })
  const [workerOfSanne, workerOfMark, workerOfLotte, colleague] = [
    await expert(),
    await expert(),
    await expert(),
    await expert(),
  ]
  const coordinator = await someone({ role: 'coordinator', municipalityId, organisationId })
  const director = await someone({ role: 'director', municipalityId, organisationId, ownMatches: true })
  const officer = await someone({ role: 'privacy-officer', municipalityId })
  const elsewhere = await someoneElsewhere(regionId)
  const resident = () => someone({ role: 'resident', municipalityId })
  const [sanne, mark, lotte] = [await resident(), await resident(), await resident()]
  const opened = yes(
    await openFamily(workerOfSanne, provision.id, {
      members: [
        { kind: 'adult', role: 'parent', name: 'Sanne' },
        { kind: 'adult', role: 'parent', name: 'Mark' },
        { kind: 'child', role: 'child', name: 'Lotte', age: { years: 9, statedOn: dayAt(new Date()) } },
      ],
      worker: startOf(workerOfSanne),
    }),
  )
  const [sanneId = '', markId = '', lotteId = ''] = opened.personIds
  const start = async (personId: Id, worker: Actor) =>
    yes(
      await startTrajectory(worker, {
        provisionId: provision.id,
        personId,
        registration: aRegistration({ phase: 'signed-up' }),
        worker: { accountId: worker.personId, role: 'worker' },
      }),
    ).trajectoryId
  const trajectories = {
    sanne: await start(sanneId, workerOfSanne),
    mark: await start(markId, workerOfMark),
    lotte: await start(lotteId, workerOfLotte),
  }
  yes(await linkAccount(workerOfSanne, sanneId, sanne.personId))
  yes(await linkAccount(workerOfMark, markId, mark.personId))
  yes(await linkAccount(workerOfLotte, lotteId, lotte.personId))
  return {
    ...{ regionId, municipalityId, organisationId, provisionId: provision.id, familyId: opened.familyId },
    persons: { sanne: sanneId, mark: markId, lotte: lotteId },
    trajectories,
    actors: {
      sanne,
      mark,
      lotte,
      workerOfSanne,
      workerOfMark,
      workerOfLotte,
      colleague,
      coordinator,
      director,
      officer,
      elsewhere,
    },
  }
}

/** The same role in another municipality of the region, in another organisation. */
async function someoneElsewhere(regionId: Id): Promise<Actor> {
  const municipalityId = await aMunicipality({ regionId })
  const { organisationId } = await aProvision({ municipalityId, programmeCode: PROGRAMME })
  return someone({ role: 'separation-expert', municipalityId, organisationId, ownMatches: true })
}

export type TwoHomes = Awaited<ReturnType<typeof aFamilyInTwoHomes>>

type Who = keyof TwoHomes['actors']

export const everybodyOf = (home: TwoHomes): Who[] => Object.keys(home.actors) as Who[] // keys of the record of actors

/** Who of the family and those around it gets to see something. */
export async function whoOf(home: TwoHomes, see: (who: Who) => Promise<boolean>): Promise<Who[]> {
  const seeing: Who[] = []
  for (const who of everybodyOf(home)) if (await see(who)) seeing.push(who)
  return seeing
}
