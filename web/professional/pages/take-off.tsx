import type { FC } from 'hono/jsx'
import { Button, ButtonRow, LinkButton } from '../../design/button.tsx'
import { links } from '../../links.ts'
import type { PageRequest } from '../../shell/guarded.ts'
import { takeOffWords } from '../../words/pages-taken-off.ts'
import type { KeptAt } from './kept-at.ts'

/** Where it is asked once more before this version goes off the site. */
export const takingOff = ({ slug, language, addedBy }: KeptAt, version: number): string =>
  `${links.pageKept(slug, language, addedBy?.slug, `weghalen=${version}`)}#weghalen`

/** The version that somebody is about to take off the site; none once it is off. */
export const takenOffIn = ({ query }: PageRequest, { versions }: KeptAt) =>
  versions.find(({ version, state }) => state === 'approved' && String(version) === query.get('weghalen'))

type Props = { page: PageRequest; kept: KeptAt; version: KeptAt['versions'][number] }

/** What happens when a page goes off the site, and to whom; then the button that does it. */
export const TakeOff: FC<Props> = ({ page, kept, version }) => {
  const words = takeOffWords[page.lang]
  const { slug, language, addedBy, municipality, region, isAddition } = kept
  const where = municipality ?? region
  const card = links.pageKept(slug, language, addedBy?.slug)
  return (
    <section aria-labelledby="weghalen">
      <h2 id="weghalen">{words.title(version.title)}</h2>
      <p>{words.who(where === undefined ? words.everyone : words.readers(where.name))}</p>
      <ul>
        {[...(isAddition ? [words.addition] : Object.values(words.page)), words.kept, words.others].map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <form method="post" action={card}>
        <input type="hidden" name="_versie" value={String(version.version)} />
        <ButtonRow>
          <Button look="danger" name="doe" value="retired">
            {words.yes}
          </Button>
          <LinkButton look="plain" href={card}>
            {words.no}
          </LinkButton>
        </ButtonRow>
      </form>
    </section>
  )
}
