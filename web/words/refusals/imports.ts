import { formatNumber } from '../format.ts'
import { defineRefusals } from '../refusal.ts'
import type { Lang } from '../words.ts'

type Filled = string | number | undefined

const number = (lang: Lang, n: Filled): string => (typeof n === 'number' ? formatNumber(lang, n) : String(n))
const count = (lang: Lang, n: Filled, one: string, many: string): string => `${number(lang, n)} ${n === 1 ? one : many}`

export const importRefusals = defineRefusals({
  'file-is-empty': {
    nl: () => 'Dit bestand is leeg. Kies een bestand met een rij kolomnamen en daaronder de gezinnen.',
    en: () => 'This file is empty. Choose a file with a row of column names and the families below it.',
  },
  'file-missing': {
    nl: () => 'Kies eerst een bestand.',
    en: () => 'Choose a file first.',
  },
  'file-unreadable': {
    nl: (given) => `Het bestand ${given.file} kunnen we niet lezen. Staat de naam er goed, en mag je erbij?`,
    en: (given) => `We cannot read the file ${given.file}. Is its name right, and may you open it?`,
  },
  'mapping-file-wrong': {
    nl: () =>
      'Het bestand achter --mapping is geen lijst van kolommen in JSON. Schrijf bijvoorbeeld {"plaats": "village"}.',
    en: () => 'The file after --mapping is no list of columns in JSON. Write for example {"town": "village"}.',
  },
  'file-has-header-only': {
    nl: () => 'In dit bestand staan alleen kolomnamen. Kies een bestand waar onder de kolomnamen ook gezinnen staan.',
    en: () => 'This file holds column names only. Choose a file that also holds families below the column names.',
  },
  'file-too-big': {
    nl: (given) => `Dit bestand is groter dan ${given.most} MB. Verdeel het over meer bestanden. Er is niets bewaard.`,
    en: (given) => `This file is larger than ${given.most} MB. Split it into more files. Nothing was kept.`,
  },
  'file-is-zip': {
    nl: () => 'Dit is een zipbestand, en geen lijst. Pak het uit en kies daaruit het bestand met de gezinnen.',
    en: () => 'This is a zip file and no list. Unpack it and choose from it the file with the families.',
  },
  'file-is-old-workbook': {
    nl: () =>
      'Dit is een oude of een bijzondere soort Excel-bestand (.xls of .xlsb). Open het in Excel, kies Opslaan als, en kies Excel-werkmap (.xlsx). Haal dat bestand binnen.',
    en: () =>
      'This is an old or special kind of Excel file (.xls or .xlsb). Open it in Excel, choose Save as, and choose Excel workbook (.xlsx). Then bring in that file.',
  },
  'file-is-ods': {
    nl: () =>
      'Dit is een bestand van LibreOffice of OpenOffice (.ods). Open het, kies Opslaan als, en kies Excel (.xlsx) of CSV. Haal dat bestand binnen.',
    en: () =>
      'This is a file of LibreOffice or OpenOffice (.ods). Open it, choose Save as, and choose Excel (.xlsx) or CSV. Then bring in that file.',
  },
  'file-is-encrypted': {
    nl: () =>
      'Op dit bestand zit een wachtwoord. Open het, haal het wachtwoord eraf, sla het op en haal het opnieuw binnen. Er is niets bewaard.',
    en: () =>
      'This file has a password. Open it, take the password off, save it and bring it in again. Nothing was kept.',
  },
  'file-has-macros': {
    nl: () =>
      'In dit bestand zitten macro’s. Die nemen we niet aan. Open het, kies Opslaan als, en kies Excel-werkmap (.xlsx) zonder macro’s.',
    en: () =>
      'This file holds macros, which we do not take. Open it, choose Save as, and choose Excel workbook (.xlsx) without macros.',
  },
  'workbook-damaged': {
    nl: () =>
      'Dit Excel-bestand is beschadigd, of het is iets anders. Open het in Excel, sla het opnieuw op en probeer het nog eens. Er is niets bewaard.',
    en: () =>
      'This Excel file is damaged, or it is something else. Open it in Excel, save it anew and try again. Nothing was kept.',
  },
  'workbook-too-big': {
    nl: (given) =>
      `Dit Excel-bestand wordt uitgepakt groter dan ${given.most} MB. Laat alleen het blad met de gezinnen over. Er is niets bewaard.`,
    en: (given) =>
      `Unpacked, this Excel file is larger than ${given.most} MB. Leave only the sheet with the families. Nothing was kept.`,
  },
  'too-many-sheets': {
    nl: (given) =>
      `Dit Excel-bestand heeft meer dan ${given.most} bladen. Laat alleen het blad met de gezinnen over. Er is niets bewaard.`,
    en: (given) =>
      `This Excel file has more than ${given.most} sheets. Leave only the sheet with the families. Nothing was kept.`,
  },
  'sheet-unknown': {
    nl: (given) => `Dat blad staat niet in dit bestand. Kies uit: ${given.sheets}.`,
    en: (given) => `That sheet is not in this file. Choose from: ${given.sheets}.`,
  },
  'sheet-not-chosen': {
    nl: () => 'Dit bestand heeft meer bladen. Kies eerst het blad waar de gezinnen op staan.',
    en: () => 'This file has more sheets. First choose the sheet that holds the families.',
  },
  'file-is-pdf': {
    nl: () =>
      'Dit is een pdf. Daar kunnen we geen rijen uit lezen. Sla de lijst op als Excel of CSV en haal dat bestand binnen.',
    en: () => 'This is a PDF, from which we cannot read rows. Save the list as Excel or CSV and bring in that file.',
  },
  'file-is-utf16': {
    nl: () =>
      'Dit bestand is opgeslagen als Unicode-tekst (UTF-16). Sla het op als CSV UTF-8 en haal dat bestand binnen.',
    en: () => 'This file was saved as Unicode text (UTF-16). Save it as CSV UTF-8 and bring in that file.',
  },
  'file-is-binary': {
    nl: () => 'Dit bestand is geen tekst. Sla de lijst op als CSV en haal dat bestand binnen. Er is niets bewaard.',
    en: () => 'This file is no text. Save the list as CSV and bring in that file. Nothing was kept.',
  },
  'file-holds-bsn': {
    nl: (given) =>
      `In dit bestand staat iets dat een burgerservicenummer kan zijn, op regel ${given.row}. Een BSN mag hier niet in. Haal die kolom of dat nummer weg en haal het bestand opnieuw binnen. Er is niets bewaard.`,
    en: (given) =>
      `This file holds something that can be a citizen service number (BSN), on line ${given.row}. A BSN may not be kept here. Remove that column or number and bring the file in again. Nothing was kept.`,
  },
  'file-imported-before': {
    nl: (given) => `Dit bestand is al eerder binnengehaald, op ${given.on}. Er is niets toegevoegd.`,
    en: (given) => `This file was brought in before, on ${given.on}. Nothing was added.`,
  },
  'no-columns': {
    nl: () =>
      'In dit bestand zien we geen kolommen. Zet kolomnamen op de eerste regel, gescheiden door puntkomma’s, komma’s of tabs.',
    en: () =>
      'We see no columns in this file. Put column names on the first line, parted by semicolons, commas or tabs.',
  },
  'too-many-columns': {
    nl: (given) => `Dit bestand heeft meer dan ${given.most} kolommen. Laat alleen de kolommen over die nodig zijn.`,
    en: (given) => `This file has more than ${given.most} columns. Leave only the columns that are needed.`,
  },
  'too-many-rows': {
    nl: (given) =>
      `Dit bestand heeft meer dan ${number('nl', given.most)} regels. Verdeel het over meer bestanden en haal die na elkaar binnen. Er is niets bewaard.`,
    en: (given) =>
      `This file has more than ${number('en', given.most)} rows. Split it into more files and bring them in one after the other. Nothing was kept.`,
  },
  'too-many-cells': {
    nl: () =>
      'Dit bestand heeft veel meer vakjes dan een registratie nodig heeft. Haal lege kolommen weg en probeer het opnieuw.',
    en: () => 'This file has far more cells than a register needs. Remove empty columns and try again.',
  },
  'line-too-long': {
    nl: (given) =>
      `Regel ${given.row} is langer dan ${number('nl', given.most)} tekens. Waarschijnlijk ontbreekt daar een regeleinde of een aanhalingsteken.`,
    en: (given) =>
      `Line ${given.row} is longer than ${number('en', given.most)} characters. A line end or a quote is probably missing there.`,
  },
  'cell-too-long': {
    nl: (given) =>
      `Op regel ${given.row} staat een vakje met meer dan ${number('nl', given.most)} tekens. Maak het korter en probeer het opnieuw.`,
    en: (given) =>
      `Line ${given.row} holds a cell of more than ${number('en', given.most)} characters. Make it shorter and try again.`,
  },
  'quotes-wrong': {
    nl: (given) =>
      `Op regel ${given.row} begint een aanhalingsteken dat nergens eindigt. Zet er een bij of haal het weg.`,
    en: (given) => `On line ${given.row} a quote opens that never closes. Add one, or remove it.`,
  },
  'column-without-name': {
    nl: (given) => `Kolom ${given.number} heeft geen naam. Zet op de eerste regel boven elke kolom een naam.`,
    en: (given) => `Column ${given.number} has no name. Put a name above each column on the first line.`,
  },
  'column-twice': {
    nl: (given) => `De kolom “${given.column}” staat er twee keer in. Geef elke kolom een eigen naam.`,
    en: (given) => `The column “${given.column}” is there twice. Give each column a name of its own.`,
  },
  'mapping-column-unknown': {
    nl: (given) => `De kolom “${given.column}” staat niet in dit bestand. Kijk de kolomnamen na.`,
    en: (given) => `The column “${given.column}” is not in this file. Check the column names.`,
  },
  'mapping-target-unknown': {
    nl: (given) =>
      `De kolom “${given.column}” kan hier niet “${given.target}” betekenen. Kies iets anders, of laat de kolom weg.`,
    en: (given) =>
      `The column “${given.column}” cannot mean “${given.target}” here. Choose something else, or leave the column out.`,
  },
  'mapping-target-twice': {
    nl: (given) =>
      `De kolommen “${given.one}” en “${given.other}” betekenen nu hetzelfde. Kies bij een van de twee iets anders.`,
    en: (given) =>
      `The columns “${given.one}” and “${given.other}” now mean the same. Choose something else for one of them.`,
  },
  'mapping-misses': {
    nl: (given) =>
      `Geen enkele kolom geeft antwoord op “${given.nl}” Dat hebben we van elk gezin nodig. Wijs een kolom aan.`,
    en: (given) => `No column answers “${given.en}” We need that of every family. Point out a column.`,
  },
  'holds-on-wrong': {
    nl: () => 'De dag voor regels zonder datum bestaat niet, of moet nog komen. Kies vandaag of een dag ervoor.',
    en: () => 'The day for rows without one does not exist, or is still to come. Choose today or an earlier day.',
  },
  'correction-elsewhere': {
    nl: () => 'Dit vakje staat niet in het bestand. Laad de pagina opnieuw en probeer het nog eens.',
    en: () => 'This cell is not in the file. Load the page again and try once more.',
  },
  'correction-holds-bsn': {
    nl: (given) =>
      `Wat je bij regel ${given.row} invulde, kan een burgerservicenummer zijn. Een BSN mag hier niet in. Het is niet bewaard.`,
    en: (given) =>
      `What you filled in at line ${given.row} can be a citizen service number. A BSN may not be kept here. It was not kept.`,
  },
  'too-many-corrections': {
    nl: (given) =>
      `Meer dan ${number('nl', given.most)} vakjes verbeteren gaat beter in het bestand zelf. Stop deze import en haal het nieuwe bestand binnen.`,
    en: (given) =>
      `More than ${number('en', given.most)} cells are better put right in the file itself. Stop this import and bring in the new file.`,
  },
  'import-not-checked': {
    nl: () => 'De regels zijn nog niet nagekeken. Zeg eerst wat er in de kolommen staat.',
    en: () => 'The rows have not been checked yet. First say what the columns hold.',
  },
  'import-has-faults': {
    nl: (given) =>
      `Met ${count('nl', given.rows, 'regel', 'regels')} is iets aan de hand. Verbeter dat, of kies ervoor alleen de goede regels op te slaan. Er is nog niets opgeslagen.`,
    en: (given) =>
      `Something is wrong with ${count('en', given.rows, 'row', 'rows')}. Put that right, or choose to save the good rows only. Nothing was saved yet.`,
  },
  'import-nothing-good': {
    nl: () => 'Er is geen enkele goede regel om op te slaan. Verbeter de regels eerst.',
    en: () => 'There is not one good row to save. Put the rows right first.',
  },
  'import-over': {
    nl: () =>
      'Deze import is voorbij, dus dit kan niet meer. Kijk in de lijst hoe het afliep, of begin opnieuw met het bestand.',
    en: () =>
      'This import is over, so this can no longer be done. See in the list how it ended, or start again with the file.',
  },
  'import-busy': {
    nl: () => 'Deze import wordt nu opgeslagen. Wacht even. Daarna kun je hem ongedaan maken.',
    en: () => 'This import is being saved now. Wait a moment. After that you can undo it.',
  },
  'import-not-done': {
    nl: () => 'Deze import is niet opgeslagen, dus er is niets om ongedaan te maken.',
    en: () => 'This import was not saved, so there is nothing to undo.',
  },
  'import-surroundings-changed': {
    nl: () =>
      'Intussen is er iets veranderd aan de kernen, de vragen of de instellingen. Er is niets opgeslagen. Haal het bestand opnieuw binnen.',
    en: () =>
      'Meanwhile something changed in the villages, the questions or the settings. Nothing was saved. Bring the file in again.',
  },
  'import-cancelled': {
    nl: () => 'Het opslaan is gestopt. Er is niets opgeslagen.',
    en: () => 'Saving was stopped. Nothing was saved.',
  },
  'import-stopped': {
    nl: () => 'Het opslaan is halverwege gestopt. Er is niets opgeslagen. Haal het bestand opnieuw binnen.',
    en: () => 'Saving stopped halfway. Nothing was saved. Bring the file in again.',
  },
  'mapping-name': {
    nl: (given) => `Geef de indeling een naam van hoogstens ${given.most} tekens.`,
    en: (given) => `Give the mapping a name of at most ${given.most} characters.`,
  },
  'mapping-name-bsn': {
    nl: () => 'In deze naam staat iets dat een burgerservicenummer kan zijn. Kies een andere naam.',
    en: () => 'This name holds something that can be a citizen service number. Choose another name.',
  },
  'column-word-wrong': {
    nl: (given) => `Een woord voor een kolom heeft minstens één letter of cijfer en hoogstens ${given.most} tekens.`,
    en: (given) => `A word for a column has at least one letter or digit and at most ${given.most} characters.`,
  },
  'column-word-target-unknown': {
    nl: () => 'Dit programma stelt die vraag niet. Kies wat de kolom betekent uit de lijst.',
    en: () => 'This programme does not ask that. Choose from the list what the column means.',
  },
})
