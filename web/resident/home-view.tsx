import type { Child, FC } from 'hono/jsx'
import type { PageHead } from '../../capabilities/information/page.ts'
import type { Day } from '../../foundation/day.ts'
import { ButtonRow, LinkButton } from '../design/button.tsx'
import { Details } from '../design/details.tsx'
import { Flourish, TableByTheWindow } from '../design/drawing.tsx'
import { Notice } from '../design/notice.tsx'
import { HIDDEN, type Shown } from '../design/shown.ts'
import { type Here, links } from '../links.ts'
import { layoutWords } from '../words/design.ts'
import { homeWords } from '../words/home.ts'
import type { Lang } from '../words/words.ts'
import { HomeDoors } from './home-doors.tsx'

/** A figure that everyone may see; already rounded and hidden where it must be. */
export type PublicFigure = {
  name: string
  place: string
  /** What is counted, in the plural: `gezinnen`. */
  unit: string
  value: Shown
  /** 1 when the number is exact. */
  roundedTo: number
  asOf: Day
  passportHref: string
}

export type HomeViewProps = {
  lang: Lang
  here: Here
  /** What is public here, to read. */
  pages: readonly PageHead[]
  /** The municipality or region this page speaks for, when there is one. */
  place?: string | undefined
  /** Programmes that run here, in the words of their definitions. */
  offers: readonly { name: string; summary: string }[]
  figures: readonly PublicFigure[]
  /** Where a question is asked, without an account. */
  askHref: string
  choosePlaceHref: string
  isPlaceChosen: boolean
  signInHref: string
  /** All passports, when everyone may read them. */
  passportsHref?: string | undefined
  /** Whom to ask about money in the municipality of the page. */
  money?: Child
  isDemo?: boolean
  /** Puts the names of this place into a text. */
  said: (text: string) => string
}

/** What Voorveld is, which help there is, a public figure, and what to do when it is not safe. */
export const HomeView: FC<HomeViewProps> = (props) => (
  <>
    <Opening {...props} />
    <HomeDoors here={props.here} pages={props.pages} />
    <Offers {...props} />
    {props.money}
    <Counted {...props} />
    <What {...props} />
    <Unsafe lang={props.lang} />
    <Greeting {...props} />
  </>
)

const Opening: FC<HomeViewProps> = ({ lang, here, place, isDemo, askHref, choosePlaceHref, isPlaceChosen }) => {
  const words = homeWords[lang]
  return (
    <section class="hero" itemscope itemtype="https://schema.org/WebSite">
      <div>
        {isDemo === true ? (
          <div class="demo-note">
            <Notice>{words.demo}</Notice>
          </div>
        ) : null}
        <h1>{words.title}</h1>
        <p class="lead">{words.lead(place ?? words.yourPlace)}</p>
        <ButtonRow>
          <LinkButton href={askHref}>{words.ask}</LinkButton>
          <a href="#veilig">{words.unsafeLink}</a>
        </ButtonRow>
        <p class="after small soft">{words.nothingAsked}</p>
        <p class="small">
          <a href={choosePlaceHref}>{isPlaceChosen ? words.otherPlace : words.choosePlace}</a>
        </p>
        <meta itemProp="name" content={layoutWords[lang].product} />
        <meta itemProp="description" content={words.description} />
        <meta itemProp="inLanguage" content={lang} />
        <link itemProp="url" href={links.home(lang, here.place)} />
      </div>
      <TableByTheWindow />
    </section>
  )
}

const Offers: FC<HomeViewProps> = ({ lang, here, offers, said }) => {
  const words = homeWords[lang]
  return (
    <section class="part" id="hulp">
      <header>
        <h2>{words.help}</h2>
        <p class="small soft">{offers.length === 0 ? null : words.helpBeside}</p>
        <p class="small soft">{said(words.independent)}</p>
        <p class="small">
          <a href={links.offers(here)}>{words.nearby}</a>
        </p>
      </header>
      {offers.length === 0 ? (
        <p>{words.helpNone}</p>
      ) : (
        <div>
          <Ways offers={offers.slice(0, MOST_IN_SIGHT)} />
          {offers.length <= MOST_IN_SIGHT ? null : (
            <Details summary={words.helpMore(offers.length - MOST_IN_SIGHT)}>
              <Ways offers={offers.slice(MOST_IN_SIGHT)} />
            </Details>
          )}
        </div>
      )}
    </section>
  )
}

