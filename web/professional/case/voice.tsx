import type { Actor } from '../../../capabilities/access/actor.ts'
import { recordChildVoice } from '../../../capabilities/families/notes/actions.ts'
import { VOICE_FORMS } from '../../../capabilities/families/notes/note.ts'
import { parseDay } from '../../../foundation/day.ts'
import type { Refused } from '../../../foundation/result.ts'
import { Button } from '../../design/button.tsx'
import { RadioGroup } from '../../design/choices.tsx'
import { DayField, TextField } from '../../design/field.tsx'
import { links } from '../../links.ts'
import { TypedKept } from '../../shell/draft-notice.tsx'
import { guarded, notFound, type PageRequest, type Reply, redirect } from '../../shell/guarded.ts'
import { forgetsTyped, withTyped } from '../../shell/typed-kept.ts'
import { caseWords } from '../../words/case.ts'
import { familyFormWords } from '../../words/family-forms.ts'
import { NoteParts, noteTold } from '../files/note-parts.tsx'
import { errorsOf, KEY, keyOf, text } from './frame.tsx'
import { type Mine, mineAt, minePage } from './person-frame.tsx'

export const get = guarded(
  { may: ['change', 'trajectory'], act: 'child-voice.begun' },
  withTyped(async (actor, page) => {
    const mine = await childAt(actor, page)
    return mine === undefined ? notFound() : show(actor, page, mine)
  }),
)

export const post = guarded(
  { may: ['change', 'trajectory'], act: 'child-voice.recorded' },
  forgetsTyped(async (actor, page) => {
    const mine = await childAt(actor, page)
    if (mine === undefined) return notFound()
    const personId = mine.file.person.id
    const recorded = await recordChildVoice(actor, {
      ...noteTold(page),
      personId,
      key: keyOf(page),
      holdsOn: parseDay(text(page, 'dag')) ?? page.today,
      voice: { form: text(page, 'vorm'), heardBy: text(page, 'gehoord-door') },
    })
    if (recorded.ok) return redirect(links.file(personId, 'kind'))
    return recorded.reason === 'not-found' ? notFound() : show(actor, page, mine, recorded)
  }),
)

/** A child's own file; an adult has none of this. */
async function childAt(actor: Actor, page: PageRequest): Promise<Mine | undefined> {
  const mine = await mineAt(actor, page)
  return mine?.file.person.kind === 'adult' ? undefined : mine
}

const FIELD_OF: ReadonlyMap<string, string> = new Map([
  ['voice-form', 'vorm'],
  ['voice-heard-by', 'gehoord-door'],
  ['day-in-future', 'dag'],
])

function show(actor: Actor, page: PageRequest, mine: Mine, refused?: Refused): Promise<Reply> {
  const words = familyFormWords[page.lang]
  const field = refused === undefined ? undefined : (FIELD_OF.get(refused.reason) ?? 'notitie')
  const errors = refused === undefined ? [] : errorsOf(page, refused, field)
  const at = (name: string) => (field === name ? errors[0]?.message : undefined)
  return minePage(actor, page, mine, {
    title: words.voice,
    lead: words.voiceLead,
    errors,
    ...(refused !== undefined && { refused }),
    body: (
      <form class="compact" method="post" action={links.fileVoice(mine.file.person.id)} novalidate>
        <TypedKept actor={actor} page={page} />
        <input type="hidden" name={KEY} value={keyOf(page)} />
        <NoteParts
          {...{ page, actor, file: mine.file, names: mine.names }}
          error={errors[0]}
          label={words.voiceText}
          hint={words.voiceHint}
        />
        <RadioGroup
          name="vorm"
          label={words.voiceForm}
          inline
          value={text(page, 'vorm')}
          error={at('vorm')}
          choices={VOICE_FORMS.map((form) => ({ value: form, label: caseWords[page.lang].voiceForms[form] }))}
        />
        <TextField
          name="gehoord-door"
          label={words.heardBy}
          value={page.form.has('gehoord-door') ? text(page, 'gehoord-door') : actor.name}
          error={at('gehoord-door')}
          autocomplete="off"
        />
        <DayField
          name="dag"
          label={caseWords[page.lang].day}
          value={text(page, 'dag') || page.today}
          max={page.today}
          error={at('dag')}
        />
        <Button>{words.voiceSave}</Button>
      </form>
    ),
  })
}
