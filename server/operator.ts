import { randomBytes } from 'node:crypto'
import { type Actor, BUILT_IN } from '../capabilities/access/actor.ts'
import { loadActor } from '../capabilities/access/queries.ts'
import { CannotStart } from './open.ts'

/** The operator of this machine, as the command line and the start of the server act. */
export async function theOperator(): Promise<Actor> {
  const operator = await loadActor(BUILT_IN.operator, randomBytes(16).toString('hex'), 'command-line')
  if (operator === undefined)
    throw new CannotStart('De ingebouwde beheerder ontbreekt in deze database; herstel een reservekopie.')
  return operator
}
