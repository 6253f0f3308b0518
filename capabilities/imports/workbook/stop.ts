import { type Refused, refuse } from '../../../foundation/result.ts'

/** Ends the reading of a workbook from within a stream; `readWorkbook` turns it into its refusal. */
export class Stop extends Error {
  readonly refused: Refused

  constructor(refused: Refused) {
    super(refused.reason)
    this.refused = refused
  }
}

export const damaged = (): Stop => new Stop(refuse('workbook-damaged'))
