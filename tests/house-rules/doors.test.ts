import ts from 'typescript'
import { expect, test } from 'vitest'
import { type Source, sources } from '../../scripts/sources.ts'
import { planted } from './planted.ts'

const DOOR = /^capabilities\/[^/]+\/(?:[^/]+\/)?(queries|actions)\.ts$/

/** The few that come before there is an actor, each with its reason. */
const BEFORE_AN_ACTOR: Record<string, string> = {
  'capabilities/access/queries.ts loadActor': 'makes the actor',
  'capabilities/access/queries.ts visitor': 'makes the actor of pages without sign-in',
  'capabilities/access/identity-providers/actions.ts providerFor':
    'finds how to speak with a provider, before anybody is known',
  'capabilities/access/identity-providers/queries.ts providersOffered':
    'tells the sign-in page through whom one can come',
  'capabilities/access/identity-providers/queries.ts publicKeyOf': 'gives a provider what is public',
  'capabilities/access/passkeys/actions.ts beginPasskeySignIn': 'asks a device before anybody is known',
  'capabilities/access/service-accounts/queries.ts tokenBehind': 'finds whose key it is',
  'capabilities/access/service-accounts/queries.ts admit': 'finds whose key it is',
  'capabilities/running/queries.ts productVersion': 'says which product this is',
  'capabilities/access/sign-in/actions.ts limited': 'counts tries of whoever it is',
  'capabilities/access/sign-in/actions.ts removeExpired': 'tidies up what belongs to nobody any more',
  'capabilities/access/single-sign-on/actions.ts signOutAddress': 'asked by who just went out',
  'capabilities/access/sign-in/queries.ts sessionBehind': 'finds whose session it is',
  'capabilities/access/sign-in/queries.ts expectedSession': 'tells whose session it will be, and asks nothing',
  'capabilities/access/sign-in/queries.ts isCodeAwaited': 'asks what the session waits for',
  'capabilities/access/sign-in/queries.ts invitedPerson': 'finds who is invited by a link',
  'capabilities/measures/asking/queries.ts measureIn': 'looks in definitions that the actor was given',
  'capabilities/measures/asking/queries.ts groupingsAsked': 'looks in what the actor may ask',
  'capabilities/measures/planned/queries.ts periodsShown': 'reads a plan that was made for the actor',
}

/** Exported functions of doors that could be called without saying who asks. */
function anonymous(files: readonly Source[]): string[] {
  return files
    .filter(({ path }) => DOOR.test(path))
    .flatMap(({ path, text }) =>
      exportedFunctions(path, text)
        .filter(({ first }) => first === undefined || !/^(actor|operator)$/.test(first))
        .map(({ name }) => `${path} ${name}`),
    )
}

function exportedFunctions(path: string, text: string): { name: string; first: string | undefined }[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
  return file.statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    if (isExported !== true) return []
    if (ts.isFunctionDeclaration(statement))
      return [{ name: statement.name?.text ?? '', first: firstParameter(file, statement) }]
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer !== undefined &&
      (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)) &&
      isAsync(file, initializer)
        ? [{ name: name.getText(file), first: firstParameter(file, initializer) }]
        : [],
    )
  })
}

const firstParameter = (file: ts.SourceFile, { parameters }: ts.SignatureDeclaration): string | undefined =>
  parameters[0]?.name.getText(file)

/** Small pure conversions may be exported beside a door; what reads or writes gives a promise. */
const isAsync = (file: ts.SourceFile, node: ts.ArrowFunction | ts.FunctionExpression): boolean =>
  /inScope|asReports|Promise|await|store\./.test(node.getText(file))

test('every door takes the actor first: no rows without scope', () => {
  expect(anonymous(sources()).filter((door) => BEFORE_AN_ACTOR[door] === undefined)).toEqual([])
})

test('a door that does not ask who comes is found', () => {
  const door = (text: string) => anonymous(planted('capabilities/cases/queries.ts', text))
  expect(door('export async function caseDetail(id: Id) {}')).toEqual(['capabilities/cases/queries.ts caseDetail'])
  expect(door('export const allCases = () => inScope(nobody, store.all)')).toHaveLength(1)
  expect(door('export async function caseDetail(actor: Actor, id: Id) {}')).toEqual([])
})
