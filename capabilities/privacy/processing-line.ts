import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { dayAt } from '../../foundation/day.ts'
import type { Id } from '../../foundation/id.ts'
import { activityOf, activityUri } from './activities.ts'

/** What the processing log needs of an audited act; who did it is not among it. */
export type LoggedAct = {
  readonly id: Id
  readonly traceId: string
  readonly act: string
  readonly result: 'done' | 'refused' | 'failed'
  readonly subjectIds: readonly Id[]
  readonly municipalityIds: readonly Id[]
  readonly beganAt: string
  readonly at: string
}

/** One line of the processing log, after Logboek Dataverwerkingen: one person, no staff. */
export type ProcessingLine = {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId: string
  readonly status: 'Ok' | 'Error'
  readonly name: string
  readonly startedAt: string
  readonly endedAt: string
  readonly processingActivityId: string
  readonly dataSubjectId: string
  readonly dataSubjectIdType: string
}

/** The key of the pseudonyms, made from the secret of the installation; it is never stored. */
export const pseudonymKey = (secret: string): KeyObject =>
  createSecretKey(new Uint8Array(hkdfSync('sha256', secret, '', 'voorveld processing log', 32)))

/** A trajectory, file or request stands for the person it is about; names are not in the log and not needed to make it. */
const SUBJECT_TYPE = 'urn:voorveld:record'

/**
 * One line per person whom the act was about, as children of one span. The same act gives the same lines every time.
 * `pseudonyms` are those made so far with this key: who is on one list is on the next.
 */
export function* linesOf(
  act: LoggedAct,
  key: KeyObject,
  pseudonyms: Map<Id, string> = new Map(),
): Generator<ProcessingLine, void> {
  const activity = activityOf(act.act, dayAt(new Date(act.at)))
  const parentSpanId = hmac(key, `span ${act.id}`).slice(0, 16)
  for (const subject of new Set(act.subjectIds)) {
    const pseudonym = pseudonyms.get(subject) ?? hmac(key, `subject ${subject}`)
    pseudonyms.set(subject, pseudonym)
    yield {
      traceId: act.traceId,
      spanId: hmac(key, `span ${act.id} ${subject}`).slice(0, 16),
      parentSpanId,
      // LDV: Error only for a fault inside; a refusal is an answer.
      status: act.result === 'failed' ? 'Error' : 'Ok',
      name: activity.name.nl,
      startedAt: act.beganAt,
      endedAt: act.at,
      processingActivityId: activityUri(activity),
      dataSubjectId: pseudonym,
      dataSubjectIdType: SUBJECT_TYPE,
    }
  }
}

const hmac = (key: KeyObject, text: string): string => createHmac('sha256', key).update(text).digest('hex')
