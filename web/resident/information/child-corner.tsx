import type { FC } from 'hono/jsx'
import type { AgeBand, RightTold } from '../../../capabilities/information/child-rights.ts'
import { type Here, links } from '../../links.ts'
import { childCornerWords } from '../../words/child-corner.ts'
import type { Lang } from '../../words/words.ts'

type OfBand = { readonly lang: Lang; readonly band: AgeBand }

/** What a child of this age may decide and when a judge listens; what is not certain today leads to the site of the service. */
export const RightsOfChild: FC<OfBand & { rights: readonly RightTold[] }> = ({ lang, band, rights }) => (
  <section class="part">
    <header>
      <h2>{childCornerWords[lang][band].rights}</h2>
    </header>
    <dl class="rights">
      {rights.map(({ ask, says, site }) => (
        <div>
          <dt>{ask[lang]}</dt>
          <dd>
            {says[lang]}
            {site === undefined ? null : (
              <>
                {' '}
                <a href={site}>{new URL(site).hostname.replace(/^www\./, '')}</a>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  </section>
)

/** What may be asked without a parent, and when a worker has to bring in somebody: no more secrecy than the law gives. */
export const Honestly: FC<OfBand> = ({ lang, band }) => {
  const words = childCornerWords[lang][band]
  return (
    <section class="part">
      <header>
        <h2>{words.honest}</h2>
      </header>
      <div class="prose">
        <p>{words.alone}</p>
        <p>{words.tell}</p>
        <p>{words.more}</p>
      </div>
    </section>
  )
}

/** What the quick exit does, in words of this age; the history stays, and it says so. */
export const LeavingQuickly: FC<{ here: Here; band: AgeBand }> = ({ here, band }) => {
  const words = childCornerWords[here.lang][band]
  return (
    <section class="part">
      <header>
        <h2>{words.away}</h2>
      </header>
      <div class="prose">
        <p>{words.awayText}</p>
        <p>
          <quick-exit>
            <a class="leave" href={links.quickExit()} rel="noreferrer">
              {words.awayLink}
            </a>
          </quick-exit>
        </p>
        <p>
          <a href={links.page(here, 'dit-apparaat')}>{words.awayMore}</a>
        </p>
      </div>
    </section>
  )
}

/** Who is grown up reads on where the same is written for grown-ups. */
export const ToGrownUps: FC<{ here: Here; band: AgeBand }> = ({ here, band }) => (
  <p>
    {childCornerWords[here.lang][band].grownUp}{' '}
    <a href={links.entrance(here, 'kinderen')}>{childCornerWords[here.lang][band].grownUpLink}</a>
  </p>
)

/** Who came in at the door of the other age finds the own one. */
export const ToOtherAge: FC<{ here: Here; band: AgeBand }> = ({ here, band }) => (
  <p>
    <a href={links.entrance(here, band === 'child' ? 'ik-ben-jong' : 'ik-ben-een-kind')}>
      {childCornerWords[here.lang][band].other}
    </a>
  </p>
)
