import type { FC } from 'hono/jsx'
import type { Steunfiguur } from '../../capabilities/families/steunfiguren/steunfiguur.ts'
import type { PageRequest } from '../shell/guarded.ts'
import { formatDay } from '../words/format.ts'
import { steunfiguurWords } from '../words/steunfiguren.ts'

type PeopleProps = { page: PageRequest; people: readonly Steunfiguur[]; referredTo: readonly string[] }

/** Who is there for a child, and where it can turn to online, as the child itself said yes to. */
export const OwnPeople: FC<PeopleProps> = ({ page: { lang }, people, referredTo }) => {
  const words = steunfiguurWords[lang]
  const now = people.filter(({ endsOn }) => endsOn === null)
  if (now.length + referredTo.length === 0) return null
  return (
    <section aria-labelledby="er-voor-jou">
      <h2 id="er-voor-jou">{words.own}</h2>
      <ul>
        {now.map(({ called, kind, startsOn }) => (
          <li>{words.ownSince(called, words.kinds[kind].toLowerCase(), formatDay(lang, startsOn, 'year'))}</li>
        ))}
        {referredTo.length === 0 ? null : <li>{`${words.ownOnline}: ${referredTo.join(', ')}`}</li>}
      </ul>
      <p class="small soft">{words.ownNote}</p>
    </section>
  )
}
