import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import { villagesIn } from '../../../capabilities/access/queries.ts'
import { byVillage } from '../../../capabilities/directory/choosing.ts'
import { freshness } from '../../../capabilities/directory/freshness.ts'
import { togetherByHours } from '../../../capabilities/directory/hours.ts'
import type { Offer } from '../../../capabilities/directory/offer.ts'
import { type PaperCopy, paperAsWord } from '../../../capabilities/directory/paper-word.ts'
import { publicOffers } from '../../../capabilities/directory/queries.ts'
import { links } from '../../links.ts'
import { download, guarded, notFound, type PageRequest } from '../../shell/guarded.ts'
import { keptValue } from '../../shell/kept-pages.ts'
import { pageForAll } from '../../shell/pages.tsx'
import { weekInWords } from '../../words/offer-hours.ts'
import { paperWords } from '../../words/offer-paper.ts'
import { offerWords } from '../../words/offers.ts'
import type { Lang } from '../../words/words.ts'
import { type Around, aroundOf, placeShown } from '../information/around.ts'
import { addressOf, costOf } from './card-view.tsx'

/** The list as copy for a door-to-door paper: short, per village, and made to be printed. */
export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  const copy = around && (await copyOf(actor, page, around))
  if (around === undefined || copy === undefined) return notFound()
  const { here } = around
  const paths = { nl: links.offersPaper({ ...here, lang: 'nl' }), en: links.offersPaper({ ...here, lang: 'en' }) }
  return pageForAll(
    page,
    {
      title: offerWords[page.lang].windowTitle,
      description: paperWords[page.lang].lead,
      at: { lang: page.lang, place: placeShown(around), paths },
    },
    <PaperView copy={copy} around={around} />,
  )
})

/** The same as plain text, to be laid out by the paper itself. */
export const getText = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  const copy = around && (await copyOf(actor, page, around))
  if (copy === undefined) return notFound()
  return { kind: 'html', html: asText(copy), status: 200, headers: { 'Content-Type': 'text/plain; charset=UTF-8' } }
})

/** The same as a Word file; made once a minute at most, because anyone may ask for it. */
export const getWord = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  const copy = around && (await copyOf(actor, page, around))
  if (around === undefined || copy === undefined) return notFound()
  const { here } = around
  const body = await keptValue(`paper ${here.lang} ${here.place ?? ''} ${page.today}`, page.now, () =>
    paperAsWord(copy, here.lang),
  )
  return download({ ...WORD, body })
})

/** A fixed word: a name of a file holds no place. */
const WORD = {
  name: 'krant.docx',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** What nobody checked for long is not printed: paper cannot be taken back. */
async function copyOf(actor: Actor, page: PageRequest, { municipality, here }: Around): Promise<PaperCopy | undefined> {
  if (municipality === undefined) return undefined
  const { lang, today } = page
  const words = paperWords[lang]
  const villages = await villagesIn(actor, municipality.id)
  const offers = (await publicOffers(actor, municipality.id, today)).filter(
    ({ confirmedOn }) => freshness(confirmedOn, today) !== 'stale',
  )
  const groups = byVillage(
    offers,
    villages.map(({ code }) => code),
  )
  return {
    title: words.title(municipality.name),
    intro: words.intro,
    groups: groups.map((group) => ({
      village: villages.find(({ code }) => code === group.village)?.name ?? offerWords[lang].whole(municipality.name),
      entries: group.offers.map((offer) => ({ name: offer.card.name, lines: linesOf(offer, lang) })),
    })),
    end: [words.day(today), words.online(page.origin + links.offers(here))],
  }
}

function linesOf({ card }: Offer, lang: Lang): string[] {
  const words = offerWords[lang]
  const about = lang === 'en' ? (card.about.en ?? card.about.nl) : card.about.nl
  const hours = togetherByHours(card.hours).map((one) => weekInWords(lang, one))
  const reach = [card.phone, card.email, card.website].filter((one) => one !== undefined)
  return [
    about,
    ...(card.place === undefined ? [] : [addressOf(card.place)]),
    ...(hours.length === 0 ? [] : [`${hours.join('; ')}.`]),
    `${words.cost}: ${costOf(card, lang)}.`,
    ...(reach.length === 0 ? [] : [reach.join(', ')]),
  ]
}

const RULE = '-'

function asText({ title, intro, groups, end }: PaperCopy): string {
  const parts = groups.map(
    ({ village, entries }) =>
      `${village.toUpperCase()}\n\n${entries.map(({ name, lines }) => [name, ...lines].join('\n')).join('\n\n')}`,
  )
  const text = [`${title}\n${RULE.repeat(title.length)}`, intro, ...parts, end.join('\n')].join('\n\n')
  // In a paper a space is a space.
  return `${text.replaceAll('\u00a0', ' ')}\n`
}

const PaperView: FC<{ copy: PaperCopy; around: Around }> = ({ copy, around: { here } }) => {
  const words = paperWords[here.lang]
  return (
    <article class="paper">
      <header class="page-head">
        <h1>{copy.title}</h1>
        <p class="lead">{copy.intro}</p>
        <p class="small how">
          {words.how} <a href={links.offersPaperWord(here)}>{words.word}</a>{' '}
          <a href={links.offersPaperText(here)}>{words.text}</a>
        </p>
      </header>
      {copy.groups.map(({ village, entries }) => (
        <section class="part">
          <header>
            <h2>{village}</h2>
          </header>
          <ul class="paper-list">
            {entries.map(({ name, lines }) => (
              <li>
                <h3>{name}</h3>
                {lines.map((line) => (
                  <p class="small">{line}</p>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <footer>
        {copy.end.map((line) => (
          <p class="small soft">{line}</p>
        ))}
      </footer>
    </article>
  )
}
