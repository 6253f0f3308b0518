import type { FC } from 'hono/jsx'
import type { Actor } from '../../capabilities/access/actor.ts'
import { removeFilter, renameFilter, saveFilter } from '../../capabilities/cases/filters/actions.ts'
import type { SavedFilter } from '../../capabilities/cases/filters/filter.ts'
import { type Id, isId, newId } from '../../foundation/id.ts'
import { type Answer, type Refused, refuse } from '../../foundation/result.ts'
import { Button } from '../design/button.tsx'
import { Details } from '../design/details.tsx'
import { FieldRow, TextField } from '../design/field.tsx'
import { links } from '../links.ts'
import type { PageRequest } from '../shell/guarded.ts'
import { filterWords } from '../words/filters.ts'
import { refusalSentence } from '../words/refusals.ts'

/** What the list is narrowed to now; codes only. */
export type Chosen = {
  readonly villageCode: string | undefined
  readonly phase: string | undefined
  readonly teamId: string | undefined
}

const text = (page: PageRequest, name: string): string => String(page.form.get(name) ?? '').trim()

/** Of the form: sent twice, it saves one filter. */
const keyOf = (page: PageRequest): Id => (isId(text(page, '_sleutel')) ? text(page, '_sleutel') : newId())

/** Saves what is chosen now, or renames or removes one of one's own. */
export function changeFilters(
  actor: Actor,
  page: PageRequest,
  { villageCode, phase, teamId }: Chosen,
): Promise<Answer> {
  const id = text(page, 'filter')
  switch (text(page, 'doe')) {
    case 'bewaar':
      return saveFilter(actor, {
        id: keyOf(page),
        name: text(page, 'filternaam'),
        ...{ villageCode: villageCode ?? null, phaseCode: phase ?? null, teamId: teamId ?? null },
      })
    case 'hernoem':
      return renameFilter(actor, id, text(page, 'filternaam'))
    case 'verwijder':
      return removeFilter(actor, id)
    default:
      return Promise.resolve(refuse('not-found'))
  }
}

/** The address of the list narrowed so. */
export const filteredList = ({ villageCode, phase, teamId }: Chosen): string => {
  const query = new URLSearchParams({
    ...(villageCode !== undefined && { kern: villageCode }),
    ...(phase !== undefined && { fase: phase }),
    ...(teamId !== undefined && { team: teamId }),
  }).toString()
  return query === '' ? links.trajectories() : `${links.trajectories()}?${query}`
}

export const isNarrowed = (chosen: Chosen): boolean => Object.values(chosen).some((one) => one !== undefined)

const chosenIn = ({ villageCode, phaseCode, teamId }: SavedFilter): Chosen => ({
  villageCode: villageCode ?? undefined,
  phase: phaseCode ?? undefined,
  teamId: teamId ?? undefined,
})

type Props = { page: PageRequest; filters: readonly SavedFilter[]; chosen: Chosen; refused: Refused | undefined }

/** One's own filters as links, with a way to save the present one, and to rename or remove. */
export const SavedFilters: FC<Props> = ({ page, filters, chosen, refused }) => {
  const words = filterWords[page.lang]
  const isFiltered = isNarrowed(chosen)
  const here = filteredList(chosen)
  const isSaved = filters.some((one) => filteredList(chosenIn(one)) === here)
  if (filters.length === 0 && !isFiltered) return null
  return (
    <section class="saved-filters" aria-labelledby="filters">
      <h2 id="filters">{words.title}</h2>
      {filters.length === 0 ? null : (
        <ul class="path-list">
          {filters.map((one) => (
            <li>
              <a
                href={filteredList(chosenIn(one))}
                aria-current={filteredList(chosenIn(one)) === here ? 'true' : undefined}
              >
                {one.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {isFiltered && !isSaved ? <Save {...{ page, chosen, refused }} /> : null}
      {filters.length === 0 ? null : (
        <Details summary={words.change} isOpen={refused !== undefined && text(page, 'doe') === 'hernoem'}>
          {filters.map((one) => (
            <Change {...{ page, filter: one, chosen, refused }} />
          ))}
        </Details>
      )}
    </section>
  )
}

const Save: FC<Omit<Props, 'filters'>> = ({ page, chosen, refused }) => {
  const words = filterWords[page.lang]
  const isHere = text(page, 'doe') === 'bewaar'
  return (
    <form method="post" action={filteredList(chosen)} novalidate>
      <input type="hidden" name="_sleutel" value={keyOf(page)} />
      <FieldRow>
        <TextField
          name="filternaam"
          label={words.name}
          hint={words.hint}
          autocomplete="off"
          value={isHere ? text(page, 'filternaam') : ''}
          error={isHere && refused !== undefined ? refusalSentence(page.lang, refused) : undefined}
        />
        <Button look="plain" name="doe" value="bewaar">
          {words.save}
        </Button>
      </FieldRow>
    </form>
  )
}

const Change: FC<Omit<Props, 'filters'> & { filter: SavedFilter }> = ({ page, filter, chosen, refused }) => {
  const words = filterWords[page.lang]
  const isHere = text(page, 'doe') === 'hernoem' && text(page, 'filter') === filter.id
  return (
    <form method="post" action={filteredList(chosen)} novalidate>
      <input type="hidden" name="filter" value={filter.id} />
      <FieldRow>
        <TextField
          name="filternaam"
          id={`filter-${filter.id}`}
          label={words.nameOf(filter.name)}
          autocomplete="off"
          value={isHere ? text(page, 'filternaam') : filter.name}
          error={isHere && refused !== undefined ? refusalSentence(page.lang, refused) : undefined}
        />
        <Button look="plain" name="doe" value="hernoem">
          {words.rename}
          <span class="unseen"> {filter.name}</span>
        </Button>
        <Button look="plain" name="doe" value="verwijder">
          {words.remove}
          <span class="unseen"> {filter.name}</span>
        </Button>
      </FieldRow>
    </form>
  )
}
