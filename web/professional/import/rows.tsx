import type { Actor } from '../../../capabilities/access/actor.ts'
import { villagesIn } from '../../../capabilities/access/queries.ts'
import { commitImport, correctCells } from '../../../capabilities/imports/actions.ts'
import type { Correction } from '../../../capabilities/imports/corrections.ts'
import type { Findings } from '../../../capabilities/imports/findings.ts'
import { type ImportDetail, importDetail } from '../../../capabilities/imports/queries.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button, ButtonRow } from '../../design/button.tsx'
import { Strip } from '../../design/facts.tsx'
import { BackLink } from '../../design/paging.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { formatNumber } from '../../words/format.ts'
import { importWords } from '../../words/import.ts'
import type { Lang } from '../../words/words.ts'
import { CORRECTED, FaultTable, pageAsked } from './fault-table.tsx'
import { importStep, STEP } from './frame.tsx'
import { importAt } from './import-at.ts'
import { SampleTable, UnmappedTable } from './what-was-read.tsx'

export const get = guarded({ may: ['change', 'import'], act: 'import.rows-shown' }, async (actor, page) => {
  const detail = await importAt(actor, page)
  if (detail === undefined) return notFound()
  return detail.state === 'checked' ? show(actor, page, detail) : redirect(links.import(detail.id))
})

export const post = guarded({ may: ['change', 'import'], act: 'import.confirmed' }, async (actor, page) => {
  const id = page.params.id ?? ''
  const step = String(page.form.get('doe') ?? '')
  if (step === 'nakijken') {
    const findings = (await importDetail(actor, id))?.findings
    const done = await correctCells(actor, id, correctionsIn(page, findings))
    return done.ok ? redirect(links.importRows(id, pageAsked(page))) : again(actor, page, done)
  }
  const done = await commitImport(actor, id, { onlyGood: step === 'goede' })
  return done.ok ? redirect(links.import(id)) : again(actor, page, done)
})

async function again(actor: Actor, page: PageRequest, refused: Refused): Promise<Reply> {
  const detail = await importAt(actor, page)
  if (detail === undefined) return notFound()
  return detail.findings === undefined ? redirect(links.import(detail.id)) : show(actor, page, detail, refused)
}

/** Cells that were put right: row and column stand in the name of their field. What was left as it was is no correction. */
function correctionsIn(page: PageRequest, findings: Findings | undefined): Correction[] {
  const shown = new Map(findings?.faults.map((fault) => [`${fault.row} ${fault.column}`, fault.value]))
  return [...page.form].flatMap(([name, value]) => {
    const [, row = '', column = ''] = CORRECTED.exec(name) ?? []
    if (row === '' || typeof value !== 'string' || shown.get(`${row} ${column}`) === value) return []
    return [{ row: Number(row), column, value }]
  })
}

async function show(actor: Actor, page: PageRequest, detail: ImportDetail, refused?: Refused): Promise<Reply> {
  const { findings } = detail
  if (findings === undefined) return redirect(links.importColumns(detail.id))
  const words = importWords[page.lang]
  const villages = await villagesIn(actor, detail.municipalityId)
  const title = titleOf(page.lang, findings)
  return importStep(
    page,
    actor,
    { step: STEP.rows, title, refused },
    <>
      <BackLink href={links.importColumns(detail.id)} label={words.back} />
      <h2>{title}</h2>
      <p class="soft">{words.nothingSaved}</p>
      <Counts lang={page.lang} findings={findings} />
      {findings.good > 0 && findings.added === 0 ? <p>{words.allKnown}</p> : null}
      {findings.changed > 0 ? <p>{words.changed(findings.changed)}</p> : null}
      <confirm-once>
        <form method="post" action={links.importRows(detail.id, pageAsked(page))}>
          {findings.faults.length === 0 ? null : (
            <FaultTable page={page} detail={detail} findings={findings} villages={villages} />
          )}
          <Choices page={page} detail={detail} findings={findings} />
        </form>
      </confirm-once>
      {findings.unmapped.length === 0 ? null : <UnmappedTable lang={page.lang} findings={findings} />}
      {findings.sample.length === 0 ? null : (
        <SampleTable lang={page.lang} detail={detail} findings={findings} villages={villages} />
      )}
    </>,
  )
}

function titleOf(lang: Lang, findings: Findings): string {
  const words = importWords[lang]
  if (findings.faultyRows === 0) return words.allGood
  return findings.good === 0 ? words.nothingGood : words.needHelp(findings.faultyRows)
}

const Counts = ({ lang, findings }: { lang: Lang; findings: Findings }) => {
  const { counts } = importWords[lang]
  const corrected = findings.corrections.length
  const all = [
    { n: findings.rows, words: counts.read },
    { n: findings.good, words: counts.good },
    ...(corrected === 0 ? [] : [{ n: corrected, words: counts.corrected(corrected) }]),
    ...(findings.known === 0
      ? []
      : [
          { n: findings.added, words: counts.added },
          { n: findings.known, words: counts.known },
        ]),
    ...(findings.faultyRows === 0 ? [] : [{ n: findings.faultyRows, words: counts.faulty, isBad: true }]),
  ]
  return <Strip counts={all.map((one) => ({ ...one, n: formatNumber(lang, one.n) }))} />
}

/** One filled button: putting right while there is something to put right, else saving. */
const Choices = ({ page, detail, findings }: { page: PageRequest; detail: ImportDetail; findings: Findings }) => {
  const words = importWords[page.lang]
  const { good, faultyRows } = findings
  return (
    <ButtonRow>
      {faultyRows === 0 ? (
        <Button name="doe" value="alles">
          {words.saveAll(good)}
        </Button>
      ) : (
        <Button name="doe" value="nakijken">
          {words.checkAgain}
        </Button>
      )}
      {faultyRows > 0 && good > 0 ? (
        <Button look="plain" name="doe" value="goede">
          {words.saveGood(good)}
        </Button>
      ) : null}
      <Button look="plain" formAction={links.importCancel(detail.id)} skipChecks>
        {words.cancel}
      </Button>
      {faultyRows > 0 ? (
        <a href={links.importFaults(detail.id)} download>
          {words.download(faultyRows)}
        </a>
      ) : null}
    </ButtonRow>
  )
}
