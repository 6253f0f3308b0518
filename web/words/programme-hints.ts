import { defineWords } from './words.ts'

/** What stands beside a field of a programme. */
export const fieldHints = defineWords({
  nl: {
    summary: 'Dit lezen inwoners ook. Schrijf het zoals je het hardop zegt.',
    synonyms: 'Eén per regel. Hoofdletters maken niet uit.',
    'options/synonyms': 'Eén per regel.',
    columns: 'Eén per regel.',
    'columns/day': 'Eén per regel.',
    'columns/status': 'Eén per regel.',
    'columns/reason': 'Eén per regel.',
    'columns/key': 'Eén per regel.',
    through: 'Laat dit leeg, dan vullen we de kortste weg in.',
    special: 'Zo’n antwoord is nooit verplicht. We tellen het alleen in groepen.',
    purpose: 'Dit staat ook in het register van verwerkingen.',
    required: 'Vraag dit alleen als het echt niet zonder kan.',
    bands: 'Een zwangerschap is de groep van -1 tot en met -1.',
    unit: 'Bijvoorbeeld: kinderen.',
    takesHandOver: 'Een collega geeft dit alleen door als de inwoner dat goed vindt.',
  },
  en: {
    summary: 'Residents read this too. Write it as you would say it aloud.',
    synonyms: 'One per line. Capitals make no difference.',
    'options/synonyms': 'One per line.',
    columns: 'One per line.',
    'columns/day': 'One per line.',
    'columns/status': 'One per line.',
    'columns/reason': 'One per line.',
    'columns/key': 'One per line.',
    through: 'Leave this empty, and we fill in the shortest way.',
    special: 'Such an answer is never required. We only count it in groups.',
    purpose: 'This also stands in the register of processing.',
    required: 'Ask for this only when you cannot do without.',
    bands: 'A pregnancy is the group from -1 to -1.',
    unit: 'For example: children.',
    takesHandOver: 'A colleague hands this over only when the resident agrees.',
  },
})
