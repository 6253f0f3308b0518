import { formatNumber } from './format.ts'
import { defineWords } from './words.ts'

/** Which sheet of a workbook is read. */
export const sheetWords = defineWords({
  nl: {
    fileHint: (mb: number, rows: number) =>
      `Excel (.xlsx) of CSV, hoogstens ${formatNumber('nl', mb)} MB en ${formatNumber('nl', rows)} regels.`,
    hidden: 'Ook verborgen regels en kolommen lezen we. Van een formule lezen we de uitkomst.',
    title: (sheets: number) => `Dit bestand heeft ${formatNumber('nl', sheets)} bladen`,
    ask: 'Op welk blad staan de gezinnen?',
    read: 'Lees dit blad',
    readNow: (sheet: string) => `We lezen het blad “${sheet}”.`,
    other: 'Kies een ander blad',
  },
  en: {
    fileHint: (mb: number, rows: number) =>
      `Excel (.xlsx) or CSV, at most ${formatNumber('en', mb)} MB and ${formatNumber('en', rows)} rows.`,
    hidden: 'Hidden rows and columns are read as well. Of a formula we read the outcome.',
    title: (sheets: number) => `This file has ${formatNumber('en', sheets)} sheets`,
    ask: 'Which sheet holds the families?',
    read: 'Read this sheet',
    readNow: (sheet: string) => `We read the sheet “${sheet}”.`,
    other: 'Choose another sheet',
  },
})
