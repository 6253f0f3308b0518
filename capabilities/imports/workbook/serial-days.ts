const MS_PER_DAY = 86_400_000
const LAST_SERIAL = 2_958_465 // 31 December 9999
/** Spreadsheets count from 1900 as if that year had a 29 February: up to there a day further on. */
const NO_SUCH_DAY = 60

/**
 * The day that a spreadsheet keeps as a number, as ISO text; undefined outside its calendar. 29 February 1900, which spreadsheets
 * know and nobody else, comes as it stands there: the check of days refuses it.
 */
export function dayOfSerial(serial: number, is1904: boolean): string | undefined {
  const whole = Math.floor(serial)
  if (!(whole >= 0 && whole <= LAST_SERIAL)) return undefined
  if (is1904) return iso(Date.UTC(1904, 0, 1 + whole))
  if (whole === NO_SUCH_DAY) return '1900-02-29'
  return iso(Date.UTC(1899, 11, (whole < NO_SUCH_DAY ? 31 : 30) + whole))
}

/** The time within the day of a number, as 9:30. */
export function timeOfSerial(serial: number): string {
  const minutes = Math.floor(Math.round(Math.abs(serial) * MS_PER_DAY) / 60_000)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
