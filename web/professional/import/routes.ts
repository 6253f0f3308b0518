import { links } from '../../links.ts'
import type { Route } from '../../shell/serve.tsx'
import * as cancel from './cancel.tsx'
import * as columns from './columns.tsx'
import * as faults from './faults.ts'
import * as oneImport from './import.tsx'
import * as list from './list.tsx'
import * as mappings from './mappings/list.tsx'
import * as mapping from './mappings/mapping.tsx'
import * as removeMapping from './mappings/remove.tsx'
import * as progress from './progress.ts'
import * as rows from './rows.tsx'
import * as sheet from './sheet.tsx'
import * as start from './start.tsx'
import * as undo from './undo.tsx'

/** The pages for bringing in a registration file, in the order in which somebody meets them. */
export const importRoutes: readonly Route[] = [
  { path: links.imports(), audience: 'professional', get: list.get },
  { path: links.importNew(), audience: 'professional', get: start.get, post: start.post },
  { path: links.importMappings(), audience: 'professional', get: mappings.get },
  { path: links.importMapping(':id'), audience: 'professional', get: mapping.get, post: mapping.post },
  { path: links.importMappingRemove(':id'), audience: 'professional', post: removeMapping.post },
  { path: links.import(':id'), audience: 'professional', get: oneImport.get },
  { path: links.importSheet(':id'), audience: 'professional', get: sheet.get, post: sheet.post },
  { path: links.importColumns(':id'), audience: 'professional', get: columns.get, post: columns.post },
  { path: links.importRows(':id'), audience: 'professional', get: rows.get, post: rows.post },
  { path: links.importFaults(':id'), audience: 'professional', get: faults.get },
  { path: links.importProgress(':id'), audience: 'professional', get: progress.get },
  { path: links.importCancel(':id'), audience: 'professional', post: cancel.post },
  { path: links.importUndo(':id'), audience: 'professional', post: undo.post },
]
