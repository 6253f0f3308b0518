import type { Endpoint } from './endpoint.ts'
import { programmas } from './programmas.ts'

/** Every endpoint: its address, what a key must be for, and what answers. */
export const endpoints: readonly Endpoint[] = [...programmas]
