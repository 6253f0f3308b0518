import { installPackage, isProgram } from './system-packages.ts'

// The shell without a window comes first: the same engine, at half the work for each page.
const USUAL_PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser for the journeys, installed when missing and allowed; else how a person gets it, in one line. */
export async function chromium(): Promise<{ path: string } | { how: string }> {
  const given = process.env.CHROMIUM_PATH
  if (given !== undefined && isProgram(given)) return { path: given }
  if (given !== undefined) return { how: 'CHROMIUM_PATH names no program: point it at Chromium, or leave it out.' }
  const found = USUAL_PLACES.find(isProgram)
  if (found !== undefined) return { path: found }
  for (const name of ['chromium-headless-shell', 'chromium']) {
    await installPackage(name)
    const installed = USUAL_PLACES.find(isProgram)
    if (installed !== undefined) return { path: installed }
  }
  return { how: 'Chromium is missing: run "sudo apt-get install chromium", or point CHROMIUM_PATH at it.' }
}
