/** A statement is prepared once it was asked this often; what is asked once, such as with a list of another length, never is. */
const OFTEN = 20

/** More than this a connection does not keep: each is a plan in its memory. */
const MOST = 300

/** Texts that are counted before they have a name; beyond it counting begins anew. */
const MOST_COUNTED = 5_000

const names = new Map<string, string>()
const counts = new Map<string, number>()

/** The name under which this text is prepared on a connection, the same for ever; undefined for what is not asked often. */
export function statementNames(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST || !/^\s*(select|with|insert|update|delete)\b/i.test(text)) return known
  const count = (counts.get(text) ?? 0) + 1
  if (count < OFTEN) {
    if (counts.size >= MOST_COUNTED) counts.clear()
    counts.set(text, count)
    return undefined
  }
  counts.delete(text)
  const name = `s${names.size + 1}`
  names.set(text, name)
  return name
}
