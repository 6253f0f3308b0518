import { expect, test } from 'vitest'
import { formsOn, linksOn, type PageForm } from '../hostile/forms-on.ts'
import { withSharedDemo } from '../support/demo.ts'
import { invalidHtml } from '../support/html-checker.ts'
import { kindOf, NO_PAGE } from '../support/page-kinds.ts'

const { at, open } = withSharedDemo()

test('the checker finds what is wrong', async () => {
  const pages = new Map([
    ['sound', '<!doctype html><html lang="nl"><head><title>Goed</title></head><body><h1>Goed</h1></body></html>'],
    ['wrong', '<!doctype html><html lang="nl"><head><title>Fout</title></head><body><h1>Fout</p></body></html>'],
  ])
  const findings = await invalidHtml(pages)
  expect(findings.length).toBeGreaterThan(0)
  for (const finding of findings) expect(finding).toMatch(/^wrong: /)
})

/** What a municipality shows is of one kind with what the next one shows. */
const isOfPlace = (path: string): boolean => /^(\/en)?\/g\//.test(path)

type Asking = { readonly path: string; readonly form?: PageForm }

/** What is asked once: every text, one municipality for all, and fields as they are posted to a kind of address. */
function nameOf({ path, form }: Asking): string {
  const { pathname, searchParams } = new URL(at(path))
  if (form !== undefined) return `${kindOf(at(path))} with ${form.fields.map(([name]) => name).join()}`
  return isOfPlace(path) ? kindOf(at(path)) : `${pathname} ${[...searchParams.keys()].join()}`
}

/** The pages that this one leads to by its links and forms, each form filled in with what comes first. */
const nextFrom = (path: string, html: string): Asking[] => [
  ...linksOn(html).map((link) => ({ path: link })),
  ...formsOn(html)
    .filter(({ isFile, action }) => !isFile && !action.startsWith('/inloggen'))
    .map((form) => ({ path: form.action === '' ? path : form.action, form })),
]

/** Every page that can be reached from this one as nobody, as it was sent, by what was asked. */
async function crawl(from: string, answers: Readonly<Record<string, string>>, goesOn: (next: Asking) => boolean) {
  const page = await open(from)
  const pages = new Map<string, string>()
  const ahead: Asking[] = [{ path: from }]
  for (let asking = ahead.shift(); asking !== undefined; asking = ahead.shift()) {
    const name = nameOf(asking)
    if (pages.has(name) || NO_PAGE.test(asking.path)) continue
    const { path, form } = asking
    const reply = await page.request.fetch(at(path), form === undefined ? {} : posting(form, answers))
    if (!/html/.test(reply.headers()['content-type'] ?? '')) continue
    const html = await reply.text()
    pages.set(name, html)
    ahead.push(...nextFrom(path, html).filter(goesOn))
  }
  return pages
}

const isOnOneOf = (pages: ReadonlyMap<string, string>, mark: string): boolean =>
  [...pages.values()].some((html) => html.includes(mark))

const posting = ({ fields }: PageForm, answers: Readonly<Record<string, string>>) => ({
  method: 'POST',
  headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
  data: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, answers[name] ?? value])).toString(),
})

/** Answers that the quick check takes, and of somebody who is not afraid. */
const ANSWERS = {
  ...{ kinderen: '7, 12', inkomen: '1500', spaargeld: '2000', meer: '200', afraid: 'no' },
  ...{ 'inkomen-ongeveer': '', 'spaargeld-ongeveer': '' },
}

test('[R-017] every public page, and every page that a public form leads to, is valid HTML', async () => {
  const pages = await crawl('/', ANSWERS, () => true)
  for (const outcome of ['id="uitkomst"', 'class="todo"']) expect(isOnOneOf(pages, outcome)).toBe(true)
  expect(await invalidHtml(pages)).toEqual([])
}, 240_000)

test('[R-017] the steps of somebody who is afraid are valid HTML', async () => {
  const stepsOnly = ({ path, form }: Asking) => form !== undefined && path.endsWith('/stappen')
  const pages = await crawl('/g/akkerveen/stappen', { afraid: 'yes' }, stepsOnly)
  expect(isOnOneOf(pages, 'class="todo"')).toBe(true)
  expect(await invalidHtml(pages)).toEqual([])
}, 60_000)
