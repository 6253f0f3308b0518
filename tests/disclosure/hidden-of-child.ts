import { refer } from '../../capabilities/cases/referring/actions.ts'
import { writeNote } from '../../capabilities/families/notes/actions.ts'
import { linkSteunfiguur } from '../../capabilities/families/steunfiguren/actions.ts'
import { dayAt } from '../../foundation/day.ts'
import { newId } from '../../foundation/id.ts'
import { yes } from '../support/world.ts'
import type { Home } from './home.ts'

// What stands in the child's own file, of which neither parent nor who works on a parent may notice anything.

const today = () => dayAt(new Date())

export const ofChild = (disclosure: string, kind: 'note' | 'child-voice') => async (home: Home) =>
  yes(
    await writeNote(home.actors.workerOfLotte, {
      ...{ personId: home.persons.lotte, holdsOn: today(), disclosure, kind },
      body: 'Lotte zegt: bij mama is het stil.',
      ...(kind === 'child-voice' && { voice: { form: 'talk', heardBy: 'juf van school' } }),
    }),
  )

export async function linked({ actors, persons }: Home) {
  const told = { kind: 'family', called: 'opa', organisation: '', startsOn: today(), agreedBy: 'talk' }
  yes(await linkSteunfiguur(actors.workerOfLotte, persons.lotte, { ...told, isAgreed: true, agreedOn: today() }))
  return undefined
}

export async function referredOnline({ actors, trajectories }: Home) {
  const given = { key: newId(), on: today(), organisation: 'Maatjesplein', isAgreed: true }
  const answers = () => ({ 'online-kind': ['buddy'] })
  yes(await refer(actors.workerOfLotte, trajectories.lotte, { ...given, given: answers }))
  return undefined
}
