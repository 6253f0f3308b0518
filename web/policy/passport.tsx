import { measures } from '../../capabilities/measures/queries.ts'
import { sharesKnown } from '../../capabilities/measures/shares/queries.ts'
import { Facts } from '../design/facts.tsx'
import { BackLink } from '../design/paging.tsx'
import { links } from '../links.ts'
import { guarded, notFound } from '../shell/guarded.ts'
import { namedFor } from '../shell/names.ts'
import { publicPage } from '../shell/pages.tsx'
import { figureWords } from '../words/figures.ts'

export const get = guarded({ may: 'everyone' }, async (actor, page) => {
  const words = figureWords[page.lang]
  const all = namedFor(page, actor, [...(await measures(actor)), ...(await sharesKnown(actor))])
  const entry = all.find((one) => one.code === page.params.code)
  if (entry === undefined) return notFound()
  const { passport } = entry
  const name = entry.name[page.lang]
  return publicPage(
    page,
    {
      ...{ title: `${name} - Voorveld`, description: passport.definition[page.lang] },
      canonical: page.origin + links.passport(entry.code),
    },
    <>
      <BackLink href={links.passports()} label={words.back} />
      <h1>{name}</h1>
      <p class="lead">{passport.definition[page.lang]}</p>
      <Facts
        facts={[
          { term: words.programme, value: entry.programmeName[page.lang] },
          { term: words.unit, value: entry.unit[page.lang] },
          { term: words.numerator, value: passport.numerator[page.lang] },
          { term: words.denominator, value: passport.denominator?.[page.lang] },
          { term: words.groupings, value: entry.groupings.map((one) => one.name[page.lang]).join(', ') },
          {
            term: words.ownGroupings,
            value:
              'ownGroupings' in entry ? entry.ownGroupings.map((one) => one.name[page.lang]).join(', ') : undefined,
          },
          { term: words.source, value: passport.source[page.lang] },
          { term: words.frequency, value: passport.frequency[page.lang] },
          { term: words.owner, value: passport.owner[page.lang] },
          { term: words.targetTerm, value: passport.target === undefined ? words.noTarget : String(passport.target) },
          { term: words.version, value: words.versionText(entry.programmeVersion, passport.validFrom) },
          { term: words.suppression, value: words.suppressionText },
        ]}
      />
    </>,
  )
})
