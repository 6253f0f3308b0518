import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { definitionIn, faultsWith } from '../../tests/support/programmes.ts'

const GROUP = 'programmes/youth-supporters.json'
const ages = { code: 'ages', type: 'ages', asked: 'registration', ask: { nl: 'Hoe oud?', en: 'How old?' } }
const asked = { ...ages, columns: [], purpose: { nl: 'Tellen.', en: 'To count.' }, keepMonths: 12 }

test.each([
  ['the ages of children', { '/questions/-': asked }, '/questions/4'],
  ['what residents ask', { '/receivesRequests': true }, '/receivesRequests'],
  ['what others hand over', { '/takesHandOver': ['money'] }, '/takesHandOver'],
  ['volunteers of a family', { '/roles/volunteer': ['volunteer'] }, '/roles/volunteer'],
])('[R-054] a programme about a group has no place for %s', (_, changes, at) => {
  expect(faultsWith(changes, GROUP)).toContain(`${at} definition-group-of-people`)
})

test('[R-054] tracks of persons and the voice of a child are not for a group', () => {
  const tracks = {
    question: 'theme',
    each: [
      { code: 'home', person: 'adult', questions: [] },
      { code: 'together', person: 'child', questions: [] },
    ],
  }
  expect(faultsWith({ '/tracks': tracks }, GROUP)).toContain('/tracks definition-tracks-of-family')
  expect(faultsWith({ '/childVoice': { phases: ['closed'], milestones: [] } }, GROUP)).toContain(
    '/childVoice definition-voice-of-family',
  )
})

test('[R-054] the shipped programmes that count groups or rooms are about a group', () => {
  const shipped = readdirSync('programmes').filter((file) => file.endsWith('.json'))
  const ofGroups = shipped.map((file) => definitionIn(`programmes/${file}`)).filter(({ about }) => about === 'group')
  expect(ofGroups.map(({ code }) => code).toSorted()).toEqual([
    'neighbourhood-room',
    'open-day-activities',
    'youth-supporters',
  ])
})
