import ts from 'typescript'
import { expect, test } from 'vitest'
import { type Source, sources } from '../../scripts/sources.ts'
import { planted } from '../house-rules/planted.ts'

// Every outlet goes through the one rule: what stands in a file leaves by a few doors, and each of them asks `mayRead`.

/** The stores that hold what is told, and the folder that alone may open each. */
const GUARDED = [
  'capabilities/families/notes',
  'capabilities/families/files',
  'capabilities/families/inviting',
  'capabilities/families/sharing',
  'capabilities/families/steunfiguren',
  'capabilities/cases/referring',
  'capabilities/family-plan',
] as const

/** The questions to these stores that give away what stands in a file. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  'capabilities/families/notes': ['notesOf', 'notesById', 'replacementOf', 'voicesOf'],
  'capabilities/families/files': ['detailsOf', 'authorityOver', 'workersOf', 'homesOf'],
  'capabilities/families/inviting': ['invitationsOf'],
  'capabilities/families/sharing': ['shownAs', 'reachOf'],
  'capabilities/families/steunfiguren': ['steunfigurenOf'],
  'capabilities/cases/referring': ['organisationsOf'],
  'capabilities/family-plan': ['openPlanOf', 'itemsOf', 'planById', 'receivedLinesOf'],
}

/** Doors that ask such a question without giving anything of it away, each with its reason. */
const SAYS_NOTHING: Readonly<Record<string, string>> = {
  'capabilities/families/files/actions.ts startWork':
    'counts whether somebody works on it already, and answers yes or no',
  'capabilities/families/files/actions.ts changeDetails': 'asks whether there is a row, for who works on that person',
  'capabilities/families/inviting/actions.ts invitePerson': 'asks whether this very form was sent before',
  'capabilities/families/notes/actions.ts write':
    'asks whether the actor wrote this very note before, and gives back its number',
  'capabilities/families/notes/queries.ts safetyRecordsNaming':
    'only records that name the actor, which is the rule of safety',
  'capabilities/families/sharing/queries.ts safetySharings':
    'who shared for safety and why, for the privacy officer, without whose file',
  'capabilities/family-plan/actions.ts addItem':
    'asks `mayWrite`, which is narrower than reading, and gives back its own line',
  'capabilities/family-plan/actions.ts tickItem':
    'asks `mayTick`, which is narrower than reading, and gives back nothing',
}

/** Destruction after the term, for the background tasks alone, must reach the rows without reading what they say. */
const DESTROYS: readonly string[] = [
  'capabilities/families/actions.ts opens capabilities/families/files/store.ts',
  'capabilities/families/actions.ts opens capabilities/families/inviting/store.ts',
  'capabilities/families/actions.ts opens capabilities/families/notes/store.ts',
  'capabilities/families/actions.ts opens capabilities/families/sharing/store.ts',
  'capabilities/families/actions.ts opens capabilities/families/steunfiguren/store.ts',
]

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.startsWith('tests/')

function parsed({ path, text }: Source): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
}

/** Where an import leads, from the top of the tree. */
const target = (path: string, from: string): string => new URL(from, `file:///${path}`).pathname.slice(1)

function strangersIn(files: readonly Source[]): string[] {
  return files
    .filter(({ path }) => /\.tsx?$/.test(path) && !isTest(path))
    .flatMap((source) => {
      const found: string[] = []
      const visit = (node: ts.Node): void => {
        const from = importedFrom(node)
        const store = from?.startsWith('.') ? target(source.path, from) : ''
        const room = GUARDED.find((one) => store === `${one}/store.ts`)
        if (room !== undefined && source.path.slice(0, source.path.lastIndexOf('/')) !== room)
          found.push(`${source.path} opens ${store}`)
        ts.forEachChild(node, visit)
      }
      visit(parsed(source))
      return found
    })
}

function importedFrom(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
    return node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)
      ? node.moduleSpecifier.text
      : undefined
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined
  const [from] = node.arguments
  return from !== undefined && ts.isStringLiteral(from) ? from.text : undefined
}

