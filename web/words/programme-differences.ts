import { defineWords } from './words.ts'

/** What changed between two versions, in sentences; `what` is a thing with its name, such as `Fase ‘Intake’`. */
export const differenceWords = defineWords({
  nl: {
    thing: (one: string, name: string) => (name === '' ? one : `${one} ‘${name}’`),
    inside: (thing: string, row: string) => `${thing}, ${row}`,
    came: (what: string) => `${what} is erbij gekomen.`,
    went: (what: string) => `${what} is weg.`,
    renamed: (what: string, name: string) => `${what} heet nu ‘${name}’.`,
    asksNow: (what: string, ask: string) => `${what} is nu: ‘${ask}’`,
    required: (what: string) => `${what} is verplicht geworden.`,
    notRequired: (what: string) => `${what} hoeft niet meer beantwoord te worden.`,
    on: (what: string, label: string) => `${what}: ‘${label}’ staat nu aan.`,
    off: (what: string, label: string) => `${what}: ‘${label}’ staat nu uit.`,
    set: (what: string, label: string, to: string) => `${what}: ‘${label}’ is nu ${to}.`,
    changed: (what: string, label: string, from: string, to: string) =>
      `${what}: ‘${label}’ was ${from} en is nu ${to}.`,
    emptied: (what: string, label: string, from: string) => `${what}: ‘${label}’ was ${from} en is nu leeg.`,
  },
  en: {
    thing: (one: string, name: string) => (name === '' ? one : `${one} ‘${name}’`),
    inside: (thing: string, row: string) => `${thing}, ${row.charAt(0).toLowerCase()}${row.slice(1)}`,
    came: (what: string) => `${what} was added.`,
    went: (what: string) => `${what} is gone.`,
    renamed: (what: string, name: string) => `${what} is now called ‘${name}’.`,
    asksNow: (what: string, ask: string) => `${what} now asks: ‘${ask}’`,
    required: (what: string) => `${what} must be answered now.`,
    notRequired: (what: string) => `${what} need not be answered any more.`,
    on: (what: string, label: string) => `${what}: ‘${label}’ is on now.`,
    off: (what: string, label: string) => `${what}: ‘${label}’ is off now.`,
    set: (what: string, label: string, to: string) => `${what}: ‘${label}’ is now ${to}.`,
    changed: (what: string, label: string, from: string, to: string) =>
      `${what}: ‘${label}’ was ${from} and is now ${to}.`,
    emptied: (what: string, label: string, from: string) => `${what}: ‘${label}’ was ${from} and is empty now.`,
  },
})
