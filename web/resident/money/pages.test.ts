import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { publishShippedPages } from '../../../capabilities/information/actions.ts'
import { keepContact } from '../../../capabilities/money-help/actions.ts'
import { withDatabase } from '../../../tests/support/database.ts'
import { itemsIn } from '../../../tests/support/microdata.ts'
import { publishMoney, today, toldContact } from '../../../tests/support/money-rules.ts'
import { aMunicipality, anOperator, yes } from '../../../tests/support/world.ts'
import { routes } from '../../routes.ts'
import { mountPages } from '../../shell/serve.tsx'

withDatabase()
const logged: string[] = []
const productOf = (isDemo: boolean) => {
  const app = new Hono()
  mountPages(app, routes, {
    ...{ baseUrl: new URL('https://voorveld.example'), isDemo },
    log: (line) => logged.push(JSON.stringify(line)),
    sessionOf: async () => undefined,
  })
  return app
}
const app = productOf(false)
const told = async (path: string): Promise<string> => (await app.request(path)).text()

beforeAll(async () => {
  await publishMoney(await aMunicipality({ code: 'GM0501', name: 'Gelddorp' }))
  const quiet = await aMunicipality({ code: 'GM0502', name: 'Stildorp' })
  yes(await keepContact(await anOperator(), quiet, { told: { ...toldContact(), name: 'Stil Loket' }, today: today() }))
  await publishShippedPages(await anOperator(), { isDemo: true, folder: 'tests/support/public-pages' })
}, 60_000)

const CHECK = '/g/gelddorp/regelingen/kijken'
const family = {
  ...{ leeftijd: 'middle', wonen: 'alone', kinderen: '6 en 11', inkomen: '1.234,50', spaargeld: '900', huis: 'rent' },
}
const send = (path: string, form: Record<string, string>) =>
  app.request(path, { method: 'POST', body: new URLSearchParams(form) })
const answer = async (more: Record<string, string> = {}, path = CHECK) => {
  const response = await send(path, { ...family, ...more })
  return { status: response.status, headers: response.headers, html: await response.text() }
}

test('[R-130] a scheme has a page for everyone: for whom, the limit of the municipality, how to apply and who helps', async () => {
  const html = await told('/g/gelddorp/regelingen/meedoen-kinderen')
  expect(html).toContain('>Meedoen voor kinderen</h1>')
  expect(html).toContain('EUR\u00a01.642,87')
  expect(html).toContain('Zo vraag je het aan in Gelddorp')
  expect(html).toContain('Geldloket Hier')
  expect(html).toContain('data-quick-exit')
  expect(await told('/en/regelingen/meedoen-kinderen')).toContain('Taking part, for children')
  expect(await told('/regelingen/meedoen-kinderen')).not.toContain('1.642,87')
})

test('[R-130] search engines read that a scheme is a service of the municipality, or one there may be anywhere', async () => {
  const scheme = async (at: string) => itemsIn(await told(`${at}/regelingen/meedoen-kinderen`))
  const [here, english] = [await scheme('/g/gelddorp'), await scheme('/en')]
  expect(here).toMatchObject([
    {
      type: 'GovernmentService',
      properties: {
        ...{ name: ['Meedoen voor kinderen'], areaServed: ['Gelddorp'] },
        url: ['/g/gelddorp/regelingen/meedoen-kinderen'],
      },
    },
  ])
  expect(here[0]?.properties.description?.length).toBe(1)
  expect(english).toMatchObject([{ properties: { areaServed: ['The Netherlands'] } }])
})

test('[R-130] an amount that ended is not shown: the page says that the one of now is not known', async () => {
  const html = await told('/g/gelddorp/regelingen/studietoeslag')
  expect(html).toContain('We weten het bedrag van nu nog niet.')
  const { html: result } = await answer()
  expect(result).toContain('Dat weten we nu niet')
})

test('[R-130] without script the check is answered by the server, and keeps nothing: no address, no cookie, no log', async () => {
  const { status, headers, html } = await answer()
  expect(status).toBe(200)
  expect(html).toContain('Goede kansen: 2. Misschien: 0.')
  expect(html).toContain('Je inkomen is lager dan de grens van EUR\u00a01.642,87 per maand.')
  expect([headers.get('set-cookie'), headers.get('location')]).toEqual([null, null])
  expect(headers.get('cache-control')).toBe('no-store')
  expect(html).toContain('content="noindex"')
  expect(logged.join('\n')).not.toMatch(/1\.?234|6 en 11/)
})

