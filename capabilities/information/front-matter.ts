import { z } from 'zod'
import { isoDay } from '../programmes/definition-basics.ts'

/** For whom a page is. */
export const AUDIENCES = ['parent', 'child', 'young', 'network', 'professional'] as const
/** Where somebody stands; `any` is for every moment. */
export const MOMENTS = ['doubt', 'splitting-up', 'apart', 'new-family', 'any'] as const
/** What a page is about; `site` is about this site itself. */
export const DOMAINS = [
  'children',
  'talking',
  'money',
  'home',
  'rules',
  'safety',
  'feelings',
  'help',
  'family',
  'site',
] as const
/** The languages in which every text stands. */
export const LANGUAGES = ['nl', 'en'] as const
/** Languages in which the pages that people need first stand as well; from there they are led to Dutch or English. */
export const MORE_LANGUAGES = ['ar', 'tr', 'pl', 'uk'] as const
/** Every language that a page may have a version in. */
export const PAGE_LANGUAGES = [...LANGUAGES, ...MORE_LANGUAGES] as const

export type Audience = (typeof AUDIENCES)[number]
export type Moment = (typeof MOMENTS)[number]
export type Domain = (typeof DOMAINS)[number]
export type Language = (typeof LANGUAGES)[number]
export type MoreLanguage = (typeof MORE_LANGUAGES)[number]
export type PageLanguage = (typeof PAGE_LANGUAGES)[number]

/** In a search result and under a link there is room for no more. */
const LONGEST_SUMMARY = 160
const LONGEST_TITLE = 80
/** As many as fit in the database, each as long as it may be. */
const MOST_SOURCES = 25

export const slugFormat = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
const https = z
  .string()
  .regex(/^https:\/\/[^\s"<>]+$/)
  .max(500)
const oneLine = z.string().trim().min(1)

export const sourceFormat = z.strictObject({
  name: oneLine.max(120),
  url: z.exactOptional(https),
  checkedOn: isoDay,
  status: z.enum(['verified', 'secondary', 'unverified']),
})

/** Who translated a text, and from which Dutch text: the SHA-256 of its file, so that a newer one shows. */
export const translationFormat = z.strictObject({
  madeBy: z.enum(['machine', 'person']),
  of: z.string().regex(/^[0-9a-f]{64}$/),
})

/** What stands above the text of a page. */
export const frontMatterFormat = z.strictObject({
  title: oneLine.max(LONGEST_TITLE),
  summary: oneLine.max(LONGEST_SUMMARY),
  audience: z.array(z.enum(AUDIENCES)).min(1),
  moment: z.enum(MOMENTS),
  domains: z.array(z.enum(DOMAINS)).min(1),
  /** Behind its entrances it is read before others: 1 first, 9 last. */
  standsFirst: z.exactOptional(z.int().min(1).max(9)),
  /** On pages about violence and safety: history stays, so the title of the window tells nothing. */
  windowTitle: z.exactOptional(oneLine.max(LONGEST_TITLE)),
  reviewOn: isoDay,
  sources: z.array(sourceFormat).max(MOST_SOURCES),
  facts: z.array(slugFormat).default([]),
  related: z.array(slugFormat).default([]),
  translation: z.exactOptional(translationFormat),
})

export type FrontMatter = z.infer<typeof frontMatterFormat>
export type Source = z.infer<typeof sourceFormat>
