/** One mail as it goes out, to one address. */
export type Mail = {
  /** The same for every try of the same message, so that a second copy can be known as one. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** What came of handing a mail over: taken, worth another try later, or never. */
export type Handed =
  | { readonly result: 'sent' }
  | {
      readonly result: 'later'
      readonly reason: 'server-away' | 'server-busy' | 'server-login-refused' | 'no-safe-connection'
    }
  | { readonly result: 'refused'; readonly reason: 'mail-refused' | 'address-unusable' }

export type SendMail = (mail: Mail) => Promise<Handed>

const LONGEST_ADDRESS = 254

/**
 * Whether this is one plain address: no name, no second address, no line end and nothing that a mail server could read
 * as more than an address. Stricter than the standard, which allows what nobody uses.
 */
export const isMailAddress = (text: string): boolean =>
  text.length <= LONGEST_ADDRESS &&
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i.test(
    text,
  ) &&
  !text.includes('\n')
