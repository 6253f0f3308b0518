import { z } from 'zod'
import { isoDay, words } from '../programmes/definition-basics.ts'
import { type SchemeRule, STATUSES } from './rules.ts'

const inBoth = words
const paragraphs = z.array(inBoth).min(1).max(12)

/**
 * A scheme as everyone may read about it: for whom, what it gives, how it is asked for and who helps. What differs
 * per municipality or by year stands in no text but in its rules.
 */
export const schemeFormat = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  order: z.int().min(1).max(999),
  name: inBoth,
  summary: inBoth,
  forWhom: paragraphs,
  gives: paragraphs,
  apply: paragraphs,
  bring: paragraphs,
  goodToKnow: paragraphs,
  reviewOn: isoDay,
  status: z.enum(STATUSES),
  sources: z.array(
    z.strictObject({ name: z.string(), url: z.exactOptional(z.url({ protocol: /^https$/ })), checkedOn: isoDay }),
  ),
})

export type Scheme = z.infer<typeof schemeFormat>

/**
 * Whether a text may be read: somebody found a source for it, the municipality vouches for its own scheme, or it is the demo,
 * which says so in a banner.
 */
export const isRead = ({ status }: Scheme, rule: SchemeRule | undefined, isDemo: boolean): boolean =>
  isDemo || status !== 'unverified' || (rule !== undefined && rule.status !== 'unverified')
