/** The kinds of record that a right speaks of. */
export const KINDS = [
  'municipality', // with villages and its switches
  'organisation', // with teams and provisions
  'person', // with grants and invitations
  'programme', // definitions: published ones, and drafts for who may change them
  'trajectory', // with family, answers and events
  'help-request', // what somebody asks, with how to reach the asker safely
  'import', // registration files
  'figure', // numbers for policy: small ones hidden
  'own-figure', // exact numbers over the own organisation's files
  'audit', // who did what
  'setting', // words, suppression limits, retention
  'broken-glass', // a file opened with a reason by who does not work on it: `change` opens, the rest looks at who did
  'sign-in', // what is odd about signing in to the accounts one answers for
  'page', // what everyone may read, while it is written and tested; what is approved is public
  'participation', // what residents found and said, without who they are: test rounds, gathered input
  'partner', // organisations that a municipality works together with, without who somebody is there
  'running', // whether the product does its work: jobs, sizes, versions, backups
] as const
export type Kind = (typeof KINDS)[number]

export const ACTIONS = ['read', 'list', 'count', 'search', 'change', 'export'] as const
export type Action = (typeof ACTIONS)[number]

const look = ['read', 'list', 'count', 'search'] as const satisfies readonly Action[]
const lookAndChange = [...look, 'change'] as const
const all = [...lookAndChange, 'export'] as const
const figures = [...look, 'export'] as const

type Rights = Partial<Record<Kind, readonly Action[]>>

const places: Rights = { municipality: look, programme: look }
/** policy and government see counts, never a file. */
const policy: Rights = { ...places, figure: figures }
/** with whom a municipality works together, kept by who has agreements with them. */
const partnering = ['read', 'list', 'change', 'export'] as const satisfies readonly Action[]
/** Test rounds and gathered input: recorded by who works with them, read by who decides. */
const heard = ['read', 'list'] as const satisfies readonly Action[]
const hearing = [...heard, 'change'] as const
const policyHearing: Rights = { ...policy, participation: hearing, partner: partnering }
/** Workers see files only where they are assigned (scope `own matches`), unless their role below says otherwise. */
const worker: Rights = { ...places, organisation: look, trajectory: lookAndChange }
const guardedWorker: Rights = { ...worker, 'broken-glass': ['change'] }
/** Who takes up what residents ask. */
const takingUp: Rights = { 'help-request': lookAndChange }
/** Peaks, odd places and odd hours (BIO2 5.17.01). */
const signIns = ['read', 'list'] as const satisfies readonly Action[]
const setUp: Rights = {
  municipality: lookAndChange,
  organisation: lookAndChange,
  person: lookAndChange,
  setting: lookAndChange,
  'sign-in': signIns,
}

/**
 * What each role may do with each kind of record inside its scope.
 * The same table stands in the database (`role_rights`), written apart, so that a slip in one is caught by the other.
 */
export const RIGHTS = {
  // built-in
  visitor: places,
  operator: {
    ...setUp,
    programme: lookAndChange,
    page: lookAndChange,
    participation: hearing,
    partner: partnering,
    import: lookAndChange,
    figure: figures,
    'own-figure': figures,
    audit: look,
    running: ['read'],
  },
  'job-runner': {
    ...places,
    import: lookAndChange,
    trajectory: lookAndChange,
    organisation: look,
    audit: look,
    running: ['read'],
  },
  // running the platform
  'platform-manager': { ...setUp, programme: lookAndChange, page: lookAndChange, audit: look, running: ['read'] },
  manager: {
    ...setUp,
    programme: lookAndChange,
    page: lookAndChange,
    participation: heard,
    partner: partnering,
    figure: figures,
  },
  'privacy-officer': {
    ...places,
    organisation: look,
    person: look,
    setting: look,
    audit: figures,
    'broken-glass': figures,
    'sign-in': signIns,
  },
  // executing
  coordinator: {
    ...guardedWorker,
    ...takingUp,
    person: look,
    partner: partnering,
    import: all,
    trajectory: all,
    'own-figure': figures,
    setting: look,
  },
  'separation-expert': { ...guardedWorker, ...takingUp, partner: partnering },
  'financial-prevention-worker': { ...guardedWorker, ...takingUp, partner: partnering },
  'debt-worker': worker,
  trainer: worker,
  'social-worker': guardedWorker,
  consulent: { ...guardedWorker, ...takingUp, partner: partnering },
  'local-team-member': { ...guardedWorker, ...takingUp, partner: heard },
  'regional-team-member': guardedWorker,
  director: { ...guardedWorker, 'help-request': look },
  'care-provider': worker,
  volunteer: { ...places, trajectory: look },
  'experience-expert': places,
  resident: places,
  // deciding and accounting
  'policy-adviser': policyHearing,
  'project-leader': policyHearing,
  'programme-manager': policyHearing,
  'budget-holder': policy,
  'contract-manager': policy,
  'communication-adviser': { ...policyHearing, page: lookAndChange },
  'board-member': { ...policy, participation: heard, partner: heard },
  'licence-holder': policy,
  // accounts of other systems, which are no person: no file of a person, no note, no broken glass
  'registration-system': {
    ...places,
    organisation: look,
    trajectory: lookAndChange,
    'help-request': lookAndChange,
    'own-figure': look,
  },
  'reporting-system': { ...places, figure: look },
} as const satisfies Record<string, Rights>

export type Role = keyof typeof RIGHTS
export const ROLES = Object.keys(RIGHTS) as readonly Role[] // keys of the literal above

/** who sees a file only while it is assigned. A grant of such a role always reaches own matches only. */
const OF_OWN_MATCHES: ReadonlySet<Role> = new Set([
  'separation-expert',
  'financial-prevention-worker',
  'debt-worker',
  'trainer',
  'social-worker',
  'consulent',
  'local-team-member',
  'regional-team-member',
  'director',
  'care-provider',
  'volunteer',
])

export const reachesOwnMatchesOnly = (role: Role): boolean => OF_OWN_MATCHES.has(role)

/** What an account that is no person may hold; the database keeps no other role for one, and these for nobody else. */
export const SERVICE_ROLES = ['registration-system', 'reporting-system'] as const satisfies readonly Role[]

export const isServiceRole = (text: string): text is (typeof SERVICE_ROLES)[number] =>
  SERVICE_ROLES.some((role) => role === text)

/** Files stay with the organisation that carries out the work, so who works on them works for one. */
export const worksForAnOrganisation = (role: Role): boolean =>
  role !== 'job-runner' && roleMay(role, 'read', 'trajectory')

export const isRole = (text: string): text is Role => Object.hasOwn(RIGHTS, text)

/** Whether a role carries a right at all, whatever the scope. */
export function roleMay(role: Role, action: Action, kind: Kind): boolean {
  const rights: Rights = RIGHTS[role]
  return rights[kind]?.includes(action) ?? false
}
