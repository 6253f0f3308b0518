import { createHash, randomBytes } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { BUILT_IN } from '../../capabilities/access/actor.ts'
import { visitor } from '../../capabilities/access/queries.ts'
import { publicationMark } from '../../capabilities/information/queries.ts'
import { moneyMark } from '../../capabilities/money-help/queries.ts'
import { stepPlanMark } from '../../capabilities/step-plan/editing/queries.ts'
import { termsMark } from '../../capabilities/terms/queries.ts'
import { isAway } from '../../database/away.ts'
import { database, inScope } from '../../database/transaction.ts'
import type { Reply } from './guarded.ts'

/** How long a page is given again before it is made anew; for what changes without anything being published, such as figures. */
const KEPT_FOR_MS = 60_000
/** So often the database is asked whether something was published or taken back. */
const ASKED_EVERY_MS = 1_000
/** While the database is away a page is better than none, but not for long: it may have been taken back. */
const GOOD_WHILE_AWAY_MS = 600_000
/** More pages than an installation has; whoever makes up addresses finds no page and fills nothing. */
const MOST_KEPT = 5_000

/** A page as it goes out, in the forms that browsers ask for. */
export type KeptPage = {
  readonly kind: 'kept'
  readonly madeAt: number
  readonly headers: Readonly<Record<string, string>> & { readonly ETag: string }
  readonly body: Bytes
  readonly brotli: Bytes
  readonly gzip: Bytes
}
type Bytes = Uint8Array<ArrayBuffer>

function wrapped({ html, headers = {} }: Page, madeAt: number): KeptPage {
  const body = Buffer.from(html)
  return {
    ...{ kind: 'kept', madeAt, body: new Uint8Array(body) },
    brotli: new Uint8Array(brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })),
    gzip: new Uint8Array(gzipSync(body)),
    headers: {
      'Content-Type': 'text/html; charset=UTF-8',
      'Cache-Control': 'public, max-age=60',
      // Weak: the same page in another compression is the same page.
      ETag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      Vary: 'Accept-Encoding',
      ...headers,
    },
  }
}
type Page = Extract<Reply, { kind: 'html' }>

/** The page over HTTP, or that the browser has it already. */
export function answerKept({ headers, body, brotli, gzip }: KeptPage, asked: Headers): Response {
  const known = asked.get('if-none-match')?.split(/\s*,\s*/) ?? []
  if (known.includes(headers.ETag)) return new Response(null, { status: 304, headers })
  const accepted = asked.get('accept-encoding') ?? ''
  const as = (bytes: Bytes, encoding: string) =>
    new Response(bytes, { headers: { ...headers, 'Content-Encoding': encoding } })
  if (/\bbr\b/.test(accepted)) return as(brotli, 'br')
  return /\bgzip\b/.test(accepted) ? as(gzip, 'gzip') : new Response(body, { headers })
}

type Kept = {
  readonly pages: Map<string, KeptPage>
  readonly values: Map<string, { readonly madeAt: number; readonly value: Promise<unknown> }>
  readonly making: Map<string, Promise<KeptPage | Reply>>
  mark: number | undefined
  askedAt: number
  asking: Promise<void> | undefined
}

/** Per database, because a process of tests works on more than one. */
const keptBy = new WeakMap<object, Kept>()

/**
 * The page at this path as it was kept, or made now. What was published or taken back is seen within a second, in every
 * process; a page is made anew after a minute. While the database is away what was kept is given a little longer.
 */
export async function keptPage(path: string, now: Date, make: () => Promise<Reply>): Promise<KeptPage | Reply> {
  const kept = keptNow()
  const at = now.getTime()
  const before = kept.pages.get(path)
  try {
    await askWhatChanged(kept, at)
    const page = kept.pages.get(path)
    if (page !== undefined && at - page.madeAt < KEPT_FOR_MS) return page
    return await makeOnce(kept, path, { at, make })
  } catch (fault) {
    if (before !== undefined && isAway(fault) && at - before.madeAt < GOOD_WHILE_AWAY_MS) return before
    throw fault
  }
}

/**
 * What is the same for everyone and stands around something that is not, such as the help of a municipality around the steps
 * of one person; kept as long as pages are, under a name that says all that it depends on.
 */
export async function keptValue<Value>(name: string, now: Date, make: () => Promise<Value>): Promise<Value> {
  const kept = keptNow()
  const at = now.getTime()
  await askWhatChanged(kept, at)
  const known = kept.values.get(name)
  if (known !== undefined && at - known.madeAt < KEPT_FOR_MS) return known.value as Promise<Value> // kept under this name only
  const value = make()
  if (kept.values.size >= MOST_VALUES) kept.values.clear()
  kept.values.set(name, { madeAt: at, value })
  const forget = () => kept.values.delete(name)
  // What is not there is not kept: an address can name anything.
  value.then((found) => found === undefined && forget(), forget)
  return value
}

/** More than municipalities times languages. */
const MOST_VALUES = 1_000

type Making = { readonly at: number; readonly make: () => Promise<Reply> }

/** Made once for all who ask at the same time: a page that is dear to make is not made a hundred times. */
function makeOnce(kept: Kept, path: string, { at, make }: Making): Promise<KeptPage | Reply> {
  const running = kept.making.get(path)
  if (running !== undefined) return running
  const { mark } = kept
  const making = make()
    .then((reply) => {
      if (reply.kind !== 'html' || reply.status !== 200) return reply
      const made = wrapped(reply, at)
      // What was published meanwhile is not in it.
      if (mark === kept.mark) keep(kept, path, made)
      return made
    })
    .finally(() => kept.making.delete(path))
  kept.making.set(path, making)
  return making
}

function keptNow(): Kept {
  const current = database()
  const found = keptBy.get(current) ?? nothingKept()
  keptBy.set(current, found)
  return found
}

const nothingKept = (): Kept => ({
  ...{ pages: new Map(), values: new Map(), making: new Map() },
  ...{ mark: undefined, askedAt: Number.NEGATIVE_INFINITY, asking: undefined },
})

function keep(kept: Kept, path: string, page: KeptPage): void {
  kept.pages.delete(path)
  const [oldest] = kept.pages.keys()
  if (kept.pages.size >= MOST_KEPT && oldest !== undefined) kept.pages.delete(oldest)
  kept.pages.set(path, page)
}

/** Asks once for all who come at the same time. */
async function askWhatChanged(kept: Kept, at: number): Promise<void> {
  if (at - kept.askedAt < ASKED_EVERY_MS) return
  kept.asking ??= askMark(kept, at).finally(() => {
    kept.asking = undefined
  })
  await kept.asking
}

async function askMark(kept: Kept, at: number): Promise<void> {
  const traceId = randomBytes(16).toString('hex')
  const mark = await inScope({ personId: BUILT_IN.visitor, traceId }, async () => {
    const actor = await visitor(traceId)
    // Each only ever rises, so their sum changes when one of them does.
    return actor === undefined
      ? undefined
      : (await publicationMark(actor)) +
          (await moneyMark(actor)) +
          (await stepPlanMark(actor)) +
          (await termsMark(actor))
  })
  if (mark !== kept.mark) {
    kept.pages.clear()
    kept.values.clear()
  }
  kept.mark = mark
  kept.askedAt = at
}
