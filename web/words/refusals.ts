import type { Refused } from '../../foundation/result.ts'
import { type RefusalWords, sentenceFor } from './refusal.ts'
import { accessRefusals } from './refusals/access.ts'
import { campaignRefusals } from './refusals/campaigns.ts'
import { casesRefusals } from './refusals/cases.ts'
import { closingRefusals } from './refusals/closing.ts'
import { directoryRefusals } from './refusals/directory.ts'
import { familiesRefusals } from './refusals/families.ts'
import { familyPlanRefusals } from './refusals/family-plan.ts'
import { formRefusals } from './refusals/forms.ts'
import { helpRequestRefusals } from './refusals/help-requests.ts'
import { importRefusals } from './refusals/imports.ts'
import { informationRefusals } from './refusals/information.ts'
import { invitingRefusals } from './refusals/inviting.ts'
import { measuresRefusals } from './refusals/measures.ts'
import { moneyRefusals } from './refusals/money.ts'
import { participationRefusals } from './refusals/participation.ts'
import { passkeyRefusals } from './refusals/passkeys.ts'
import { privacyRefusals } from './refusals/privacy.ts'
import { programmeRefusals } from './refusals/programmes.ts'
import { runningRefusals } from './refusals/running.ts'
import { sharingRefusals } from './refusals/sharing.ts'
import { signInRefusals } from './refusals/sign-in.ts'
import { signOnRefusals } from './refusals/sign-on.ts'
import { stepPlanRefusals } from './refusals/step-plan.ts'
import { steunfiguurRefusals } from './refusals/steunfiguren.ts'
import { termRefusals } from './refusals/terms.ts'
import { triageRefusals } from './refusals/triage.ts'
import type { Lang } from './words.ts'

const all: RefusalWords = {
  ...accessRefusals,
  ...casesRefusals,
  ...closingRefusals,
  ...directoryRefusals,
  ...familiesRefusals,
  ...familyPlanRefusals,
  ...formRefusals,
  ...helpRequestRefusals,
  ...importRefusals,
  ...informationRefusals,
  ...invitingRefusals,
  ...measuresRefusals,
  ...moneyRefusals,
  ...campaignRefusals,
  ...participationRefusals,
  ...passkeyRefusals,
  ...privacyRefusals,
  ...programmeRefusals,
  ...runningRefusals,
  ...sharingRefusals,
  ...signInRefusals,
  ...signOnRefusals,
  ...stepPlanRefusals,
  ...steunfiguurRefusals,
  ...termRefusals,
  ...triageRefusals,
}

/** The sentence for a refusal: what happened and what to do, in the reader's language. */
export const refusalSentence = (lang: Lang, refused: Refused): string => sentenceFor(all, lang, refused)
