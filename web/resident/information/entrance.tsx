import type { FC } from 'hono/jsx'
import type { Actor } from '../../../capabilities/access/actor.ts'
import type { ChildLines } from '../../../capabilities/help-requests/child-lines.ts'
import { linesForChildren } from '../../../capabilities/help-requests/queries.ts'
import type { AgeBand, RightTold } from '../../../capabilities/information/child-rights.ts'
import {
  type Arranged,
  arranged,
  type DoorCode,
  entranceWith,
  pagesBehind,
  type SubjectCode,
} from '../../../capabilities/information/entrances.ts'
import { publicPages, rightsOfChildren } from '../../../capabilities/information/queries.ts'
import type { StoryShown } from '../../../capabilities/participation/stories/story.ts'
import { ButtonRow, LinkButton } from '../../design/button.tsx'
import { TwoHouses } from '../../design/drawing-child.tsx'
import { BicycleOutside } from '../../design/drawing-young.tsx'
import { type Here, links } from '../../links.ts'
import { guarded, notFound, type PageRequest } from '../../shell/guarded.ts'
import { pageForAll } from '../../shell/pages.tsx'
import { entranceWords } from '../../words/entrances.ts'
import { moneyWords } from '../../words/money.ts'
import { hourOf } from '../ask/call.tsx'
import { type MoneyContact, moneyContactAround } from '../money/contact.tsx'
import { Stories, storiesAround } from '../stories/quote.tsx'
import { type Around, aroundOf, countsIn, type Offer, offersAround, placeShown } from './around.ts'
import { Honestly, LeavingQuickly, RightsOfChild, ToGrownUps, ToOtherAge } from './child-corner.tsx'
import { EntrancePages } from './entrance-pages.tsx'
import { LocalHelp } from './local-help.tsx'
import { domainsOf, type Nearby, nearbyAbout } from './nearby.ts'
import { TalkNow } from './talk-now.tsx'

/** What there is to read behind one of the entrances, with local help beside it. */
export const get = guarded({ may: 'everyone', isForAll: true }, async (actor, page) => {
  const around = await aroundOf(actor, page)
  const { code = '' } = page.params
  const entrance = entranceWith(code)
  if (around === undefined || entrance === undefined) return notFound()
  const { here } = around
  const title = titleOf(here, code)
  const corner = cornerOf(actor, page, bandOf(code))
  const isAboutMoney = 'domain' in entrance.opens && entrance.opens.domain === 'money'
  const [pages, offers, nearby, money, stories] = await Promise.all([
    publicPages(actor, around.asked),
    offersAround(actor, around),
    nearbyAbout(actor, around, page, domainsOf(entrance)),
    isAboutMoney ? moneyContactAround(actor, around, page.today) : undefined,
    storiesAround(actor, around, [code], 2),
  ])
  const counted = await countsIn(actor, around, (isRead) => pagesBehind(entrance, pages.filter(isRead)).length > 0)
  return pageForAll(
    page,
    {
      title: entranceWords[page.lang].windowTitle(title),
      description: textOf(here, code),
      at: {
        ...{ lang: page.lang, place: placeShown(around) },
        ...{ paths: pathsOf(code, here.place), counts: pathsOf(code, counted) },
      },
    },
    <EntranceView {...{ code, corner, around, offers, nearby, money, stories }} pages={arranged(entrance, pages)} />,
  )
})

const pathsOf = (code: string, place: string | undefined) => ({
  nl: links.entrance({ lang: 'nl', place }, code),
  en: links.entrance({ lang: 'en', place }, code),
})

// `entranceWith` knows these codes only.
const titleOf = ({ lang }: Here, code: string): string => entranceWords[lang].titles[code as DoorCode | SubjectCode]
const textOf = ({ lang }: Here, code: string): string => entranceWords[lang].texts[code as DoorCode | SubjectCode]

/** Where somebody stands before or after splitting up: there a person's own steps help on. */
const STANDING: readonly string[] = ['ik-twijfel', 'we-gaan-uit-elkaar', 'we-zijn-uit-elkaar']

/** Where a child or a young person comes in. */
const bandOf = (code: string): AgeBand | undefined =>
  code === 'ik-ben-een-kind' ? 'child' : code === 'ik-ben-jong' ? 'young' : undefined

type Corner = { readonly band: AgeBand; readonly talk: ChildLines; readonly rights: readonly RightTold[] }

const cornerOf = (actor: Actor, page: PageRequest, band: AgeBand | undefined): Corner | undefined =>
  band && {
    band,
    talk: linesForChildren(actor, { on: page.today, hour: hourOf(page) }),
    rights: rightsOfChildren(actor, band, page.today),
  }

type View = {
  code: string
  corner: Corner | undefined
  around: Around
  pages: Arranged
  offers: readonly Offer[]
  nearby: readonly Nearby[]
  money: MoneyContact | undefined
  stories: readonly StoryShown[]
}

const EntranceView: FC<View> = ({ code, corner, around, pages, offers, nearby, money, stories }) => {
  const { here } = around
  const words = entranceWords[here.lang]
  return (
    <div class={corner === undefined ? undefined : `${corner.band} corner`}>
      <header class="page-head">
        <h1>{titleOf(here, code)}</h1>
        <p class="lead">{textOf(here, code)}</p>
        <OwnWords code={code} here={here} />
        {money === undefined ? null : <ToSchemes here={here} />}
      </header>
      {corner === undefined ? null : (
        <>
          <TalkNow
            here={here}
            lines={corner.talk}
            drawing={corner.band === 'child' ? <TwoHouses /> : <BicycleOutside />}
          />
          <LeavingQuickly here={here} band={corner.band} />
          <RightsOfChild lang={here.lang} band={corner.band} rights={corner.rights} />
          <Honestly lang={here.lang} band={corner.band} />
        </>
      )}
      <div class="beside">
        <EntrancePages here={here} pages={pages} />
        <LocalHelp {...{ around, offers, nearby, money }} isForChild={corner !== undefined} />
      </div>
      <Stories lang={here.lang} stories={stories} />
      <section class="part">
        <header>
          <h2>{words.others}</h2>
        </header>
        <div class="prose">
          {corner === undefined ? null : (
            <>
              <ToOtherAge here={here} band={corner.band} />
              <ToGrownUps here={here} band={corner.band} />
            </>
          )}
          <p>
            <a href={links.home(here.lang, here.place)}>{words.othersText}</a>
          </p>
        </div>
      </section>
    </div>
  )
}

/** Who looks for money can look at once what there may be. */
const ToSchemes: FC<{ here: Here }> = ({ here }) => (
  <ButtonRow>
    <LinkButton href={links.schemesCheck(here)}>{moneyWords[here.lang].checkLink}</LinkButton>
    <a href={links.schemes(here)}>{moneyWords[here.lang].title}</a>
  </ButtonRow>
)

/** What only one kind of reader needs to know first. */
const OwnWords: FC<{ code: string; here: Here }> = ({ code, here }) => {
  const words = entranceWords[here.lang]
  if (STANDING.includes(code))
    return (
      <>
        <p class="soft">{words.stepsText}</p>
        <ButtonRow>
          <LinkButton href={links.steps(here)}>{words.steps}</LinkButton>
        </ButtonRow>
      </>
    )
  return code === 'ik-werk-met-gezinnen' ? <p>{words.professional}</p> : null
}
