import { readFileSync } from 'node:fs'
import { z } from 'zod'

const weights = z.record(z.string(), z.number().min(0))
const fromTo = z.tuple([z.int().min(0), z.int().min(0)])

/** How trajectories of one programme run; by codes of its definition. What is not named is drawn evenly. */
const programmeShape = z.strictObject({
  /** Options, by question. */
  options: z.record(z.string(), weights).default({}),
  /** How many options are chosen: one, two, … */
  howMany: z.record(z.string(), z.array(z.number().min(0)).min(1)).default({}),
  ages: z
    .strictObject({
      /** One child, two children, … */
      children: z.array(z.number().min(0)).min(1),
      /** At birth, one year old, … */
      years: z.array(z.number().min(0)).min(1),
      unborn: z.number().min(0).max(1),
    })
    .default({ children: [1, 1], years: Array.from({ length: 18 }, () => 1), unborn: 0 }),
  numbers: z.record(z.string(), fromTo).default({}),
  texts: z.record(z.string(), z.array(z.string().max(200)).min(1)).default({}),
  /** Which step follows, by phase; one that is not named is not taken, unless the phase is not named at all. */
  steps: z.record(z.string(), weights).default({}),
  /** Days in a phase before the next step. */
  days: z.record(z.string(), fromTo).default({}),
  reasons: z.record(z.string(), weights).default({}),
  /** Share of the milestones that are done once they are due. */
  milestonesDone: z.number().min(0).max(1).default(0.8),
  contactEvery: fromTo.default([14, 42]),
  /** Share of the trajectories that somebody takes over. */
  takenOver: z.number().min(0).max(1).default(0.1),
})

const shapeFormat = z.strictObject({
  about: z.string(),
  /** Weight of each month, January first. */
  months: z.array(z.number().min(0)).length(12),
  /** Weight of each year, the oldest first, the last one up to today. */
  years: z.array(z.number().min(0)).min(1),
  programmes: z.record(z.string(), programmeShape),
})

export type ProgrammeShape = z.infer<typeof programmeShape>
export type Shape = z.infer<typeof shapeFormat>

/** The shape of the invented years, from the folder in which the product runs. */
export const readShape = (): Shape => shapeFormat.parse(JSON.parse(readFileSync('database/demo/shape.json', 'utf8')))

export const shapeOf = ({ programmes }: Shape, programme: string): ProgrammeShape =>
  programmes[programme] ?? programmeShape.parse({})