test('what was typed comes back in the form, and nowhere else', async () => {
  const { html } = await answer({ inkomen: '-3' })
  expect(html).toContain('value="-3"')
  expect(html).toContain('href="#inkomen"')
  expect(html).not.toContain('chance--good-chance')
})

test.each([
  ['inkomen', '-1', 'minder dan nul'],
  ['inkomen', 'veel', 'Schrijf het bedrag in cijfers'],
  ['inkomen', '99999999999999999999', 'wel heel groot'],
  ['spaargeld', '\u0000', 'een teken in dat we niet kunnen bewaren'],
  ['kinderen', '2015-04-01', 'Schrijf hoe oud de kinderen zijn'],
  ['leeftijd', '__proto__', 'Kies een van de antwoorden'],
  ['leeftijd', '', 'Kies een antwoord.'],
  ['huis', '"><script>alert(1)</script>', 'Kies een van de antwoorden'],
  ['inkomen-ongeveer', 'constructor', 'Kies een van de antwoorden'],
])('%s as “%s” is asked again in words', async (field, typed, words) => {
  const { status, html } = await answer({ [field]: typed, ...(field === 'inkomen-ongeveer' && { inkomen: '' }) })
  expect(status).toBe(400)
  expect(html).toContain(words)
  expect(html).not.toContain('<script>alert')
})

test('[R-135] who earns more reads what is kept, where something ends, and what is not counted', async () => {
  const { html } = await answer({ inkomen: '1600', meer: '200' }, '/g/gelddorp/regelingen/meer-inkomen')
  expect(html).toContain('Van EUR\u00a0200,00 meer per maand houd je EUR\u00a0150,00 over.')
  expect(html).toContain('Meedoen voor kinderen, nu ongeveer EUR\u00a050,00 per maand')
  expect(html).toContain('Dat is EUR\u00a042,87 meer dan nu.')
  expect(html).toContain('Toeslagen van het Rijk.')
  expect(html.match(/<svg class="(?:wide|narrow)"/g)).toHaveLength(2)
  expect(html).not.toMatch(/\sstyle=/)
})

test('without an amount nothing of a rise is worked out, and a hostile one is asked again', async () => {
  const rising = '/g/gelddorp/regelingen/meer-inkomen'
  for (const wrong of [
    { inkomen: '', 'inkomen-ongeveer': '1500-1750' },
    { meer: '-200' },
    { meer: 'x'.repeat(9000) },
  ]) {
    const { status, html } = await answer(wrong, rising)
    expect(status).toBe(400)
    expect(html).not.toContain('<svg class="wide"')
  }
})

test('[R-132] the contact point stands on the front page of a municipality, on every money page and on the check', async () => {
  for (const path of [
    '',
    '/begin/geldzorgen',
    '/informatie/geld-op-een-rij',
    '/regelingen',
    '/regelingen/kijken',
    '/regelingen/meer-inkomen',
  ]) {
    expect(await told(`/g/gelddorp${path}`)).toContain('Geldloket Hier')
    expect(await told(`/g/stildorp${path}`)).toContain('Stil Loket')
  }
  expect(await told('/g/gelddorp/informatie/vertellen-aan-de-kinderen')).not.toContain('Geldloket Hier')
  expect(await told('/')).not.toContain('Geldloket Hier')
})

test('a municipality that gave no amounts says so, and where none was chosen one chooses first', async () => {
  expect(await told('/g/stildorp/regelingen/kijken')).toContain('Stildorp gaf nog geen bedragen door')
  expect(await told('/regelingen/kijken')).toContain('href="/g/gelddorp/regelingen/kijken"')
})

test('what is looked for finds schemes as well', async () => {
  const html = await (await send('/g/gelddorp/zoeken', { zoek: 'zorgverzekering' })).text()
  expect(html).toContain('href="/g/gelddorp/regelingen/zorgverzekering-gemeente"')
})

test.each(['/regelingen/geen', '/regelingen/__proto__', '/g/nergens/regelingen', '/g/gelddorp/regelingen/%00'])(
  '%s is a page that is not there',
  async (path) => {
    expect((await app.request(path)).status).toBe(404)
  },
)

test('only in the demo a scheme without a source is read, under a banner', async () => {
  expect((await app.request('/regelingen/kwijtschelding')).status).toBe(404)
})
