import { expect, test } from 'vitest'
import { asset, assetPath, files } from './files.ts'

const get = (path: string, headers: Record<string, string> = {}) => asset(path, new Headers(headers))

test('every file has a name that changes with its content, so a browser may keep it for ever', () => {
  for (const path of files().byPath.keys()) expect(path).toMatch(/^\/stijl\/[a-z-]+-[A-Z0-9]{8}\.(css|js|svg|woff2)$/)
  expect(get(assetPath('public.css'))?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test('a browser that has the file already gets no body', async () => {
  const first = get(assetPath('work.css'))
  const again = get(assetPath('work.css'), { 'if-none-match': first?.headers.get('etag') ?? '' })
  expect(again?.status).toBe(304)
  expect(await again?.text()).toBe('')
})

test('a browser gets the smallest form it can read', () => {
  const path = assetPath('public.css')
  expect(get(path, { 'accept-encoding': 'gzip, deflate, br' })?.headers.get('content-encoding')).toBe('br')
  expect(get(path, { 'accept-encoding': 'gzip' })?.headers.get('content-encoding')).toBe('gzip')
  expect(get(path)?.headers.get('content-encoding')).toBe(null)
})

test('styles name their fonts on this server and nothing elsewhere', () => {
  for (const [path, file] of files().byPath) {
    if (!path.endsWith('.css')) continue
    const addresses = [...file.body.toString().matchAll(/url\(["']?([^)"']+)/g)].map((found) => found[1] ?? '')
    expect(addresses.length).toBeGreaterThan(0)
    for (const address of addresses) expect(files().byPath.has(address)).toBe(true)
    expect(file.body.toString()).not.toMatch(/@import|https?:/)
  }
})

test('styles, script and font of a public page stay under 35 kB compressed, so the page itself has room under 50', () => {
  const sizes = ['public.css', 'public.js', 'atkinson-hyperlegible-next-latin.woff2'].map((name) => {
    const file = files().byPath.get(assetPath(name))
    return (file?.brotli ?? file?.body)?.length ?? Number.NaN
  })
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(35_000)
})

test('a path that is no file of ours has no answer', () => {
  for (const path of ['/stijl/', '/stijl/public.css', '/stijl/../package.json', '/stijl/work.css.map'])
    expect(get(path)).toBe(undefined)
})
