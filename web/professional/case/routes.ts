import { links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import * as anchor from './anchor.tsx'
import * as answers from './answers.tsx'
import * as bothSides from './both-sides.tsx'
import * as close from './close.tsx'
import * as contact from './contact.tsx'
import * as family from './family.tsx'
import * as handed from './handed.tsx'
import * as milestone from './milestone.tsx'
import * as reach from './reach.tsx'
import * as reopen from './reopen.tsx'
import * as step from './step.tsx'
import * as steunfiguren from './steunfiguren.tsx'
import * as voice from './voice.tsx'
import * as workers from './workers.tsx'

/** Working on a trajectory and on the file of a person. */
export const caseRoutes: readonly Route[] = [
  { path: links.caseContact(':id'), audience: 'professional', get: contact.get, post: contact.post },
  { path: links.caseStep(':id', ':to'), audience: 'professional', get: step.get, post: step.post },
  { path: links.caseClose(':id', ':to'), audience: 'professional', get: close.get, post: close.post },
  { path: links.caseReopen(':id', ':to'), audience: 'professional', get: reopen.get, post: reopen.post },
  { path: links.caseHanded(':id'), audience: 'professional', get: handed.get },
  { path: links.caseAnswers(':id'), audience: 'professional', get: answers.get, post: answers.post },
  { path: links.caseMilestone(':id', ':code'), audience: 'professional', get: milestone.get, post: milestone.post },
  { path: links.caseAnchor(':id', ':code'), audience: 'professional', get: anchor.get, post: anchor.post },
  { path: links.caseWorkers(':id'), audience: 'professional', get: workers.get, post: workers.post },
  { path: links.caseBothSides(':id'), audience: 'professional', get: bothSides.get, post: bothSides.post },
  { path: links.fileVoice(':id'), audience: 'professional', get: voice.get, post: voice.post },
  {
    path: links.fileSteunfiguren(':id'),
    audience: 'professional',
    get: steunfiguren.get,
    post: steunfiguren.post,
  },
  { path: links.fileFamily(':id'), audience: 'professional', get: family.get, post: family.post },
  { path: links.fileReach(':id'), audience: 'professional', get: reach.get, post: reach.post },
]
