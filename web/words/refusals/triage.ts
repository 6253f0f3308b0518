import { defineRefusals } from '../refusal.ts'

export const triageRefusals = defineRefusals({
  'waiting-begins': {
    nl: () => 'Kies een dag waarop dit begint: morgen of later. Wat vandaag al beloofd is, blijft.',
    en: () => 'Choose a day on which this begins: tomorrow or later. What was promised today stays.',
  },
  'waiting-ends': {
    nl: (given) => `Kies een laatste dag: niet voor de eerste dag, en hoogstens ${given.months} maanden later.`,
    en: (given) => `Choose a last day: not before the first day, and ${given.months} months later at most.`,
  },
  'waiting-source': {
    nl: (given) => `Schrijf wie dit besloot en wanneer, in hoogstens ${given.most} tekens.`,
    en: (given) => `Write who decided this and when, in ${given.most} characters at most.`,
  },
  'waiting-hours': {
    nl: () => 'Vul een heel aantal uren in, van 1 tot en met 1.000.',
    en: () => 'Fill in a whole number of hours, from 1 up to and including 1,000.',
  },
  'waiting-order': {
    nl: () =>
      'Een zwaardere vraag mag niet langer wachten dan een lichtere. Maak de uren bij A, B, C en D gelijk of minder.',
    en: () =>
      'A heavier question may not wait longer than a lighter one. Make the hours of A, B, C and D equal or less.',
  },
  'waiting-promise': {
    nl: (given) =>
      `Bij graad ${given.grade} komt het contact later dan beloofd is toen de vraag binnenkwam. Kies hier minder uren, of meer bij een vraag die nog niet is ingeschat.`,
    en: (given) =>
      `At grade ${given.grade} contact comes later than was promised when the question came in. Choose fewer hours here, or more for a question without a grade.`,
  },
  'triage-grade-missing': {
    nl: () => 'Kies hoe zwaar de vraag is: A, B, C of D.',
    en: () => 'Choose how heavy the question is: A, B, C or D.',
  },
  'triage-grade-reason-missing': {
    nl: () => 'Schrijf in een paar woorden waarom je deze keuze maakt.',
    en: () => 'Write in a few words why you choose this.',
  },
  'triage-words-long': {
    nl: (given) => `Dit is te lang. Houd het bij ${given.most} tekens.`,
    en: (given) => `This is too long. Keep it within ${given.most} characters.`,
  },
  'triage-estimate-incomplete': {
    nl: () => 'Geef op beide vragen over veiligheid een antwoord. Weet je het niet? Kies dan: niet te beoordelen.',
    en: () => 'Answer both questions about safety. Do you not know? Then choose: could not be judged.',
  },
  'triage-because-missing': {
    nl: () => 'Schrijf waarom je het niet kon beoordelen.',
    en: () => 'Write why you could not judge it.',
  },
  'triage-estimate-missing': {
    nl: () =>
      'Leg eerst vast hoe je de veiligheid inschat. Daarna kun je deze vraag afronden. Er is nog niets veranderd.',
    en: () => 'First note how you judge safety. Then you can finish this question. Nothing was changed yet.',
  },
  'triage-nothing-to-see': {
    nl: () => 'Er wacht hier niets op jou. Misschien heeft een andere regisseur dit al gezien.',
    en: () => 'Nothing here waits for you. Perhaps another director has seen it already.',
  },
  'triage-grade-first': {
    nl: () => 'Kies eerst hoe zwaar de vraag is. Daarna kun je een traject starten.',
    en: () => 'First choose how heavy the question is. Then you can start a trajectory.',
  },
  'triage-information-needs-no-case': {
    nl: () =>
      'Bij A is informatie genoeg: rond de vraag af met Beantwoord. Is er toch meer nodig? Verander dan eerst de zwaarte.',
    en: () => 'With A information is enough: finish with Answered. Is more needed after all? Change the grade first.',
  },
  'triage-provision-elsewhere': {
    nl: () => 'Dit aanbod is er niet in de gemeente van de vraag. Kies een ander aanbod.',
    en: () => 'This provision is not in the municipality of the question. Choose another.',
  },
  'circumstances-money-missing': {
    nl: () => 'Vraag ook of er zorgen over geld zijn. Weet je het niet? Kies dan: Weet ik niet.',
    en: () => 'Also ask whether there are worries about money. Do you not know? Then choose: I do not know.',
  },
  'circumstances-empty': {
    nl: () => 'Er is nog niets gekozen of geschreven. Leg vast wat ter sprake kwam, of ga terug.',
    en: () => 'Nothing was chosen or written yet. Note what came up, or go back.',
  },
  'ladder-why-missing': {
    nl: () => 'Schrijf waarom deze stap niet past.',
    en: () => 'Write why this step does not fit.',
  },
  'ladder-heavy-why-missing': {
    nl: () => 'Schrijf waarom lichte hulp of algemeen aanbod niet genoeg is. Zonder die reden kies je geen zware hulp.',
    en: () => 'Write why light help or a general offer is not enough. Without that reason you choose no heavy help.',
  },
  'ladder-look-missing': {
    nl: () => 'Je schreef hier een reden. Kies ook wat je met deze stap deed.',
    en: () => 'You wrote a reason here. Also choose what you did with this step.',
  },
  'ladder-empty': {
    nl: () => 'Er is nog geen stap bekeken. Kies bij minstens één stap wat je ermee deed, of ga terug.',
    en: () => 'No step was looked at yet. Choose for at least one step what you did with it, or go back.',
  },
  'handover-consent-missing': {
    nl: () => 'Vraag eerst of je dit mag doorgeven. Kruis het aan als het antwoord ja is. Er is nog niets doorgegeven.',
    en: () => 'First ask whether you may hand this over. Tick it when the answer is yes. Nothing was handed over yet.',
  },
  'handover-covers-nothing': {
    nl: () => 'Kies wat er mee mag. Zonder naam of nummer kan een ander niet helpen.',
    en: () => 'Choose what may go along. Without a name or number nobody else can help.',
  },
  'handover-not-offered': {
    nl: () => 'Dit aanbod neemt de vraag niet over. Kijk hieronder wie dat wel doet.',
    en: () => 'This provision does not take the question over. See below who does.',
  },
  'match-decision-missing': {
    nl: () => 'Kies of het dezelfde persoon is, hetzelfde gezin, of een ander.',
    en: () => 'Choose whether it is the same person, the same family, or somebody else.',
  },
  'match-decided-meanwhile': {
    nl: () => 'Een collega besloot dit net voor jou. Hieronder zie je wat er nu staat en wat jij wilde.',
    en: () => 'A colleague decided this just before you. Below you see how it is now and what you wanted.',
  },
  'match-for-coordinator': {
    nl: () => 'De coördinator besluit of dit hetzelfde gezin is. Overleg voordat je verdergaat.',
    en: () => 'The coordinator decides whether this is the same family. Talk before you go on.',
  },
  'law-count-no-year': {
    nl: () => 'Kies een jaar, bijvoorbeeld 2025.',
    en: () => 'Choose a year, for example 2025.',
  },
  'law-count-year-runs': {
    nl: () =>
      'Dit jaar is nog niet om. Kies een jaar dat voorbij is. Dan blijft het cijfer gelijk en is niemand te herkennen.',
    en: () =>
      'This year is not over yet. Choose a year that has passed. Then the figure stays the same and nobody can be recognised.',
  },
})
