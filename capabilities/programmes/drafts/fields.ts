/** What a code in a definition can point at. */
export type Target = 'phases' | 'questions' | 'anchors' | 'milestones' | 'reasons' | 'groupings' | 'measures' | 'tracks'

/** How a field of a definition is filled in on screen. */
export type Kind =
  | { readonly kind: 'words' | 'lines' | 'flag' | 'number' | 'day' | 'span' }
  | { readonly kind: 'one-of' | 'some-of'; readonly options: readonly string[] }
  | { readonly kind: 'point' | 'points' | 'pairs'; readonly to: Target }
  /** Answers to the question that another field points at; `of` is the key of that field. */
  | { readonly kind: 'answer' | 'answers'; readonly of: string }
  | { readonly kind: 'items'; readonly fields: readonly Field[]; readonly isCoded: boolean }

export type Field = Kind & {
  /** Where it stands inside its part, by keys: `needs/answers`. */
  readonly key: string
  /** Stands in the document also when it is empty or no. */
  readonly isAlways?: true
  /** Asked only while this other field has this value. */
  readonly only?: { readonly key: string; readonly is: string }
}

type Given = Pick<Field, 'isAlways' | 'only'>
export const ALWAYS = { isAlways: true } as const

const simple =
  (kind: 'words' | 'lines' | 'flag' | 'number' | 'day' | 'span') =>
  (key: string, given: Given = {}): Field => ({ key, kind, ...given })

export const words = simple('words')
export const lines = simple('lines')
export const flag = simple('flag')
export const number = simple('number')
export const day = simple('day')
export const span = simple('span')

export const oneOf = (key: string, options: readonly string[], given: Given = {}): Field => ({
  ...{ key, kind: 'one-of', options, ...given },
})
export const someOf = (key: string, options: readonly string[], given: Given = {}): Field => ({
  ...{ key, kind: 'some-of', options, ...given },
})
export const point = (key: string, to: Target, given: Given = {}): Field => ({ key, kind: 'point', to, ...given })
export const points = (key: string, to: Target, given: Given = {}): Field => ({ key, kind: 'points', to, ...given })
export const pairs = (key: string, to: Target, given: Given = {}): Field => ({ key, kind: 'pairs', to, ...given })
export const answer = (key: string, of: string, given: Given = {}): Field => ({ key, kind: 'answer', of, ...given })
export const answers = (key: string, of: string, given: Given = {}): Field => ({ key, kind: 'answers', of, ...given })

/** Things with a code of their own, such as the options of a question. */
export const coded = (key: string, fields: readonly Field[], given: Given = {}): Field => ({
  ...{ key, kind: 'items', fields, isCoded: true, ...given },
})
/** Things without one, such as the steps of a phase. */
export const items = (key: string, fields: readonly Field[], given: Given = {}): Field => ({
  ...{ key, kind: 'items', fields, isCoded: false, ...given },
})
