import type { Answer } from '../../foundation/result.ts'

/** The demo is ours: a refusal in it is a fault in the product. */
export function must<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`the demo was refused: ${answer.reason} ${JSON.stringify(answer.with ?? {})}`)
  return answer.value
}
