import { links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import * as list from './list.tsx'
import * as paper from './paper.tsx'
import * as story from './story.tsx'

const OF = ':gemeente'

/** Keeping the stories of residents. */
export const keptStoryRoutes: readonly Route[] = [
  { path: links.stories(), audience: 'professional', get: list.get },
  { path: links.stories(OF), audience: 'professional', get: list.get },
  { path: links.story(OF, ':id'), audience: 'professional', get: story.get, post: story.post },
  { path: links.storyPaper(OF, ':id'), audience: 'professional', get: paper.get },
]
