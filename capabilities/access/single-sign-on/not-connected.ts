import { type Refused, refuse } from '../../../foundation/result.ts'

/** What went wrong between us and the provider, as a refusal with a sentence. */
export function notConnected(reason: 'away' | 'refused' | 'wrong', name: string): Refused {
  switch (reason) {
    case 'away':
      return refuse('provider-away', { name })
    case 'refused':
      return refuse('provider-refused', { name })
    case 'wrong':
      return refuse('provider-answer-wrong', { name })
  }
}
