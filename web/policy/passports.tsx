import { measures } from '../../capabilities/measures/queries.ts'
import { sharesKnown } from '../../capabilities/measures/shares/queries.ts'
import { links } from '../links.ts'
import { guarded } from '../shell/guarded.ts'
import { namedFor } from '../shell/names.ts'
import { publicPage } from '../shell/pages.tsx'
import { figureWords } from '../words/figures.ts'

export const get = guarded({ may: 'everyone' }, async (actor, page) => {
  const words = figureWords[page.lang]
  const all = namedFor(page, actor, [...(await measures(actor)), ...(await sharesKnown(actor))])
  const programmes = Map.groupBy(all, (one) => one.programmeCode)
  return publicPage(
    page,
    {
      ...{ title: `${words.passports} - Voorveld`, description: words.passportsLead },
      canonical: page.origin + links.passports(),
    },
    <>
      <h1>{words.passports}</h1>
      <p class="lead">{words.passportsLead}</p>
      {[...programmes.values()].map((entries) => (
        <section class="part">
          <header>
            <h2>{entries[0]?.programmeName[page.lang]}</h2>
          </header>
          <ul class="ways">
            {entries.map((entry) => (
              <li>
                <h3>
                  <a href={links.passport(entry.code)}>{entry.name[page.lang]}</a>
                </h3>
                <p>{entry.passport.definition[page.lang]}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>,
  )
})
