import type { MailWords } from '../web/words/messages.ts'
import type { Lang } from '../web/words/words.ts'

/** The mail as a page: one column of text and one link. Nothing in it is fetched, so nothing tells that it was opened. */
export function mailHtml(lang: Lang, words: MailWords, href: string): string {
  const above = words.above.map(paragraph).join('')
  const below = words.below.map(paragraph).join('')
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(words.subject)}</title></head>
<body>${above}<p><a href="${escaped(href)}">${escaped(words.link)}</a></p>${below}</body>
</html>
`
}

const paragraph = (text: string): string => `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
