import type { Actor } from '../capabilities/access/actor.ts'
import { invitationToken } from '../capabilities/access/sign-in/invitations.ts'
import { mailAbout } from '../capabilities/directory/confirming/queries.ts'
import { claimMessage, recordTry } from '../capabilities/messages/actions.ts'
import { type Claimed, type Outcome, PATHS, type Recipient } from '../capabilities/messages/message.ts'
import { dueMessages } from '../capabilities/messages/queries.ts'
import type { Id } from '../foundation/id.ts'
import { mailText, mailWords } from '../web/words/messages.ts'
import type { Job } from './job.ts'
import { mailHtml } from './mail-html.ts'

type Mail = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** How mail leaves this process. */
export type Post = {
  /** Where people open the product; every link in a mail begins with it. */
  readonly baseUrl: URL
  /** Hands a mail over and tells what came of it; undefined where mail is off. */
  readonly send: ((mail: Mail) => Promise<Outcome>) | undefined
  /** Where somebody who asked without an account can be reached; nowhere unless that person said that mail is safe. */
  readonly askerOf: ((jobs: Actor, helpRequestId: Id) => Promise<Recipient | undefined>) | undefined
}

/** Sends one message as soon as what it is about is stored. */
export const sendMessageJob = (post: Post): Job => ({
  queue: 'send-message',
  payload: { messageId: 'id' },
  lookEverySeconds: 1,
  atMost: 10,
  run: (jobs, { messageId = '' }) => sendOne(jobs, messageId, post),
})

/** As many as one round takes on; the next is a minute later. */
const MOST_AT_ONCE = 200

/** Every minute: what failed before, what waited for its hour, and what a process that was killed left behind. */
export const sendDueMessagesJob = (post: Post): Job => ({
  queue: 'send-due-messages',
  payload: {},
  every: '* * * * *',
  lookEverySeconds: 5,
  run: (jobs) => sendDue(jobs, post, new Date()),
})

/** Sends what is due at this moment; stops when the server is away, for the next one would wait as long for nothing. */
export async function sendDue(jobs: Actor, post: Post, now: Date): Promise<void> {
  for (const id of await dueMessages(jobs, now, MOST_AT_ONCE)) {
    const outcome = await sendOne(jobs, id, post, now)
    if (outcome?.result === 'later' && outcome.reason === 'server-away') return
  }
}

async function sendOne(jobs: Actor, id: Id, post: Post, now?: Date): Promise<Outcome | undefined> {
  const claimed = await claimMessage(jobs, id, now ?? new Date())
  if (claimed === undefined) return undefined
  const outcome = await handOver(jobs, claimed, post)
  await recordTry(jobs, id, outcome, now ?? new Date())
  return outcome
}

async function handOver(jobs: Actor, claimed: Claimed, post: Post): Promise<Outcome> {
  if (post.send === undefined) return { result: 'not-needed', reason: 'mail-off' }
  if (claimed.kind === 'offer-check') return handOverCheck(jobs, claimed, { ...post, send: post.send })
  const to = claimed.to ?? (await asker(jobs, claimed, post))
  if (to === undefined) return { result: 'not-needed', reason: 'no-recipient' }
  const token = claimed.kind === 'invitation' ? await invitationToken(jobs, claimed.aboutId ?? '') : ''
  if (token === undefined) return { result: 'not-needed', reason: 'link-over' }
  return post.send(mailOf(claimed, to, new URL(PATHS[claimed.kind](token), post.baseUrl).href))
}

/** To the provider of a card, in Dutch with English below it: of an address nobody knows which language it reads. */
async function handOverCheck(jobs: Actor, claimed: Claimed, post: Sending): Promise<Outcome> {
  const about = await mailAbout(jobs, claimed.aboutId ?? '')
  if (about === undefined) return { result: 'not-needed', reason: 'no-recipient' }
  const href = new URL(PATHS[claimed.kind](about.token), post.baseUrl).href
  return post.send(inBoth(claimed, about.email, href))
}
type Sending = Post & { readonly send: NonNullable<Post['send']> }

const asker = async (jobs: Actor, { helpRequestId }: Claimed, { askerOf }: Post) =>
  helpRequestId === null ? undefined : askerOf?.(jobs, helpRequestId)

function inBoth({ id, kind }: Claimed, to: string, href: string): Mail {
  const [dutch, english] = [mailWords('nl', kind), mailWords('en', kind)]
  return {
    ...{ id, to, subject: dutch.subject },
    text: `${mailText(dutch, href)}\n---\n\n${mailText(english, href)}`,
    html: mailHtml('nl', dutch, href, ['en', english]),
  }
}

function mailOf({ id, kind }: Claimed, { email, lang }: Recipient, href: string): Mail {
  const words = mailWords(lang, kind)
  return { id, to: email, subject: words.subject, text: mailText(words, href), html: mailHtml(lang, words, href) }
}
