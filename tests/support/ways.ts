const IS_WHOLE = process.env.VOORVELD_JOURNEYS === 'whole'

/**
 * The ways in which a journey on the pages of who works here is walked: with script or without, as said here, and both with
 * `VOORVELD_JOURNEYS=whole`. What residents do themselves is always walked both ways.
 */
export const eitherWay = (script: boolean): boolean[] => (IS_WHOLE ? [true, false] : [script])
