import type { Command } from 'commander'
import { type Verdict, verifyAudit } from '../capabilities/privacy/queries.ts'
import { allow, refuse } from '../foundation/result.ts'
import { privacyWords } from '../web/words/privacy.ts'
import type { Lang } from '../web/words/words.ts'
import type { Run } from './run.ts'

/** `audit verify`: computes the chain of the audit log anew; exit 1 when it does not hold (BIO2 8.15.06). */
export function addAuditCommands(program: Command, run: Run): void {
  program
    .command('audit')
    .description('het logboek')
    .command('verify')
    .description('rekent de keten van het logboek na en meldt wat niet klopt')
    .option('--head <code>', 'de code van het laatste blok, bewaard na een eerdere controle')
    .action(({ head }: { head?: string }) =>
      run('audit.verified', async (actor, { lang }) => {
        if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) return refuse('audit-head-wrong')
        const verdict = await verifyAudit(actor, { knownHead: head })
        if (!verdict.ok) return verdict
        return allow({
          json: verdict.value,
          text: textOf(lang, verdict.value),
          exit: verdict.value.broken.length === 0 ? 0 : 1,
        })
      }),
    )
}

function textOf(lang: Lang, verdict: Verdict): string {
  const words = privacyWords[lang]
  const broken = verdict.broken.map(({ block, why }) =>
    block === undefined ? words.why[why] : words.inBlock(block, words.why[why]),
  )
  return [
    verdict.broken.length === 0 ? words.holds(verdict) : words.broken(verdict),
    ...broken,
    words.waiting(verdict),
    verdict.head === undefined ? words.empty : words.head(verdict.head),
  ].join('\n')
}
