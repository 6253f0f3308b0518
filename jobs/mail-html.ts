import type { MailWords } from '../web/words/messages.ts'
import type { Lang } from '../web/words/words.ts'

/** The mail as a page: one column of text and one link. Nothing in it is fetched, so nothing tells that it was opened. `also` says the same once more, in another language. */
export function mailHtml(lang: Lang, words: MailWords, href: string, also?: readonly [Lang, MailWords]): string {
  const more = also === undefined ? '' : `<hr><div lang="${also[0]}">${told(also[1], href)}</div>`
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(words.subject)}</title></head>
<body>${told(words, href)}${more}</body>
</html>
`
}

function told({ above, link, below }: MailWords, href: string): string {
  const [before, after] = [above, below].map((lines) => lines.map(paragraph).join(''))
  return `${before}<p><a href="${escaped(href)}">${escaped(link)}</a></p>${after}`
}

const paragraph = (text: string): string => `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
