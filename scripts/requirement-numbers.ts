import type { Source } from './sources.ts'

export type Requirement = { readonly number: string; readonly line: string }
export type ShowingTest = { readonly title: string; readonly path: string }
export type Claim = { readonly number: string; readonly place: string }

/** R-109, F-18, X-14, and ranges such as R-032–034 or F-10–F-14. */
const NUMBERS = /\b([RFX])-(\d{2,3})(?:\s?[–-]\s?(?:[RFX]-)?(\d{2,3}))?(?!\d)/g
/** A text in a test that opens with numbers in brackets: `[R-109] the second call …`. */
const TAGGED = /(['"`])((?:\[[RFX]-\d[^\]]*\]\s*)+)((?:\\.|(?!\1).)*)\1/g
/** A heading above what is not built yet; what stands under it claims nothing. */
const PLANNED = /^(#+)\s.*\b(planned|not yet|later)\b/i

/** The list: number, tab, our one line. */
export const readList = (text: string): Requirement[] =>
  text
    .trimEnd()
    .split('\n')
    .map((row) => {
      const [number = '', line = ''] = row.split('\t')
      return { number, line }
    })

/** Which tests carry which number in their title. */
export function shownBy(files: readonly Source[]): Map<string, ShowingTest[]> {
  const shown = new Map<string, ShowingTest[]>()
  for (const { path, text } of files.filter((file) => isTestFile(file.path))) {
    for (const [, , tags = '', title = ''] of text.matchAll(TAGGED)) {
      for (const number of numbersIn(tags))
        shown.set(number, [...(shown.get(number) ?? []), { title: title.trim(), path }])
    }
  }
  return shown
}

/** Every number that stands in docs or code, outside the list itself and outside what is planned. */
export function claims(files: readonly Source[]): Claim[] {
  return files
    .filter(({ path }) => !/^docs\/requirements\./.test(path) && !isAboutNumbers(path))
    .flatMap(({ path, text }) => {
      const lines = path.endsWith('.md') ? withoutPlanned(text) : text.split('\n')
      return lines.flatMap((line, at) => numbersIn(line).map((number) => ({ number, place: `${path}:${at + 1}` })))
    })
}

export function numbersIn(text: string): string[] {
  return [...text.matchAll(NUMBERS)].flatMap(([, letter = '', first = '', last = first]) => {
    const count = Math.max(Number(last) - Number(first), 0) + 1
    return Array.from(
      { length: count },
      (_, at) => `${letter}-${String(Number(first) + at).padStart(first.length, '0')}`,
    )
  })
}

const isTestFile = (path: string): boolean => /\.test\.tsx?$/.test(path)
/** These speak of numbers as such; theirs are examples. */
const isAboutNumbers = (path: string): boolean =>
  /^(scripts\/requirement|tests\/house-rules\/requirements\.test)/.test(path)

function withoutPlanned(text: string): string[] {
  let plannedLevel = 0
  return text.split('\n').map((line) => {
    const level = line.match(/^(#+)\s/)?.[1]?.length
    if (level !== undefined && (plannedLevel === 0 || level <= plannedLevel))
      plannedLevel = PLANNED.test(line) ? level : 0
    return plannedLevel > 0 ? '' : line
  })
}
