import type { Device } from './device.ts'

/** Where a request comes from. The address is only counted and compared, under a keyed mark, and never kept. */
export type Origin = { readonly address: string; readonly device: Device }

/** How somebody tried to come in, and from where. */
export type Arrival = {
  readonly origin: Origin
  readonly way: 'password' | 'code' | 'passkey' | 'provider'
  /** What was typed where nobody has that address. */
  readonly typed?: string
  /** The organisation through which somebody came. */
  readonly organisationId?: string
}
