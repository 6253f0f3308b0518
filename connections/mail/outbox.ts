import { type Handed, isMailAddress, type Mail, type SendMail } from './mail.ts'

/** Mail that goes nowhere: it is kept for who looks. For the demo, and for tests of everything around sending. */
export type Outbox = { readonly send: SendMail; readonly mails: readonly Mail[] }

/** A demo that runs for months keeps the newest. */
const MOST_KEPT = 100

/** An outbox that takes every mail as a server would, or answers otherwise where a test says so. */
export function anOutbox(answer: (mail: Mail) => Handed = () => ({ result: 'sent' })): Outbox {
  const mails: Mail[] = []
  return {
    mails,
    send: async (mail) => {
      if (!isMailAddress(mail.to)) return { result: 'refused', reason: 'address-unusable' }
      const handed = answer(mail)
      if (handed.result === 'sent') mails.push(mail)
      if (mails.length > MOST_KEPT) mails.shift()
      return handed
    },
  }
}
