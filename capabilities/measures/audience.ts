/** For whom a figure is meant; decides from which size it is shown. */
export const AUDIENCES = ['public', 'policy', 'organisation'] as const
export type Audience = (typeof AUDIENCES)[number]

export type AudienceSetting = {
  readonly audience: Audience
  /** A number from 1 to below this is hidden; 0 or 1 hides nothing. 2 would say that every hidden number is 1. */
  readonly hideBelow: number
  /** Shown numbers are rounded to this; 1 leaves them as they are. */
  readonly roundTo: number
}

/** Design §8, privacy: public below 10 and rounded to 5, policy below 5, an organisation exactly over its own files. */
export const DEFAULT_SETTINGS: Readonly<Record<Audience, AudienceSetting>> = {
  public: { audience: 'public', hideBelow: 10, roundTo: 5 },
  policy: { audience: 'policy', hideBelow: 5, roundTo: 1 },
  organisation: { audience: 'organisation', hideBelow: 1, roundTo: 1 },
}

export const isAudience = (text: string): text is Audience => AUDIENCES.some((one) => one === text)

/** To the nearest multiple, halves away from zero; totals are rounded on their own, so parts need not add up. */
export function rounded(value: number, to: number): number {
  return to <= 1 ? value : Math.sign(value) * Math.floor((Math.abs(value) + to / 2) / to) * to
}
