import type { Actor } from '../../../capabilities/access/actor.ts'
import { municipalitiesKnown, organisationsInReach } from '../../../capabilities/access/queries.ts'
import { startTrajectory } from '../../../capabilities/cases/person/actions.ts'
import { trajectories, trajectoryDetail } from '../../../capabilities/cases/queries.ts'
import { addMember, recordAuthority, setHome } from '../../../capabilities/families/files/actions.ts'
import {
  AUTHORITY_SOURCES,
  AUTHORITY_VALUES,
  type NewMember,
  type ToldAge,
} from '../../../capabilities/families/files/person.ts'
import { parseDay } from '../../../foundation/day.ts'
import { type Answer, refuse } from '../../../foundation/result.ts'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, redirect } from '../../shell/guarded.ts'
import { familyFormWords } from '../../words/family-forms.ts'
import { mayDecide } from './both-sides.tsx'
import { FamilyForms, type FamilyWrong, type Lead } from './family-forms.tsx'
import { errorsOf, keyOf, text } from './frame.tsx'
import { type Mine, mineAt, minePage } from './person-frame.tsx'

export const get = guarded({ may: ['change', 'trajectory'], act: 'family.read' }, async (actor, page) => {
  const mine = await mineAt(actor, page)
  return mine === undefined ? notFound() : show(actor, page, mine)
})

export const post = guarded({ may: ['change', 'trajectory'], act: 'family.changed' }, async (actor, page) => {
  const mine = await mineAt(actor, page)
  if (mine === undefined) return notFound()
  const personId = mine.file.person.id
  const doing = text(page, 'doe')
  if (doing === 'dossier') {
    const opened = await openChild(actor, page, mine)
    return opened.ok
      ? redirect(links.file(text(page, 'dossier-kind'), 'kind-dossier'))
      : show(actor, page, mine, at('dossier-kind', opened))
  }
  const [field, done] = await change(actor, page, mine)
  if (done.ok) return redirect(links.file(personId, 'gezin'))
  return show(actor, page, mine, at(field, done))
})

const at = (field: string, refused: FamilyWrong['refused']): FamilyWrong => ({ field, refused })

async function change(actor: Actor, page: PageRequest, mine: Mine): Promise<[string, Answer<unknown>]> {
  switch (text(page, 'doe')) {
    case 'gezag':
      return ['gezag-waarde', await authority(actor, page, mine)]
    case 'thuis': {
      const [child, adult] = [text(page, 'thuis-kind'), text(page, 'thuis-bij')]
      return ['thuis-kind', isIn(mine, child, adult) ? await setHome(actor, child, adult) : refuse('answer-not-chosen')]
    }
    default:
      return ['lid-leeftijd', await addMember(actor, mine.file.person.id, { ...memberTold(page), key: keyOf(page) })]
  }
}

/** Only people of this family can be chosen. */
const isIn = ({ file }: Mine, ...ids: readonly string[]): boolean =>
  ids.every((id) => file.members.some((one) => one.id === id))

async function authority(actor: Actor, page: PageRequest, mine: Mine): Promise<Answer> {
  const [childId, parentId] = [text(page, 'gezag-kind'), text(page, 'gezag-ouder')]
  const value = AUTHORITY_VALUES.find((one) => one === text(page, 'gezag-waarde'))
  const source = AUTHORITY_SOURCES.find((one) => one === text(page, 'gezag-bron'))
  const checkedOn = parseDay(text(page, 'gezag-dag'))
  if (value === undefined || source === undefined || !isIn(mine, childId, parentId)) return refuse('answer-not-chosen')
  if (checkedOn === undefined) return refuse('answer-no-day')
  return recordAuthority(actor, { childId, parentId, value, source, checkedOn, validFrom: null })
}

function memberTold(page: PageRequest): NewMember {
  const chosen = text(page, 'lid-wie')
  const age = ageTold(page, chosen === 'unborn')
  const shared = { name: text(page, 'lid-naam'), ...(age !== undefined && { age }) }
  if (chosen === 'child' || chosen === 'unborn') return { kind: chosen, role: 'child', ...shared }
  return { kind: 'adult', role: chosen === 'other' ? 'other' : 'parent', ...shared }
}

/** A word that is no number is an age that nobody has, and is refused as such. */
function ageTold(page: PageRequest, isUnborn: boolean): ToldAge | undefined {
  const typed = text(page, 'lid-leeftijd')
  if (typed === '') return undefined
  const number = /^\d{1,3}$/.test(typed) ? Number(typed) : -1
  return { statedOn: page.today, ...(isUnborn ? { weeksPregnant: number } : { years: number }) }
}

/** A trajectory of the child in the same provision, with a file of its own. */
async function openChild(actor: Actor, page: PageRequest, mine: Mine): Promise<Answer<unknown>> {
  const child = mine.file.members.find(
    ({ id, role, fileOpenedOn }) => id === text(page, 'dossier-kind') && role === 'child' && fileOpenedOn === null,
  )
  const [own] = (await trajectories(actor, { personId: mine.file.person.id })).rows
  const detail = own && (await trajectoryDetail(actor, own.id))
  if (child === undefined || detail === undefined) return refuse('answer-not-chosen')
  const { definition, trajectory, provision } = detail
  // Who leads the provision and works on a parent counts as that parent here, and opens no file across the table.
  if (provision === undefined || mayDecide(actor, provision)) return refuse('child-file-by-worker')
  return startTrajectory(actor, {
    provisionId: trajectory.provisionId,
    personId: child.id,
    worker: { accountId: actor.personId, role: definition.roles.worker[0] ?? 'worker' },
    registration: {
      ...{ answers: {}, special: {}, originalWords: [], holdsOn: page.today, approximateDay: false },
      phase: definition.registration.phase,
    },
  })
}

/** The municipality and organisation with which the family began: they lead, and hold its files and its plan. */
async function leadOf(actor: Actor, { file: { person } }: Mine): Promise<Lead> {
  const [places, organisations] = [await municipalitiesKnown(actor), await organisationsInReach(actor)]
  return {
    municipality: places.find(({ id }) => id === person.municipalityId)?.name ?? '',
    organisation: organisations.find(({ id }) => id === person.organisationId)?.name ?? '',
  }
}

async function show(actor: Actor, page: PageRequest, mine: Mine, wrong?: FamilyWrong) {
  const ledBy = await leadOf(actor, mine)
  return minePage(actor, page, mine, {
    title: familyFormWords[page.lang].family,
    ...(wrong !== undefined && { refused: wrong.refused, errors: errorsOf(page, wrong.refused, wrong.field) }),
    body: <FamilyForms {...{ page, mine, wrong, ledBy }} />,
  })
}
