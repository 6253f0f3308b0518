import { Button } from '../../design/button.tsx'
import { TwoHouses } from '../../design/drawing-child.tsx'
import { links } from '../../links.ts'
import { guarded } from '../../shell/guarded.ts'
import { publicPage } from '../../shell/pages.tsx'
import { askWords } from '../../words/ask.ts'

/** Where a child begins: larger, shorter, alone, and without any name. */
export const get = guarded({ may: 'everyone' }, (_actor, page) => {
  const words = askWords[page.lang]
  return publicPage(
    page,
    { title: words.windowTitle },
    <div class="question child">
      <div>
        <h1>{words.childTitle}</h1>
        <p class="lead">{words.childLead}</p>
        <p>{words.childReads}</p>
        <p>{words.childNames}</p>
        <form method="post" action={links.askChildQuestion()}>
          <div class="row">
            <Button>{words.childBegin}</Button>
          </div>
        </form>
        <TwoHouses />
        <ul class="other-ways">
          <li>
            <a href={links.askStatus()}>{words.forStatus}</a>
          </li>
          <li>
            <a href={links.ask()}>{words.adult}</a>
          </li>
        </ul>
      </div>
      <aside class="margin-note">
        <section class="urgent">
          <h2>{words.childUnsafe}</h2>
          <p>{words.childUnsafeText}</p>
          <p>
            <a href={links.danger()}>{words.toDanger}</a>
          </p>
        </section>
        <section>
          <h2>{words.childHonest}</h2>
          <p>{words.childHonestText}</p>
        </section>
      </aside>
    </div>,
  )
})
