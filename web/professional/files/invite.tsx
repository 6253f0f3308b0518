import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { worksSteadilyOn } from '../../../capabilities/families/files/queries.ts'
import { invitePerson } from '../../../capabilities/families/inviting/actions.ts'
import { mayBeInvited, namedReader } from '../../../capabilities/families/inviting/inviting.ts'
import { type Invited, lastInvitation } from '../../../capabilities/families/inviting/queries.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { CheckboxGroup } from '../../design/choices.tsx'
import { Facts } from '../../design/facts.tsx'
import { Notice } from '../../design/notice.tsx'
import { links } from '../../links.ts'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { fileWords } from '../../words/files.ts'
import { invitingWords } from '../../words/inviting.ts'
import { refusalSentence } from '../../words/refusals.ts'
import { errorsOf, KEY, keyOf } from '../case/frame.tsx'
import { type Mine, mineAt, minePage } from '../case/person-frame.tsx'

export const get = guarded({ may: ['change', 'trajectory'], act: 'own-sign-in.read' }, async (actor, page) => {
  const mine = await mineToInvite(actor, page)
  return mine === undefined ? notFound() : show(actor, page, mine)
})

/** Invites a person to a sign-in of their own; whoever only stands in does not. */
export const post = guarded({ may: ['change', 'trajectory'], act: 'own-sign-in.invited' }, async (actor, page) => {
  const mine = await mineToInvite(actor, page)
  if (mine === undefined) return notFound()
  const personId = mine.file.person.id
  const isTold = page.form.get('besproken') === 'ja'
  const isReadAlone = page.form.get('alleen') === 'ja'
  const invited = await invitePerson(actor, personId, { isTold, isReadAlone, key: keyOf(page) })
  if (invited.ok) return redirect(links.fileInvite(personId, 'uitgenodigd'))
  return invited.reason === 'not-found' ? notFound() : show(actor, page, mine, invited)
})

async function mineToInvite(actor: Actor, page: PageRequest): Promise<Mine | undefined> {
  const mine = await mineAt(actor, page)
  return mine !== undefined && (await worksSteadilyOn(actor)).has(mine.file.person.id) ? mine : undefined
}

async function show(actor: Actor, page: PageRequest, mine: Mine, refused?: Refused): Promise<Reply> {
  const words = invitingWords[page.lang]
  const { person, details } = mine.file
  const may = mayBeInvited(person, details)
  const last = await lastInvitation(actor, person.id, page.now)
  const name = person.name ?? fileWords[page.lang].nameless
  // Why it cannot be stands on the page already; beside the form only what the form lacks.
  const ofForm = may.ok ? refused : undefined
  return minePage(actor, page, mine, {
    title: words.title,
    lead: words.lead(name),
    ...(refused !== undefined && { refused }),
    ...(ofForm !== undefined && { errors: errorsOf(page, ofForm, fieldOf(ofForm)) }),
    body: (
      <>
        {page.query.get('gedaan') === 'uitgenodigd' ? <Notice isNews>{words.sent}</Notice> : null}
        {last?.code === undefined ? null : <Code page={page} invited={last} />}
        <Reached page={page} mine={mine} />
        {may.ok ? (
          <Form {...{ page, mine, name, last, refused: ofForm }} />
        ) : (
          <Notice title={words.not}>
            <p>{refusalSentence(page.lang, may)}</p>
            {may.reason === 'invite-too-young' ? null : (
              <p>
                <a href={links.fileReach(person.id)}>{words.toReach}</a>
              </p>
            )}
          </Notice>
        )}
      </>
    ),
  })
}

const fieldOf = ({ reason }: Refused): string => (reason === 'invite-mail-read' ? 'alleen' : 'besproken')

const Code: FC<{ page: PageRequest; invited: Invited }> = ({ page, invited }) => {
  const words = invitingWords[page.lang]
  return (
    <section aria-labelledby="code">
      <h2 id="code">{words.codeTitle}</h2>
      <p>
        <strong class="spoken">{invited.code?.replace(/^(\d{3})/, '$1 ')}</strong>
      </p>
      <p>{words.codeText}</p>
      <p class="soft">{words.noMail}</p>
    </section>
  )
}

/** What this person said of mail, to go by before asking again. */
const Reached: FC<{ page: PageRequest; mine: Mine }> = ({ page, mine: { file } }) => {
  const [words, files] = [invitingWords[page.lang], fileWords[page.lang]]
  const { mail, readBy } = file.details?.safeContact ?? {}
  return (
    <Facts
      facts={[
        { term: words.mail, value: file.details?.email ?? '' },
        { term: words.mailSafe, value: mail === undefined ? words.unsaid : files[mail] },
        { term: words.readBy, value: readBy ?? '' },
      ]}
    />
  )
}

type FormProps = {
  page: PageRequest
  mine: Mine
  name: string
  last: Invited | undefined
  refused: Refused | undefined
}

const Form: FC<FormProps> = ({ page, mine, name, last, refused }) => {
  const words = invitingWords[page.lang]
  const reader = namedReader(mine.file.details)
  const errorAt = (field: string) =>
    refused !== undefined && fieldOf(refused) === field ? refusalSentence(page.lang, refused) : undefined
  return (
    <section aria-labelledby="zo">
      <h2 id="zo">{words.howTitle}</h2>
      <ol>
        {Object.values(words.how).map((line) => (
          <li>{line}</li>
        ))}
      </ol>
      <form class="compact" method="post" action={links.fileInvite(mine.file.person.id)} novalidate>
        <input type="hidden" name={KEY} value={keyOf(page)} />
        <CheckboxGroup
          name="besproken"
          label={words.toldLabel}
          choices={[{ value: 'ja', label: words.told(name) }]}
          values={page.form.getAll('besproken').map(String)}
          error={errorAt('besproken')}
        />
        {reader === '' ? null : (
          <CheckboxGroup
            name="alleen"
            label={words.aloneLabel(reader)}
            choices={[{ value: 'ja', label: words.alone }]}
            values={page.form.getAll('alleen').map(String)}
            error={errorAt('alleen')}
          />
        )}
        <Button>{last === undefined ? words.send : words.again}</Button>
      </form>
    </section>
  )
}
