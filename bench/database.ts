import pg from 'pg'

/** Asks a database this one thing, over a connection of its own. */
export async function on(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}

/** The connection address of the database of this name on the same server. */
export function urlOf(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

export function nameOf(url: string): string {
  return new URL(url).pathname.slice(1)
}

const began = new Date().toISOString()

/** Takes away the events that this run added. */
export const takeAway = (url: string): Promise<unknown> =>
  on(url, `delete from trajectory_events where recorded_at >= '${began}'`)
