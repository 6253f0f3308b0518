import type { FC } from 'hono/jsx'
import type { Actor } from '../../capabilities/access/actor.ts'
import { OWNER_FIELD, sealOwner } from '../../capabilities/forms/draft.ts'
import { Button, ButtonRow } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { formWords } from '../words/forms.ts'
import type { Lang } from '../words/words.ts'
import type { PageRequest } from './guarded.ts'
import { DROP_DRAFT } from './typed-kept.ts'

/** In every form in which a professional types for a while: when the session ends, what was typed is kept. */
export const DraftOwnerField: FC<{ actor: Actor; page: PageRequest }> = ({ actor, page }) => (
  <input type="hidden" name={OWNER_FIELD} value={sealOwner({ personId: actor.personId, page: page.path }, page.now)} />
)

/** Above a form that holds again what was typed when the session ended. */
export const DraftNotice: FC<{ lang: Lang; savedAt: Date | undefined; action: string }> = ({
  lang,
  savedAt,
  action,
}) => {
  const words = formWords[lang]
  if (savedAt === undefined) return null
  return (
    <Notice title={words.draftTitle} isNews>
      <p>{words.draft(savedAt)}</p>
      <form method="post" action={action}>
        <ButtonRow>
          <Button look="plain" name="doe" value={DROP_DRAFT}>
            {words.draftDrop}
          </Button>
        </ButtonRow>
      </form>
    </Notice>
  )
}

/** In a form whose get is `withTyped`: whose it is, and that it holds again what was typed, when it does. */
export const TypedKept: FC<{ actor: Actor; page: PageRequest }> = ({ actor, page }) => {
  const words = formWords[page.lang]
  return (
    <>
      <DraftOwnerField actor={actor} page={page} />
      {page.typedAt === undefined ? null : (
        <Notice title={words.draftTitle} isNews>
          <p>{words.draft(page.typedAt)}</p>
          <ButtonRow>
            <Button look="plain" name="doe" value={DROP_DRAFT} skipChecks>
              {words.draftDrop}
            </Button>
          </ButtonRow>
        </Notice>
      )}
    </>
  )
}
