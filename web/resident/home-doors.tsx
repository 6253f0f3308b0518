import type { FC } from 'hono/jsx'
import { DOORS, type Entrance, pagesBehind, SUBJECTS } from '../../capabilities/information/entrances.ts'
import type { PageHead } from '../../capabilities/information/page.ts'
import { type Here, links } from '../links.ts'
import { entranceWords } from '../words/entrances.ts'
import { FindForm } from './information/find.tsx'

type Doors = { here: Here; pages: readonly PageHead[] }

/** The ways in by moment and person, and the subjects to read about; those with nothing behind them are left out. */
export const HomeDoors: FC<Doors> = ({ here, pages }) => {
  const words = entranceWords[here.lang]
  const isOpen = (entrance: Entrance): boolean => pagesBehind(entrance, pages).length > 0
  const [doors, subjects] = [DOORS.filter(isOpen), SUBJECTS.filter(isOpen)]
  return (
    <>
      {doors.length === 0 ? null : (
        <section class="part" id="ingangen">
          <header>
            <h2>{words.where}</h2>
            <p class="small soft">{words.whereBeside}</p>
          </header>
          <ul class="ways doors">
            {doors.map(({ code }) => (
              <li>
                <h3>
                  <a href={links.entrance(here, code)}>{words.titles[code]}</a>
                </h3>
                <p>{words.texts[code]}</p>
              </li>
            ))}
            <li>
              <h3>
                <a href={links.steps(here)}>{words.steps}</a>
              </h3>
              <p>{words.stepsText}</p>
            </li>
          </ul>
        </section>
      )}
      {pages.length === 0 ? null : (
        <section class="part">
          <header>
            <h2>{words.find}</h2>
          </header>
          <FindForm here={here} />
        </section>
      )}
      {subjects.length === 0 ? null : (
        <section class="part">
          <header>
            <h2>{words.pace}</h2>
            <p class="small soft">{words.paceBeside}</p>
          </header>
          <div class="topics">
            {subjects.map(({ code }) => (
              <div>
                <h3>
                  <a href={links.entrance(here, code)}>{words.titles[code]}</a>
                </h3>
                <p>{words.texts[code]}</p>
              </div>
            ))}
          </div>
        </section>
      )}
    </>
  )
}
