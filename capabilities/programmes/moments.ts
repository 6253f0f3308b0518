/** When a question of a programme is asked. The last three are asked anew each time: at a contact, a referral, and after it. */
export const MOMENTS = [
  'registration',
  'intake',
  'evaluation',
  'closing',
  'contact',
  'referral',
  'after-referral',
] as const
type Moment = (typeof MOMENTS)[number]

/** Of what the answer is, where a trajectory does not have one answer for all its days. */
const KEPT_WITH: Readonly<Partial<Record<Moment, 'contacts' | 'referrals'>>> = {
  contact: 'contacts',
  referral: 'referrals',
  'after-referral': 'referrals',
}

/** Of each contact or of each referral; undefined for a question that a trajectory has one answer to. */
export const keptWith = (asked: string | undefined): 'contacts' | 'referrals' | undefined =>
  KEPT_WITH[MOMENTS.find((one) => one === asked) ?? 'registration']