/** Doors that ask for what stands in a file and never ask whether the actor may read it. */
function unaskedIn(files: readonly Source[]): string[] {
  return files
    .filter(({ path }) => GUARDED.some((room) => path.startsWith(`${room}/`)) && /\/(queries|actions)\.ts$/.test(path))
    .flatMap((source) => {
      const room = GUARDED.find((one) => source.path.startsWith(`${one}/`)) ?? ''
      return functionsIn(parsed(source)).flatMap(({ name, node }) => {
        const called = callsIn(node)
        const isTelling = TELLING[room]?.some((one) => called.has(`store.${one}`)) ?? false
        return isTelling && !called.has('mayRead') ? [`${source.path} ${name}`] : []
      })
    })
}

function functionsIn(file: ts.SourceFile): { name: string; node: ts.Node }[] {
  return file.statements.flatMap((statement): { name: string; node: ts.Node }[] => {
    if (ts.isFunctionDeclaration(statement)) return [{ name: statement.name?.text ?? '', node: statement }]
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.map((one) => ({ name: one.name.getText(file), node: one }))
  })
}

const callsOf = (files: readonly Source[], path: string): string[] =>
  files.filter((source) => source.path === path).flatMap((source) => [...callsIn(parsed(source))])

function callsIn(node: ts.Node): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (inner: ts.Node): void => {
    if (ts.isCallExpression(inner)) found.add(inner.expression.getText())
    // A store's function handed on, as in `inScope(actor, store.allInReach)`, is asked as well.
    else if (ts.isPropertyAccessExpression(inner)) found.add(inner.getText())
    ts.forEachChild(inner, visit)
  }
  visit(node)
  return found
}

test('[R-088] only notes, files, sharings and the plan open what they hold', () => {
  expect(strangersIn(sources())).toEqual(DESTROYS)
  const all = callsOf(sources(), 'capabilities/families/actions.ts')
  expect(all.filter((call) => /^files\.|Notes$|Sharings$/.test(call)).toSorted()).toEqual([
    'destroyNotes',
    'destroySharings',
    'files.destroyPersons',
    'files.personsIn',
  ])
})

test('a page, a neighbouring room or a lazy import that opens such a store is found', () => {
  const line = "import * as store from '../../../capabilities/families/notes/store.ts'"
  expect(strangersIn(planted('web/professional/files/file.tsx', line))).toHaveLength(1)
  expect(
    strangersIn(planted('capabilities/families/glass/queries.ts', "export * from '../files/store.ts'")),
  ).toHaveLength(1)
  const lazy = "const late = () => import('../family-plan/store.ts')"
  expect(strangersIn(planted('capabilities/cases/queries.ts', lazy))).toHaveLength(1)
  expect(strangersIn(planted('capabilities/families/notes/queries.ts', "import * as store from './store.ts'"))).toEqual(
    [],
  )
})

test('[R-088] [R-076] every door that gives what stands in a file asks the one rule', () => {
  expect(unaskedIn(sources()).filter((door) => SAYS_NOTHING[door] === undefined)).toEqual([])
})

test('a door that gives notes, details or a plan without asking is found, also when it only hands the store on', () => {
  const door = (room: string, text: string) => unaskedIn(planted(`${room}/queries.ts`, text))
  const notes = 'export async function notesIn(actor, id) { return inScope(actor, (tx) => store.notesOf(tx, id)) }'
  expect(door('capabilities/families/notes', notes)).toHaveLength(1)
  expect(
    door('capabilities/families/files', 'export const all = (actor) => inScope(actor, store.detailsOf)'),
  ).toHaveLength(1)
  expect(door('capabilities/family-plan', 'export const plan = (actor, id) => store.itemsOf(tx, id)')).toHaveLength(1)
  const asked = 'export const plan = (actor, id) => mayRead(reader, item) ? store.itemsOf(tx, id) : undefined'
  expect(door('capabilities/family-plan', asked)).toEqual([])
})

test('the list of doors that say nothing holds no door that is gone or asks by now', () => {
  expect(Object.keys(SAYS_NOTHING).toSorted()).toEqual(unaskedIn(sources()).toSorted())
})
