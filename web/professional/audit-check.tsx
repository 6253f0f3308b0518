import type { FC } from 'hono/jsx'
import type { AuditCheck } from '../../capabilities/privacy/checks/check.ts'
import { Notice } from '../design/notice.tsx'
import { auditCheckWords } from '../words/audit-check.ts'
import { formatMoment } from '../words/format.ts'
import type { Lang } from '../words/words.ts'

type Told = { readonly holds: boolean; readonly until: Date | null }

/** `klopt, nagekeken tot 26 november 2026 om 2.40`, or `klopt niet vanaf …`. */
export function auditCheckInWords(lang: Lang, told: Told | undefined): string {
  const words = auditCheckWords[lang]
  if (told === undefined) return words.notYet
  const until = told.until && formatMoment(lang, told.until)
  if (told.holds) return until === null ? words.holdsEmpty : words.holds(until)
  return until === null ? words.brokenSomewhere : words.broken(until)
}

/** Tells who reads the log that it does not hold, and what to do; nothing when it does. */
export const AuditTrouble: FC<{ lang: Lang; check: AuditCheck | undefined }> = ({ lang, check }) => {
  if (check?.broken === undefined) return null
  const words = auditCheckWords[lang]
  return (
    <Notice tone="danger" title={words.title(auditCheckInWords(lang, { holds: false, until: check.broken.at }))}>
      <p>{words.what}</p>
      <p>{words.toDo}</p>
    </Notice>
  )
}
