import type { Day } from '../../foundation/day.ts'
import { day } from '../../foundation/day.ts'

type Words = { readonly nl: string; readonly en: string }

/**
 * One version of a processing activity, as in the municipality's register (AVG 30). Each change gets a new version
 * and so a new address (LDV); earlier versions stay, because lines point at them.
 */
export type ProcessingActivity = {
  readonly code: string
  readonly version: number
  readonly validFrom: Day
  readonly name: Words
  readonly purpose: Words
  /** Legal ground; a proposal that the municipality's own data protection officer confirms. */
  readonly basis: Words
  readonly keptFor: Words
  /** Nouns of the acts that belong here: `import` for `import.started`. */
  readonly nouns: readonly string[]
}

const publicTask: Words = {
  nl: 'Taak van algemeen belang (AVG 6 lid 1 onder e; Jeugdwet 2.6, Wmo 2015 2.1.2)',
  en: 'Task in the public interest (GDPR 6(1)(e); Dutch Youth Act 2.6, Social Support Act 2.1.2)',
}

/** each kind of processing names its purpose, ground and term. */
export const ACTIVITIES: readonly ProcessingActivity[] = [
  {
    code: 'supporting-families',
    version: 1,
    validFrom: day('2026-01-01'),
    name: { nl: 'Gezinnen ondersteunen', en: 'Supporting families' },
    purpose: {
      nl: 'Een gezin passende, lichte hulp geven en volgen hoe het gaat',
      en: 'Giving a family fitting, light help and following it',
    },
    basis: publicTask,
    keptFor: {
      nl: 'Tot 1 jaar na het laatste contact; daarna alleen aantallen',
      en: 'Until 1 year after the last contact; then counts only',
    },
    nouns: [
      'trajectory',
      'family',
      'case',
      'match',
      'milestone',
      'file',
      'note',
      'plan',
      'glass',
      'search',
      'work',
      'group',
    ],
  },
  {
    code: 'sharing-between-organisations',
    version: 1,
    validFrom: day('2026-01-01'),
    name: {
      nl: 'Delen met een andere gemeente of organisatie',
      en: 'Sharing with another municipality or organisation',
    },
    purpose: {
      nl: 'Eén collega elders laten meelezen wat nodig is om samen te werken, voor één doel en tot een dag',
      en: 'Letting one colleague elsewhere read what working together needs, for one purpose and until a day',
    },
    basis: {
      nl: 'Toestemming (AVG 6 lid 1 onder a); zonder toestemming alleen om ernstig gevaar (AVG 6 lid 1 onder d of e), met reden',
      en: 'Consent (GDPR 6(1)(a)); without consent only against serious danger (GDPR 6(1)(d) or (e)), with a reason',
    },
    keptFor: {
      nl: 'Meelezen tot de laatste dag of het intrekken; dat er gedeeld is, zo lang als het dossier',
      en: 'Reading until the last day or the withdrawal; that it was shared, as long as the file',
    },
    nouns: ['sharing'],
  },
  {
    code: 'taking-up-requests',
    version: 1,
    validFrom: day('2026-01-01'),
    name: { nl: 'Vragen om hulp oppakken', en: 'Taking up requests for help' },
    purpose: {
      nl: 'Een vraag van een inwoner bij de goede medewerker brengen, en veilig terugbellen of mailen',
      en: 'Bringing what a resident asks to the right colleague, and calling or mailing back safely',
    },
    basis: publicTask,
    keptFor: {
      nl: 'Naam, eigen woorden en bereikbaarheid tot 12 maanden na het afsluiten; daarna alleen aantallen',
      en: 'Name, own words and contact until 12 months after closing; then counts only',
    },
    nouns: ['help-request', 'advice'],
  },
  {
    code: 'bringing-in-registrations',
    version: 1,
    validFrom: day('2026-01-01'),
    name: { nl: 'Registraties binnenhalen', en: 'Bringing in registrations' },
    purpose: {
      nl: 'Aanmeldingen uit een bestaand bestand overnemen, zodat niemand ze twee keer opschrijft',
      en: 'Taking over registrations from an existing file, so that nobody writes them twice',
    },
    basis: publicTask,
    keptFor: {
      nl: 'Het bestand hoogstens 24 uur; de registratie als bij gezinnen ondersteunen',
      en: 'The file 24 hours at most; the registration as in supporting families',
    },
    nouns: ['import'],
  },
  {
    code: 'counting',
    version: 1,
    validFrom: day('2026-01-01'),
    name: { nl: 'Tellen voor beleid', en: 'Counting for policy' },
    purpose: {
      nl: 'Met aantallen laten zien wat de hulp doet, zonder dat iemand te herkennen is',
      en: 'Showing in counts what the help does, with nobody recognisable',
    },
    basis: publicTask,
    keptFor: {
      nl: 'Aantallen blijven; wat naar een gezin wijst verdwijnt met het gezin',
      en: 'Counts stay; what points to a family goes with the family',
    },
    nouns: ['figure', 'measure', 'record'],
  },
  {
    code: 'showing-stories',
    version: 1,
    validFrom: day('2026-11-27'),
    name: { nl: 'Verhalen van inwoners laten zien', en: 'Showing stories of residents' },
    purpose: {
      nl: 'Een inwoner laten vertellen hoe het was, zodat anderen zich minder alleen voelen',
      en: 'Letting a resident tell what it was like, so that others feel less alone',
    },
    basis: {
      nl: 'Toestemming (AVG 6 lid 1 onder a); onder de 16 ook van alle ouders met gezag (UAVG 5)',
      en: 'Consent (GDPR 6(1)(a)); under 16 also of all parents with authority (Dutch GDPR Act 5)',
    },
    keptFor: {
      nl: 'Tot de verteller het intrekt, of 30 dagen na de laatste dag van de toestemming; daarna alleen dat er een verhaal was',
      en: 'Until the teller withdraws it, or 30 days after the last day of the consent; then only that there was a story',
    },
    nouns: ['story'],
  },
  {
    code: 'hearing-residents',
    version: 1,
    validFrom: day('2026-11-27'),
    name: { nl: 'Luisteren naar inwoners', en: 'Hearing residents' },
    purpose: {
      nl: 'Met testrondes en gesprekken de site en de hulp beter maken, zonder namen',
      en: 'Making the site and the help better by test rounds and talks, without names',
    },
    basis: publicTask,
    keptFor: {
      nl: 'Eigen woorden 2 jaar; wat eruit volgde en aantallen blijven',
      en: 'Own words 2 years; what followed and counts stay',
    },
    nouns: ['test-round', 'gathered'],
  },
  {
    code: 'working-with-partners',
    version: 1,
    validFrom: day('2026-11-27'),
    name: { nl: 'Samenwerken met partners', en: 'Working together with partners' },
    purpose: {
      nl: 'Weten met wie we samenwerken en wat we afspraken, zonder gegevens van inwoners',
      en: 'Knowing with whom we work together and what we agreed, without data of residents',
    },
    basis: publicTask,
    keptFor: {
      nl: 'Zolang de gemeente met de partner werkt; daarna als geschiedenis zonder namen',
      en: 'As long as the municipality works with the partner; after that as history without names',
    },
    nouns: ['partner'],
  },
  {
    code: 'guarding-accounts',
    version: 1,
    validFrom: day('2026-11-27'),
    name: { nl: 'Accounts bewaken', en: 'Guarding accounts' },
    purpose: {
      nl: 'Merken dat iemand anders probeert in te loggen, of al binnen is',
      en: 'Noticing that somebody else tries to sign in, or is in already',
    },
    basis: { nl: 'Wettelijke plicht tot beveiliging (AVG 32)', en: 'Legal duty of security (GDPR 32)' },
    keptFor: {
      nl: 'Een poging 6 weken, een netwerk (als kenmerk) en wat opviel een half jaar',
      en: 'A try 6 weeks, a network (as a mark) and what was odd half a year',
    },
    nouns: ['sign-in', 'odd-sign-in', 'network'],
  },
  {
    code: 'running-the-platform',
    version: 1,
    validFrom: day('2026-01-01'),
    name: { nl: 'Het platform beheren', en: 'Running the platform' },
    purpose: { nl: 'Het platform veilig en betrouwbaar laten werken', en: 'Keeping the platform safe and reliable' },
    basis: { nl: 'Wettelijke plicht tot beveiliging (AVG 32)', en: 'Legal duty of security (GDPR 32)' },
    keptFor: { nl: 'Logboeken 5 jaar', en: 'Logs 5 years' },
    nouns: [],
  },
]

/** The activity that an act belongs to on a day; what is not named elsewhere is running the platform, since a line never lacks one. */
export function activityOf(
  act: string,
  on: Day,
  register: readonly ProcessingActivity[] = ACTIVITIES,
): ProcessingActivity {
  const noun = act.split('.')[0] ?? act
  const inForce = register.filter((one) => one.validFrom <= on).sort((one, other) => other.version - one.version)
  const found =
    inForce.find((one) => one.nouns.includes(noun)) ?? inForce.find((one) => one.nouns.length === 0) ?? register.at(-1)
  if (found === undefined) throw new Error('the register of processing activities is empty')
  return found
}

/** The address of this version in our register. */
export const activityUri = (activity: Pick<ProcessingActivity, 'code' | 'version'>): string =>
  `urn:voorveld:processing-activity:${activity.code}:${activity.version}`
