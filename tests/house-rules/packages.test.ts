import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Manifest = Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>

/** Versions that could be another one tomorrow: npm would then pick by the Node it runs on. */
const loose = (manifest: Manifest): string[] =>
  [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies]
    .flatMap(Object.entries<string>)
    .filter(([, version]) => !/^(npm:[a-z@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${name} ${version}`)

type Lock = { packages: Record<string, { optionalDependencies?: Record<string, string> }> }

/** Packages for other kinds of machine that the lock forgot: `npm ci` then refuses on every machine. */
const forgotten = ({ packages }: Lock): string[] =>
  Object.entries(packages)
    .filter(([path]) => path !== '')
    .flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) =>
          packages[`node_modules/${name}`] === undefined && packages[`${path}/node_modules/${name}`] === undefined,
      ),
    )

test('every package has one exact version', () => {
  expect(loose(JSON.parse(readFileSync('package.json', 'utf8')) as Manifest)).toEqual([])
})

test('a version that may change is found', () => {
  const manifest = {
    dependencies: { hono: '^4.0.0', zod: '4.1.2' },
    devDependencies: { typescript: '6' },
    optionalDependencies: {},
  }
  expect(loose(manifest)).toEqual(['hono ^4.0.0', 'typescript 6'])
})

test('the lock names the packages of every kind of machine', () => {
  expect(forgotten(JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock)).toEqual([])
})

test('a forgotten kind of machine is found', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/lint': { optionalDependencies: { 'lint-linux': '1.0.0', 'lint-mac': '1.0.0' } },
      'node_modules/lint-linux': {},
    },
  }
  expect(forgotten(lock)).toEqual(['lint-mac'])
})
