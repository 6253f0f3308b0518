import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Answers } from '../../capabilities/cases/event.ts'
import { AUTHORITY_SOURCES, AUTHORITY_VALUES } from '../../capabilities/families/files/person.ts'
import { STAFF_CHANNELS } from '../../capabilities/help-requests/request.ts'
import { NOT_FITTING, STEPS } from '../../capabilities/help-requests/steps.ts'

const ago = z.int().min(0)
/** Somebody of the region, by address. */
const account = z.email()
const answers = z.custom<Answers>((given) => typeof given === 'object' && given !== null)

const noteFormat = z.strictObject({
  daysAgo: ago,
  kind: z.enum(['note', 'contact', 'child-voice']).optional(),
  /** How a child told it, and to whom. */
  voice: z.strictObject({ form: z.string(), heardBy: z.string() }).optional(),
  disclosure: z.string().optional(),
  named: z.array(account).optional(),
  body: z.string(),
})

const told = z.record(z.string(), z.array(z.string()))

/** Somebody of its own for a child. */
const steunfiguurFormat = z.strictObject({
  kind: z.string(),
  called: z.string(),
  organisation: z.string().optional(),
  agreedBy: z.string(),
  agreedDaysAgo: ago,
  daysAgo: ago,
  endedDaysAgo: ago.optional(),
})

/** Where a child was referred to online, and what came of it. */
const referralFormat = z.strictObject({
  organisation: z.string(),
  daysAgo: ago,
  answers: told,
  result: z.strictObject({ daysAgo: ago, answers: told }).optional(),
})

const memberFormat = z.strictObject({
  /** First name; how the rest of the story points at this person. */
  name: z.string(),
  kind: z.enum(['adult', 'child']),
  role: z.enum(['parent', 'child', 'other']),
  years: z.int().optional(),
  /** Who works on this person from when; nobody when the person has no file. */
  worker: account.optional(),
  daysAgo: ago.optional(),
  account: account.optional(),
  answers: answers.optional(),
  details: z
    .strictObject({
      phone: z.string().optional(),
      email: z.string().optional(),
      villageCode: z.string().optional(),
      safeContact: z.partialRecord(z.enum(['when', 'voicemail', 'mail', 'readBy']), z.string()).optional(),
    })
    .optional(),
  notes: z.array(noteFormat).default([]),
  people: z.array(steunfiguurFormat).default([]),
  referrals: z.array(referralFormat).default([]),
})

const itemFormat = z.strictObject({
  kind: z.enum(['goal', 'action', 'agreement']),
  /** Place in the list of the goal it serves. */
  goal: z.int().optional(),
  body: z.string(),
  owner: z.string().optional(),
  dueInDays: z.int().optional(),
  /** Done so many days ago. */
  done: ago.optional(),
})

const familyFormat = z.strictObject({
  municipality: z.string(),
  programme: z.string(),
  /** The way this family goes, instead of any way of the shape. */
  steps: z.record(z.string(), z.record(z.string(), z.number())),
  days: z.record(z.string(), z.tuple([ago, ago])),
  /** The first one opens the family. */
  members: z.array(memberFormat).min(1),
  /** The worker who calls a director in, and on whose file. */
  director: z.strictObject({ by: account, account, on: z.string(), daysAgo: ago }).optional(),
  homes: z.array(z.tuple([z.string(), z.string()])).default([]),
  authority: z
    .array(
      z.strictObject({
        child: z.string(),
        parent: z.string(),
        value: z.enum(AUTHORITY_VALUES),
        source: z.enum(AUTHORITY_SOURCES),
        daysAgo: ago,
      }),
    )
    .default([]),
  plan: z
    .strictObject({
      by: account,
      of: z.string(),
      with: z.array(z.string()),
      daysAgo: ago,
      items: z.array(itemFormat),
    })
    .optional(),
})

const requestFormat = z.strictObject({
  form: z.string(),
  channel: z.enum(STAFF_CHANNELS),
  by: account,
  hoursAgo: ago,
  answers,
  steps: z
    .array(z.strictObject({ by: account, step: z.enum(STEPS), reason: z.enum(NOT_FITTING).optional() }))
    .default([]),
})

const storyFormat = z.strictObject({
  about: z.string(),
  families: z.array(familyFormat),
  requests: z.array(requestFormat),
  glass: z.array(z.strictObject({ by: account, person: z.string(), reason: z.string() })),
  /** Trajectories in a phase get an anchor so many days ago, so that milestones come due. */
  milestones: z.array(z.strictObject({ by: account, anchor: z.string(), phase: z.string(), daysAgo: z.array(ago) })),
})

export type StoryMember = z.infer<typeof memberFormat>
export type StoryFamily = z.infer<typeof familyFormat>
export type StoryRequest = z.infer<typeof requestFormat>
export type Story = z.infer<typeof storyFormat>

/** What happens to the few people of the demo who have a name, from the folder in which the product runs. */
export const readStory = (): Story => storyFormat.parse(JSON.parse(readFileSync('database/demo/story.json', 'utf8')))
