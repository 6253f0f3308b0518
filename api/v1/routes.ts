import { aanvragen } from './aanvragen.ts'
import { contacten } from './contacten.ts'
import type { Endpoint } from './endpoint.ts'
import { maten } from './maten.ts'
import { programmas } from './programmas.ts'
import { trajecten } from './trajecten.ts'
import { trajectenWijzigen } from './trajecten-wijzigen.ts'
import { uitvoeringen } from './uitvoeringen.ts'

/** Every endpoint: its address, what a key must be for, and what answers. */
export const endpoints: readonly Endpoint[] = [
  ...programmas,
  ...uitvoeringen,
  ...trajecten,
  ...trajectenWijzigen,
  ...contacten,
  ...aanvragen,
  ...maten,
]
