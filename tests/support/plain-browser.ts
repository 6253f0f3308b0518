import type { Hono } from 'hono'

type Page = { status: number; to: string | null; html: string; headers: Headers }

/** A browser without script: follows nothing by itself, and keeps the cookies it gets. */
export function aPlainBrowser(app: Hono) {
  const jar = new Map<string, string>()
  const send = async (path: string, init: RequestInit = {}): Promise<Page> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = {
      cookie,
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      ...init.headers,
    }
    const answer = await app.request(`https://voorveld.example${path}`, { ...init, headers })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return {
      status: answer.status,
      to: answer.headers.get('location'),
      html: await answer.text(),
      headers: answer.headers,
    }
  }
  return {
    jar,
    open: (path: string) => send(path),
    post: (
      path: string,
      form: Record<string, string>,
      headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
    ) => send(path, { method: 'POST', body: new URLSearchParams(form), headers }),
  }
}
