import { Button } from '../../design/button.tsx'
import { links } from '../../links.ts'
import { guarded } from '../../shell/guarded.ts'
import { publicPage } from '../../shell/pages.tsx'
import { askWords } from '../../words/ask.ts'

/** Where asking begins: what it takes, who reads it, and whom to call when it cannot wait. */
export const get = guarded({ may: 'everyone' }, (_actor, page) => {
  const words = askWords[page.lang]
  return publicPage(
    page,
    { title: words.windowTitle },
    <div class="question">
      <div>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <ol class="plain-steps">
          <li>{words.how1}</li>
          <li>{words.how2}</li>
          <li>{words.how3}</li>
        </ol>
        <form method="post" action={links.askQuestion()}>
          <div class="row">
            <Button>{words.begin}</Button>
            <span class="soft">{words.minutes}</span>
          </div>
        </form>
        <ul class="other-ways">
          <li>
            <a href={links.askChild()}>{words.forChild}</a>
          </li>
          <li>
            <a href={links.askStatus()}>{words.forStatus}</a>
          </li>
        </ul>
      </div>
      <aside class="margin-note">
        <section class="urgent">
          <h2>{words.unsafe}</h2>
          <p>
            {words.unsafeText} <a href={links.danger()}>{words.toDanger}</a>
          </p>
        </section>
        <section>
          <h2>{words.whoReads}</h2>
          <p>{words.whoReadsText}</p>
        </section>
        <section>
          <h2>{words.safely}</h2>
          <p>{words.safelyText}</p>
        </section>
      </aside>
    </div>,
  )
})