/** More help than this is folded away, so that nobody stands before a wall. */
const MOST_IN_SIGHT = 6

const Ways: FC<Pick<HomeViewProps, 'offers'>> = ({ offers }) => (
  <ul class="ways">
    {offers.map(({ name, summary }) => (
      <li>
        <h3>{name}</h3>
        <p>{summary}</p>
      </li>
    ))}
  </ul>
)

/** A number too small to show says nothing to who looks for help, so it is left out here; its passport tells of it. */
const Counted: FC<HomeViewProps> = ({ lang, figures }) => {
  const words = homeWords[lang]
  const shown = figures.filter(({ value }) => value !== HIDDEN)
  if (shown.length === 0) return null
  return (
    <section class="part">
      <header>
        <h2>{words.counted}</h2>
        <p class="small soft">{words.countedBeside}</p>
      </header>
      <div class="counted">
        {shown.map((figure) => (
          <div>
            <p>
              <strong class="big">{bigWords(lang, figure)}</strong>
              {words.countedOn(figure.name, figure.place, figure.asOf)}
            </p>
            <p class="small soft">
              {smallWords(lang, figure)}{' '}
              <a href={figure.passportHref}>
                {words.howCounted}
                <span class="unseen">: {figure.name}</span>
              </a>
            </p>
          </div>
        ))}
      </div>
    </section>
  )
}

function bigWords(lang: Lang, { value, unit, roundedTo }: PublicFigure): string {
  const words = homeWords[lang]
  if (typeof value !== 'number') return words.unknown
  return roundedTo > 1 && value > 0 ? words.about(value, unit) : words.exactly(value, unit)
}

function smallWords(lang: Lang, { value, roundedTo }: PublicFigure): string {
  const words = homeWords[lang]
  return typeof value === 'number' && roundedTo > 1 ? words.roundedTo(roundedTo) : ''
}

const What: FC<HomeViewProps> = ({ lang, signInHref, passportsHref }) => {
  const words = homeWords[lang]
  return (
    <section class="part">
      <header>
        <h2>{words.what}</h2>
        <p class="small soft">{words.whatBeside}</p>
      </header>
      <div class="topics">
        <Topic title={words.forYou} text={words.forYouText} />
        <Topic title={words.forWorkers} text={words.forWorkersText} href={signInHref} link={words.signIn} />
        <Topic title={words.forPolicy} text={words.forPolicyText} href={passportsHref} link={words.passports} />
        <Topic title={words.yourData} text={words.yourDataText} />
      </div>
    </section>
  )
}

const Topic: FC<{ title: string; text: string; href?: string | undefined; link?: string }> = ({
  title,
  text,
  href,
  link,
}) => (
  <div>
    <h3>{title}</h3>
    <p>{text}</p>
    {href === undefined ? null : (
      <p>
        <a href={href}>{link}</a>
      </p>
    )}
  </div>
)

const Unsafe: FC<{ lang: Lang }> = ({ lang }) => {
  const words = homeWords[lang]
  return (
    <section class="unsafe utrecht-spotlight-section utrecht-spotlight-section--danger" id="veilig">
      <h2>{words.unsafe}</h2>
      <div class="first">
        <p>{words.danger}</p>
        <a class="phone" href="tel:112">
          112
        </a>
      </div>
      <div class="second">
        <p>
          <strong>{words.safeHome}</strong>
        </p>
        <p>
          {words.callFree}{' '}
          <a class="phone" href="tel:08002000">
            0800 2000
          </a>
        </p>
        <p>{words.noName}</p>
      </div>
      <p class="history small">{words.history}</p>
    </section>
  )
}

const Greeting: FC<HomeViewProps> = ({ lang, place }) => {
  const words = homeWords[lang]
  return (
    <div class="greeting">
      <p>{words.closing}</p>
      <p>
        {words.greeting}
        <br />
        <strong>{words.from(place ?? words.yourPlace)}</strong>
      </p>
      <Flourish />
    </div>
  )
}
