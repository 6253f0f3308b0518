import { expect, test } from 'vitest'
import { isTest, places, type Source, sources } from '../../scripts/sources.ts'
import { planted } from './planted.ts'

const PAGE = /^web\/(resident|professional|volunteer|policy)\/.*\.tsx?$/
const pages = (files: readonly Source[]) => files.filter(({ path }) => PAGE.test(path) && !isTest(path))

/** A get or post that does not say who may and what is logged. */
const unguarded = (files: readonly Source[]): string[] =>
  places(pages(files), /export (async function|function|const) (get|post)\b(?! = guarded\()/)

/** An address typed into a page instead of taken from web/links.ts; files of the look have fixed addresses. */
const typedAddresses = (files: readonly Source[]): string[] =>
  places(
    files.filter(({ path }) => /^web\/.*\.tsx$/.test(path) && !isTest(path)),
    /\b(href|action|formaction)=["'{`]+\/(?!stijl\/)[^"'`}]*/,
  )

/** A script or style inside a page, which the content policy refuses to run. */
const inline = (files: readonly Source[]): string[] =>
  places(
    files.filter(({ path }) => /^web\/.*\.tsx$/.test(path) && !isTest(path)),
    /<script(?![^>]*\bsrc=)|<style\b|\son[a-z]+=["'{]|\sstyle=["'{]|javascript:/,
  )

test('every get and post of a page says who may and what is logged', () => {
  expect(unguarded(sources())).toEqual([])
})

test('a page without a guard is found', () => {
  expect(unguarded(planted('web/professional/today.tsx', 'export const get = async () => page'))).toHaveLength(1)
  expect(
    unguarded(planted('web/professional/today.tsx', "export const get = guarded({ may: 'signed-in' }, today)")),
  ).toEqual([])
})

test('every address comes from web/links.ts', () => {
  expect(typedAddresses(sources())).toEqual([])
})

test('a typed address is found', () => {
  expect(typedAddresses(planted('web/policy/figure.tsx', '<a href="/beleid/cijfers">Cijfers</a>'))).toHaveLength(1)
  expect(typedAddresses(planted('web/policy/figure.tsx', '<form action={`/werk/zaken/${id}`}>'))).toHaveLength(1)
})

test('no page carries a script or style inside itself', () => {
  expect(inline(sources())).toEqual([])
})

test.each(['<script>go()</script>', '<button onclick="go()">', '<p style="color: red">', '<style>p {}</style>'])(
  '%s is found',
  (text) => {
    expect(inline(planted('web/design/page.tsx', text))).toHaveLength(1)
  },
)
