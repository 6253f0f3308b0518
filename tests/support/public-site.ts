import { Hono } from 'hono'
import { routes } from '../../web/routes.ts'
import { mountPages } from '../../web/shell/serve.tsx'

export const origin = 'https://voorveld.example'

/** The pages of a demo as anyone reads them, without a server around them. */
export function aPublicSite(): Hono {
  const app = new Hono()
  mountPages(app, routes, {
    ...{ baseUrl: new URL(origin), isDemo: true, log: () => undefined },
    sessionOf: async () => undefined,
  })
  return app
}
