import { links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import * as change from './change.tsx'
import * as example from './example.tsx'
import * as overview from './overview.tsx'
import * as preview from './preview.tsx'
import * as publish from './publish.tsx'
import * as question from './question.tsx'
import * as step from './step.tsx'
import * as versions from './versions.tsx'

/** The step plan on screen; what it says is public once it is published. */
export const stepPlanRoutes: readonly Route[] = [
  { path: links.stepPlan(), audience: 'professional', get: overview.get, post: overview.post },
  { path: links.stepPlanQuestion(':code'), audience: 'professional', get: question.get, post: question.post },
  { path: links.stepPlanStep(':code'), audience: 'professional', get: step.get, post: step.post },
  { path: links.stepPlanChange(':code'), audience: 'professional', get: change.get, post: change.post },
  { path: links.stepPlanExample(':code'), audience: 'professional', get: example.get, post: example.post },
  { path: links.stepPlanPreview(), audience: 'professional', get: preview.get, post: preview.post },
  { path: links.stepPlanPublish(), audience: 'professional', get: publish.get, post: publish.post },
  { path: links.stepPlanVersion(':versie'), audience: 'professional', get: versions.get, post: versions.post },
]
