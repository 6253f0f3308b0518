import { defineRefusals } from '../refusal.ts'

export const accessRefusals = defineRefusals({
  'provision-ends-early': {
    nl: (given) => `Dit aanbod begint op ${given.startsOn}. Kies een laatste dag op of na die dag.`,
    en: (given) => `This provision begins on ${given.startsOn}. Choose a last day on or after that day.`,
  },
  'not-found': {
    nl: () => 'Dit bestaat niet, of je mag het niet zien. Controleer het adres, of vraag je beheerder.',
    en: () => 'This does not exist, or you may not see it. Check the address, or ask your administrator.',
  },
  'not-yours': {
    nl: () => 'Met jouw rol kan dit niet. Vraag je beheerder wie het wel mag.',
    en: () => 'Your role does not allow this. Ask your administrator who may do it.',
  },
  'name-needed': {
    nl: () => 'Vul een naam in met minstens één letter.',
    en: () => 'Fill in a name with at least one letter.',
  },
  'region-exists': {
    nl: (given) => `De regio ${given.name} is er al.`,
    en: (given) => `The region ${given.name} exists already.`,
  },
  'municipality-code-wrong': {
    nl: (given) => `${given.code} is geen gemeentecode van het CBS. Schrijf GM en vier cijfers, bijvoorbeeld GM0148.`,
    en: (given) => `${given.code} is no CBS municipality code. Write GM and four digits, for example GM0148.`,
  },
  'municipality-exists': {
    nl: (given) => `De gemeente met code ${given.code} is er al, of de naam is al in gebruik.`,
    en: (given) => `The municipality with code ${given.code} exists already, or its name is in use.`,
  },
  'municipality-other-region': {
    nl: (given) => `${given.name} hoort al bij een andere regio. Er is niets veranderd.`,
    en: (given) => `${given.name} belongs to another region already. Nothing changed.`,
  },
  'places-wrong': {
    nl: (given) => `In het bestand met plaatsen klopt iets niet, bij ${given.at}. Er is niets veranderd.`,
    en: (given) => `Something in the file of places is not right, at ${given.at}. Nothing changed.`,
  },
  'places-unreadable': {
    nl: (given) => `We kunnen het bestand ${given.file} niet lezen. Kijk of de naam klopt.`,
    en: (given) => `We cannot read the file ${given.file}. Check its name.`,
  },
  'municipality-unknown': {
    nl: (given) => `De gemeente ${given.code} kennen we niet. Voeg die eerst toe.`,
    en: (given) => `We do not know the municipality ${given.code}. Add it first.`,
  },
  'villages-wrong': {
    nl: () => 'Elke kern heeft een eigen naam van hoogstens 80 tekens. Een naam staat er twee keer, of is te lang.',
    en: () => 'Each village has its own name of at most 80 characters. A name is given twice, or is too long.',
  },
  'name-wrong': {
    nl: () => 'Vul een naam in, van hoogstens 120 tekens.',
    en: () => 'Give a name, of at most 120 characters.',
  },
  'organisation-unknown': {
    nl: (given) => `De organisatie ${given.name} kennen we niet. Voeg die eerst toe.`,
    en: (given) => `We do not know the organisation ${given.name}. Add it first.`,
  },
  'page-unknown': {
    nl: () => 'Deze pagina van de lijst is er niet. Neem het adres over dat in volgende stond.',
    en: () => 'This page of the list is not there. Take the address that stood in volgende.',
  },
  'role-of-people': {
    nl: (given) => `De rol ${given.role} is voor mensen. Kies registratiesysteem of rapportagesysteem.`,
    en: (given) => `The role ${given.role} is for people. Choose registration system or reporting system.`,
  },
  'role-of-systems': {
    nl: () => 'Deze rol is voor een systeem en niet voor iemand. Kies een andere rol.',
    en: () => 'This role is for a system and not for a person. Choose another role.',
  },
  'account-exists': {
    nl: (given) => `Er is al een account met de naam ${given.name}. Kies een andere naam.`,
    en: (given) => `There is an account named ${given.name} already. Choose another name.`,
  },
  'account-unknown': {
    nl: (given) => `Er is niet precies één account met de naam ${given.name}. Kijk met account list.`,
    en: (given) => `There is not exactly one account named ${given.name}. Look with account list.`,
  },
  'token-label-missing': {
    nl: () => 'Schrijf waar de sleutel wordt gebruikt, in hoogstens 80 tekens.',
    en: () => 'Write where the key is used, in at most 80 characters.',
  },
  'token-without-scope': {
    nl: () => 'Kies minstens één ding dat de sleutel mag.',
    en: () => 'Choose at least one thing that the key may do.',
  },
  'token-too-wide': {
    nl: () => 'De sleutel mag niet meer dan het account. Kies alleen uit wat er staat.',
    en: () => 'The key may do no more than the account. Choose only from what is there.',
  },
  'token-made': {
    nl: () => 'Deze sleutel is al gemaakt, en je ziet hem maar één keer. Kwijt? Trek hem in en maak een nieuwe.',
    en: () => 'This key is made already, and you see it only once. Lost it? Take it back and make a new one.',
  },
  'token-term': {
    nl: () => 'Kies een laatste dag vanaf vandaag en hoogstens een jaar vooruit.',
    en: () => 'Choose a last day from today on, and at most a year ahead.',
  },
  'provision-exists': {
    nl: () => 'Deze organisatie voert dit programma hier al uit.',
    en: () => 'This organisation carries out this programme here already.',
  },
  'role-unknown': {
    nl: (given) => `De rol ${given.role} bestaat niet. Kies bijvoorbeeld manager, coordinator of policy-adviser.`,
    en: (given) => `There is no role ${given.role}. Choose for example manager, coordinator or policy-adviser.`,
  },
  'organisation-exists': {
    nl: (given) => `De organisatie ${given.name} is er al.`,
    en: (given) => `The organisation ${given.name} exists already.`,
  },
  'provision-ambiguous': {
    nl: () => 'Meer dan één organisatie voert dit hier uit. Zeg welke organisatie je bedoelt.',
    en: () => 'More than one organisation carries this out here. Say which organisation you mean.',
  },
  'grant-out-of-reach': {
    nl: () =>
      'Deze rol kun je niet geven. Dat kan niet aan jezelf, en niet buiten je eigen gebied. Vraag een andere beheerder.',
    en: () =>
      'You cannot give this role. That is never to yourself, and never beyond your own area. Ask another administrator.',
  },
  'grant-needs-organisation': {
    nl: () => 'Met deze rol werkt iemand aan dossiers van een organisatie. Kies de organisatie.',
    en: () => 'With this role somebody works on the files of an organisation. Choose the organisation.',
  },
  'email-wrong': {
    nl: () => 'Dit is geen e-mailadres. Schrijf het als naam@organisatie.nl.',
    en: () => 'This is no e-mail address. Write it as name@organisation.nl.',
  },
  'email-in-use': {
    nl: () => 'Dit e-mailadres is al van iemand. Iedereen heeft een eigen adres. Vul een ander adres in.',
    en: () => 'This e-mail address belongs to somebody already. Everyone has an own address. Fill in another one.',
  },
  'person-unknown': {
    nl: () => 'Deze persoon kennen we niet. Geef het e-mailadres of de volledige naam.',
    en: () => 'We do not know this person. Give the e-mail address or the full name.',
  },
  'operator-missing': {
    nl: () => 'De ingebouwde beheerder ontbreekt in deze database. Herstel een reservekopie.',
    en: () => 'The built-in operator is missing from this database. Restore a backup.',
  },
  'demo-holds-real-records': {
    nl: () => 'Deze database bevat echte gegevens. Er is niets veranderd.',
    en: () => 'This database holds real records. Nothing was changed.',
  },
  'not-yourself': {
    nl: () => 'Jezelf kun je niet uitzetten. Vraag een andere beheerder.',
    en: () => 'You cannot switch yourself off. Ask another administrator.',
  },
  'team-exists': {
    nl: (given) => `Er is hier al een team met de naam ${given.name}. Kies een andere naam.`,
    en: (given) => `There is a team with the name ${given.name} here already. Choose another name.`,
  },
  'team-closed': {
    nl: () => 'Dit team is gesloten. Kies een ander team.',
    en: () => 'This team is closed. Choose another team.',
  },
  'team-works-elsewhere': {
    nl: () =>
      'Dit team werkt ook in een gemeente die jij niet beheert. Vraag een beheerder van de hele regio om de naam. Er is niets veranderd.',
    en: () =>
      'This team also works in a municipality that you do not manage. Ask a manager of the whole region for the name. Nothing changed.',
  },
  'team-in-use': {
    nl: () =>
      'In dit team werken nog mensen, of er loopt nog aanbod, misschien in een andere gemeente. Haal dat eerst weg. Er is niets veranderd.',
    en: () =>
      'People still work in this team, or a provision still runs, perhaps in another municipality. Take that away first. Nothing changed.',
  },
  'review-own': {
    nl: () => 'Je eigen rechten kijkt een ander na.',
    en: () => 'Your own rights are checked by somebody else.',
  },
  'review-by-group': {
    nl: () =>
      'Dit recht komt van een groep van de organisatie. Haal de persoon daar uit de groep, of haal de groep weg bij Inloggen via de organisatie. Er is niets veranderd.',
    en: () =>
      'This right comes from a group of the organisation. Take the person out of the group there, or take the group away at Signing in through the organisation. Nothing changed.',
  },
  'review-reason': {
    nl: () => 'Schrijf kort op waarom: minstens drie en hoogstens 300 tekens.',
    en: () => 'Write down briefly why: at least three and at most 300 characters.',
  },
  'on-or-off': {
    nl: () => 'Kies on of off.',
    en: () => 'Choose on or off.',
  },
  'settings-wrong': {
    nl: () => 'De instellingen van deze machine kloppen niet.',
    en: () => 'The settings of this machine are wrong.',
  },
  'cannot-start': {
    nl: () => 'Voorveld kan hier nu niet starten.',
    en: () => 'Voorveld cannot start here now.',
  },
})
