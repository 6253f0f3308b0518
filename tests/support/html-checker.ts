import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const JAR = join(createRequire(import.meta.url).resolve('vnu-jar/package.json'), '../build/dist/vnu.jar')
const JAVA = process.env.JAVA_PATH ?? 'java'

type Said = {
  readonly messages: readonly { type: string; subType?: string; message: string; url: string; extract?: string }[]
}

/**
 * What the Nu HTML checker (the one of the W3C) finds in pages as they were sent, errors and warnings: which page, what, and
 * the place in it, one line each. Takes pages by name; starts Java once for all of them.
 */
export async function invalidHtml(pages: ReadonlyMap<string, string>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'voorveld-html-'))
  try {
    const names = [...pages.keys()]
    for (const [nth, html] of [...pages.values()].entries()) writeFileSync(join(folder, `${nth}.html`), html)
    // Its grammar needs a deep stack; it runs too short for what is learned of code that runs often.
    const { stderr } = await promisify(execFile)(
      JAVA,
      [
        '-Xss4m',
        '-XX:TieredStopAtLevel=1',
        '-XX:+UseSerialGC',
        '-jar',
        JAR,
        '--format',
        'json',
        '--exit-zero-always',
        folder,
      ],
      { maxBuffer: 1 << 30 },
    )
    const { messages } = JSON.parse(stderr) as Said // the format that was asked for
    return messages
      .filter(({ type, subType }) => type !== 'info' || subType === 'warning')
      .map(({ message, url, extract }) => {
        const name = names[Number(/(\d+)\.html$/.exec(url)?.[1])]
        return `${name ?? url}: ${message} ${extract ?? ''}`
      })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
