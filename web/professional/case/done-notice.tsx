import type { FC } from 'hono/jsx'
import { Notice } from '../../design/notice.tsx'
import type { PageRequest } from '../../shell/guarded.ts'
import { caseWords } from '../../words/case.ts'
import { closingWords } from '../../words/closing.ts'
import { familyFormWords } from '../../words/family-forms.ts'
import { fileWords } from '../../words/files.ts'
import { planWords } from '../../words/plan.ts'

/** What was just done, as the address says. */
export const DoneNotice: FC<{ page: PageRequest }> = ({ page }) => {
  const done = page.query.get('gedaan') ?? ''
  const [words, family] = [caseWords[page.lang], familyFormWords[page.lang]]
  const said: ReadonlyMap<string, string> = new Map([
    ['notitie', fileWords[page.lang].saved],
    ['plan', planWords[page.lang].done],
    ['contact', words.contactSaved],
    ['stap', words.stepSaved],
    ['afgesloten', closingWords[page.lang].closed],
    ['heropend', closingWords[page.lang].reopened],
    ['antwoorden', words.answersSaved],
    ['moment', words.milestoneSaved],
    ['dag', words.anchorSaved],
    ['medewerkers', family.workersSaved],
    ['besluit', family.bothSaved],
    ['gezin', family.familySaved],
    ['kind-dossier', family.opened],
    ['bereiken', family.reachSaved],
    ['kind', family.voiceSaved],
  ])
  const sentence = said.get(done)
  return sentence === undefined ? null : <Notice isNews>{sentence}</Notice>
}
