import type { FC } from 'hono/jsx'
import type { BrokenLink } from '../../../capabilities/information/outside/queries.ts'
import { dayAt } from '../../../foundation/day.ts'
import { DataTable } from '../../design/table.tsx'
import { formatDay } from '../../words/format.ts'
import { outsideLinksWords } from '../../words/outside-links.ts'
import type { Lang } from '../../words/words.ts'

/** The sites of others that no longer answer, with since when and what happens; nothing when all of them do. */
export const OutsideLinks: FC<{ lang: Lang; broken: readonly BrokenLink[] }> = ({ lang, broken }) => {
  const words = outsideLinksWords[lang]
  if (broken.length === 0) return null
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{words.title}</h2>
      <p class="soft">{words.lead}</p>
      <DataTable
        lang={lang}
        caption={words.title}
        captionUnseen
        head={words.address}
        columns={[words.where, words.since, words.happened].map((head) => ({ head }))}
        stacked
        rows={broken.map(({ address, standsIn, since, what }) => ({
          head: (
            <a href={address} rel="noreferrer" class="long-word">
              {address}
            </a>
          ),
          cells: [
            standsIn.map((one) => words.standsIn[one]).join(', '),
            formatDay(lang, dayAt(since), 'year'),
            words.what[what],
          ],
        }))}
      />
    </section>
  )
}
