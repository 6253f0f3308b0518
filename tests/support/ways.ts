/** Every journey is walked with script and without. */
const IS_WHOLE = process.env.VOORVELD_JOURNEYS === 'whole'

/**
 * The ways in which a journey of somebody who works here is walked: with script or without, as chosen so that each kind of screen is
 * walked both ways by some journey; both with `VOORVELD_JOURNEYS=whole`. Journeys of residents are always walked both ways.
 */
export const eitherWay = (script: boolean): boolean[] => (IS_WHOLE ? [true, false] : [script])
