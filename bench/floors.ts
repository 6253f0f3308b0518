/**
 * What a page cannot be faster than: a server without a framework that asks one question and writes it in a template string.
 * `bare` does nothing else; `honest` also looks up the session, opens a transaction in the scope of that person and writes
 * both logs, as every page must: an audit row, and in the processing log a line for each person shown. Started as a process of its own: `node bench/floors.ts KIND`, with the question in FLOOR.
 */
import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'

const { DATABASE_URL: connectionString, FLOOR = '{}', PORT = '0' } = process.env
const kind = process.argv[2] === 'honest' ? 'honest' : 'bare'
const {
  text = '',
  values = [],
  token = '',
  personId = '',
  role = 'voorveld_app',
  about,
} = JSON.parse(FLOOR) as Partial<Floor> // written by bench/main.ts

/** The one question of a scenario, and who asks it. */
export type Floor = {
  readonly text: string
  readonly values: readonly unknown[]
  readonly token: string
  readonly personId: string
  /** As which role of the database it is asked, once in scope. */
  readonly role?: string
  /** Whom the processing log gets a line for. */
  readonly about?: 'each' | 'one'
}

const pool = new pg.Pool({ connectionString, max: 10 })

type Rows = readonly Record<string, unknown>[]

const page = (rows: Rows): string =>
  `<!doctype html><html lang="nl"><title>Voorveld</title><table>${rows
    .map(
      (row) =>
        `<tr>${Object.values(row)
          .map((value) => `<td>${escaped(value)}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table></html>`

const escaped = (value: unknown): string => String(value ?? '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const bare = async (): Promise<string> => page((await pool.query({ name: 'asked', text, values: [...values] })).rows)

async function honest(): Promise<string> {
  const client = await pool.connect()
  try {
    const trace = randomBytes(16).toString('hex')
    await client.query('begin')
    const { rows: found } = await client.query({
      name: 'session',
      text: 'select user_id, expires_at from sign_in.sessions where token = $1 and expires_at > now()',
      values: [token],
    })
    if (found.length !== 1) throw new Error('no session')
    await client.query({
      name: 'scope',
      text: `select set_config('app.actor_id', $1, true), set_config('app.trace_id', $2, true), set_config('role', $3, true)`,
      values: [personId, trace, role],
    })
    const { rows } = await client.query({ name: 'asked', text, values: [...values] })
    if (role !== 'voorveld_app') await client.query('set local role voorveld_app')
    const subjects = about === undefined ? [] : about === 'one' ? ['one'] : rows.map(({ id }) => String(id))
    await client.query({
      name: 'audit',
      text: `insert into logs.audit_rows (id, trace_id, actor_id, acting_roles, act, kind, object_ids, result, origin, route)
        values (gen_random_uuid(), $1, $2, '{coordinator}', 'bench.asked', 'trajectory', $3, 'done', 'web', '/')`,
      values: [trace, personId, rows.map((row) => row.id ?? '-')],
    })
    if (subjects.length > 0) {
      // Only the job that keeps this log may add to it.
      await client.query("select set_config('app.actor_id', '00000000-0000-7000-8000-000000000003', true)")
      await client.query({
        name: 'lines',
        text: `insert into logs.processing_lines (trace_id, span_id, parent_span_id, status, name, started_at, ended_at,
            processing_activity_id, data_subject_id, data_subject_id_type)
          select $1, l.span, $2, 'Ok', 'lezen', now(), now(), 'urn:bench:lezen', l.subject, 'urn:voorveld:record'
          from unnest($3::text[], $4::text[]) as l (span, subject)`,
        values: [
          trace,
          trace.slice(0, 16),
          subjects.map((subject) => hmac(`${trace} ${subject}`).slice(0, 16)),
          subjects.map((subject) => hmac(subject)),
        ],
      })
    }
    await client.query('commit')
    return page(rows)
  } catch (fault) {
    await client.query('rollback')
    throw fault
  } finally {
    client.release()
  }
}

const key = createSecretKey(randomBytes(32))
const hmac = (of: string): string => createHmac('sha256', key).update(of).digest('hex')

const answer = kind === 'honest' ? honest : bare
const server = createServer((asked, reply) => {
  asked.resume()
  answer().then(
    (html) => reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html),
    (fault: unknown) => reply.writeHead(500).end(String(fault)),
  )
})
server.listen(Number(PORT), '127.0.0.1', () => {
  const at = server.address()
  process.stdout.write(`http://localhost:${typeof at === 'object' ? at?.port : ''}\n`)
})
