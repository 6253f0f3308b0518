import { Agent, type IncomingMessage, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** One request of a scenario; made anew for every turn, so that each can ask for another file or carry its own key. */
export type Asked = {
  readonly path: string
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export type Load = {
  readonly address: string
  /** Users who ask again as soon as they have their answer, or after thinking for about so long. */
  readonly users: number
  readonly pauseMs?: number
  readonly seconds: number
  readonly ask: (nth: number) => Asked
  /** What a good answer is; anything else stops the run, because a fast error is no speed. */
  readonly isGood: (status: number, body: string) => boolean
}

/** Milliseconds, and answers per second. */
export type Measured = {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly answers: number
  readonly kilobytes: number
}

/** What was asked in one go: how long each answer took in milliseconds, their bytes, and the seconds that passed. */
export type Turn = { readonly took: readonly number[]; readonly bytes: number; readonly passed: number }

/** Asks as these users for so long, and tells how long answers took. Throws at the first answer that is not good. */
export const underLoad = async (load: Load): Promise<Measured> => measuredOver([await aTurn(load)])

/** Asks as these users for so long. Throws at the first answer that is not good. */
export async function aTurn({ address, users, pauseMs = 0, seconds, ask, isGood }: Load): Promise<Turn> {
  const agent = new Agent({ keepAlive: true, maxSockets: users })
  const took: number[] = []
  let [nth, bytes] = [0, 0]
  const started = performance.now()
  const end = started + seconds * 1_000
  const user = async (): Promise<void> => {
    while (performance.now() < end) {
      // Not all at once: between none and twice the pause, as people do.
      if (pauseMs > 0) await pause(Math.random() * 2 * pauseMs)
      const asked = ask(nth++)
      const since = performance.now()
      const { status, body } = await send(agent, address, asked)
      took.push(performance.now() - since)
      bytes += body.length
      if (!isGood(status, body))
        throw new Error(`${asked.method ?? 'GET'} ${asked.path}: ${status} ${body.slice(0, 300)}`)
    }
  }
  try {
    await Promise.all(Array.from({ length: users }, user))
  } finally {
    agent.destroy()
  }
  return { took, bytes, passed: (performance.now() - started) / 1_000 }
}

/** What several turns came to, taken as one. */
export function measuredOver(turns: readonly Turn[]): Measured {
  const sorted = turns.flatMap(({ took }) => took).toSorted((a, b) => a - b)
  const sum = (of: (turn: Turn) => number): number => turns.reduce((all, turn) => all + of(turn), 0)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return {
    perSecond: sorted.length / sum(({ passed }) => passed),
    ...{ p50: at(0.5), p95: at(0.95), p99: at(0.99) },
    answers: sorted.length,
    kilobytes: sum(({ bytes }) => bytes) / Math.max(1, sorted.length) / 1_024,
  }
}

export type Answered = { readonly status: number; readonly body: string; readonly headers: IncomingMessage['headers'] }

/** One request and its whole answer. */
export function send(
  agent: Agent,
  address: string,
  { path, method = 'GET', headers = {}, body }: Asked,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asking = request(new URL(path, address), { agent, method, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      )
      answer.on('error', reject)
    })
    asking.on('error', reject)
    asking.end(body)
  })
}
