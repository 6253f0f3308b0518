import { defineRefusals } from '../refusal.ts'

/** Refusals to whoever runs the machine. */
export const runningRefusals = defineRefusals({
  'backup-exists': {
    nl: ({ file }) => `Het bestand ${file} is er al. Geef een andere naam, dan blijft de oude kopie bewaard.`,
    en: ({ file }) => `The file ${file} is there already. Give another name, and the old copy stays.`,
  },
  'backup-not-writable': {
    nl: ({ file }) => `In ${file} kan niet worden geschreven. Geef een map die er is en waarin je mag schrijven.`,
    en: ({ file }) => `We cannot write to ${file}. Give a folder that is there and that you may write to.`,
  },
  'backup-disk-full': {
    nl: ({ file }) =>
      `De schijf van ${file} is vol. De halve kopie is weer weg. Maak ruimte of geef een andere schijf.`,
    en: ({ file }) => `The disk of ${file} is full. The half copy is gone again. Make room or give another disk.`,
  },
  'backup-programs-missing': {
    nl: ({ postgres }) =>
      `Hiervoor zijn de programma’s van PostgreSQL nodig, en die staan hier niet. Haal op Debian postgresql-client-${postgres} binnen.`,
    en: ({ postgres }) =>
      `This needs the programs of PostgreSQL, and they are not here. On Debian install postgresql-client-${postgres}.`,
  },
  'backup-programs-old': {
    nl: ({ postgres, version }) =>
      `De programma’s van PostgreSQL hier zijn van versie ${version}. Nodig is versie ${postgres} of nieuwer: op Debian postgresql-client-${postgres}.`,
    en: ({ postgres, version }) =>
      `The programs of PostgreSQL here are of version ${version}. Version ${postgres} or newer is needed: on Debian postgresql-client-${postgres}.`,
  },
  'backup-program-failed': {
    nl: ({ told }) => `Het is niet gelukt en er is niets veranderd. PostgreSQL zei: ${told}.`,
    en: ({ told }) => `It did not work and nothing changed. PostgreSQL said: ${told}.`,
  },
  'backup-unknown': {
    nl: () =>
      'Dit bestand is geen reservekopie van Voorveld. Er is niets veranderd. Kijk of je het goede bestand hebt.',
    en: () => 'This file is no backup of Voorveld. Nothing changed. Check whether you have the right file.',
  },
  'backup-damaged': {
    nl: () =>
      'Deze reservekopie is beschadigd of niet heel overgekomen. Er is niets veranderd. Neem een andere kopie, of haal deze opnieuw op.',
    en: () =>
      'This backup is damaged or did not arrive whole. Nothing changed. Take another copy, or fetch this one again.',
  },
  'backup-newer': {
    nl: ({ version, here }) =>
      `Deze reservekopie is van een andere versie van Voorveld (${version}) dan hier staat (${here}), en hier onbekend. Er is niets veranderd. Zet eerst die versie neer, of een nieuwere.`,
    en: ({ version, here }) =>
      `This backup is of another version of Voorveld (${version}) than the one here (${here}), and not known here. Nothing changed. First install that version, or a newer one.`,
  },
  'backup-of-other-kind': {
    nl: ({ kind }) =>
      kind === 'embedded'
        ? 'Deze reservekopie is van de ingebouwde database. Zet die terug zonder DATABASE_URL, en verhuis daarna met voorveld move.'
        : 'Deze reservekopie is van een PostgreSQL-server. Zet DATABASE_URL naar een lege database op zo’n server.',
    en: ({ kind }) =>
      kind === 'embedded'
        ? 'This backup is of the embedded database. Restore it without DATABASE_URL, and then move with voorveld move.'
        : 'This backup is of a PostgreSQL server. Set DATABASE_URL to an empty database on such a server.',
  },
  'restore-server-old': {
    nl: ({ postgres, version }) =>
      `De reservekopie komt van PostgreSQL ${postgres} en deze server is versie ${version}. Er is niets veranderd. Neem een server met versie ${postgres} of nieuwer.`,
    en: ({ postgres, version }) =>
      `The backup comes from PostgreSQL ${postgres} and this server is version ${version}. Nothing changed. Take a server of version ${postgres} or newer.`,
  },
  'restore-not-empty': {
    nl: ({ name }) =>
      `Deze database is niet leeg. Er is niets veranderd. Mag alles wat erin staat weg? Zeg dan --replace ${name}.`,
    en: ({ name }) =>
      `This database is not empty. Nothing changed. May everything in it go? Then say --replace ${name}.`,
  },
  'restore-in-use': {
    nl: () => 'Iemand gebruikt deze database nog. Er is niets veranderd. Stop Voorveld eerst en probeer het dan weer.',
    en: () => 'Somebody still uses this database. Nothing changed. Stop Voorveld first and then try again.',
  },
  'restore-counts-differ': {
    nl: ({ table }) =>
      `Niet alle rijen kwamen terug (${table}). Daarom is alles weer zoals het was. Neem een andere reservekopie.`,
    en: ({ table }) => `Not all rows came back (${table}). So everything is as it was again. Take another backup.`,
  },
  'restore-log-broken': {
    nl: () =>
      'Alles staat terug, maar de keten van het logboek klopt niet. Gebruik deze database niet voor echt werk. Kijk met voorveld audit verify wat er mis is.',
    en: () =>
      'Everything is back, but the chain of the log does not hold. Do not use this database for real work. See with voorveld audit verify what is wrong.',
  },
  'move-not-embedded': {
    nl: () => 'Er is hier geen ingebouwde database om te verhuizen. Haal DATABASE_URL weg bij deze opdracht.',
    en: () => 'There is no embedded database to move here. Leave DATABASE_URL out of this command.',
  },
  'move-not-empty': {
    nl: () => 'De database waar alles heen moet, is niet leeg. Er is niets veranderd. Maak een lege database.',
    en: () => 'The database to move to is not empty. Nothing changed. Make an empty database.',
  },
  'move-import-waiting': {
    nl: () =>
      'Er wacht nog een bestand dat wordt ingelezen. Er is niets veranderd. Start Voorveld, wacht tot dat klaar is en probeer het dan weer.',
    en: () =>
      'A file is still waiting to be brought in. Nothing changed. Start Voorveld, wait until that is done and then try again.',
  },
  'move-log-broken': {
    nl: () =>
      'De keten van het logboek klopt niet. Er is niets verhuisd. Kijk eerst met voorveld audit verify wat er mis is.',
    en: () =>
      'The chain of the log does not hold. Nothing has moved. First see with voorveld audit verify what is wrong.',
  },
})
