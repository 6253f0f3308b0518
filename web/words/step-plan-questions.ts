import { defineWords } from './words.ts'

/** Questions of the step plan and the buttons for what changes in a life: adding them, who gets them, and taking them away. */
export const planQuestionWords = defineWords({
  nl: {
    addQuestion: 'Voeg een vraag toe',
    newQuestionTitle: 'Een nieuwe vraag',
    newQuestionLead:
      'Begin met de vraag en hoe iemand kan antwoorden. De vraag komt achteraan en is voor iedereen. Dat kun je daarna veranderen.',
    kind: 'Hoe iemand antwoordt',
    kindHint: 'Dit kun je later niet veranderen.',
    kinds: { choice: 'Eén antwoord', many: 'Meer antwoorden mogen', 'yes-no-unknown': 'Ja, nee of weet ik niet' },
    kindOf: 'Hoe iemand antwoordt:',
    mostAsked: (n: number) => `Nu krijgt iemand hoogstens ${n} vragen.`,
    required: 'Deze vraag moet beantwoord worden',
    requiredHint: 'Zonder vinkje kan iemand de vraag overslaan.',
    askedOfAll: 'Iedereen krijgt deze vraag.',
    askedOf: (question: string) => `Alleen wie bij ‘${question}’ een van deze antwoorden gaf`,
    dependOn: 'Alleen na een bepaald antwoord op de vraag',
    dependOnOther: 'Of na een antwoord op een andere vraag',
    dependHint: 'Kies een vraag die eerder komt, en druk op ‘Voeg toe’. Daarna kies je de antwoorden.',
    ofEverybody: 'Stel de vraag aan iedereen',
    optionsFixed:
      'Deze antwoorden blijven, in deze volgorde. Elk antwoord kiest een weg. Je kunt alleen de woorden veranderen. Lees ze goed na: een antwoord moet hetzelfde blijven betekenen.',
    meaning: {
      now: 'Wie dit kiest, ziet eerst 112 en Veilig Thuis, en krijgt dan de weg voor wie bang is.',
      afraid: 'Wie dit kiest, krijgt de weg voor wie bang is.',
      'not-afraid': 'Wie dit kiest, krijgt de gewone weg.',
    },
    safetyStays:
      'Deze vraag komt altijd als eerste, bij iedereen, en kan niet weg. Zo blijft de weg van wie bang is veilig.',
    removeQuestion: 'Haal deze vraag weg',
    removeQuestionWhat: 'De vraag gaat uit het concept, met wat voorbeelden erop antwoorden.',
    removeQuestionNamed:
      'Deze vraag wordt nog genoemd op de plekken hieronder. Haal je hem weg, dan kloppen die niet meer. Het plan kan pas openbaar als je ze herstelt.',
    named: (answers: string) => `Wordt nog genoemd: ${answers}`,
    namedWhat:
      'Haal je het antwoord toch weg, dan kloppen deze plekken niet meer. Het plan kan pas openbaar als je ze herstelt.',
    removeAnyway: 'Haal het toch weg',

    changes: 'Knoppen bij de stappen',
    changesLead:
      'Er verandert iets in het leven van een bezoeker. Een druk op de knop verandert het antwoord, en maakt de stappen opnieuw. Wie bang is, ziet deze knoppen niet.',
    change: 'Knop',
    changesWhat: 'Verandert',
    addChange: 'Voeg een knop toe',
    newChangeTitle: 'Een nieuwe knop',
    newChangeLead: 'Schrijf wat er veranderde, zoals een bezoeker het zou zeggen. Daarna kies je wat de knop doet.',
    setsLead: 'Iemand ziet de knop als één van deze groepen helemaal klopt.',
    becomes: (question: string) => `‘${question}’ wordt`,
    becomesIs: (question: string, answers: string) => `‘${question}’ wordt ${answers}`,
    unset: 'Verander dit antwoord niet',
    setAdd: 'Verander ook het antwoord op',
    setFirst: 'Verander het antwoord op',
    setHint: 'Kies een vraag en druk op ‘Voeg toe’. Daarna kies je het antwoord.',
    removeChange: 'Haal deze knop weg',
    removeChangeWhat: 'De knop gaat uit het concept.',

    safetyReworded: 'De vraag naar angst heeft andere woorden',
    safetyRewordedLead:
      'Van deze vraag hangt af of iemand de veilige weg krijgt. Lees de nieuwe woorden nog eens, met wat elk antwoord doet.',
    safetyReadLabel: 'Nagelezen',
    safetyRead: 'Ik las de vraag en elk antwoord. Ze betekenen hetzelfde als eerst.',
  },
  en: {
    addQuestion: 'Add a question',
    newQuestionTitle: 'A new question',
    newQuestionLead:
      'Begin with the question and how somebody can answer. The question comes last and is for everybody. You can change that after this.',
    kind: 'How somebody answers',
    kindHint: 'You cannot change this later.',
    kinds: { choice: 'One answer', many: 'More answers may be given', 'yes-no-unknown': 'Yes, no or I do not know' },
    kindOf: 'How somebody answers:',
    mostAsked: (n: number) => `Now somebody gets ${n} questions at most.`,
    required: 'This question has to be answered',
    requiredHint: 'Without a tick somebody can skip the question.',
    askedOfAll: 'Everybody gets this question.',
    askedOf: (question: string) => `Only who gave one of these answers to ‘${question}’`,
    dependOn: 'Only after a certain answer to the question',
    dependOnOther: 'Or after an answer to another question',
    dependHint: 'Choose a question that comes earlier, and press ‘Add’. You choose the answers after that.',
    ofEverybody: 'Ask the question of everybody',
    optionsFixed:
      'These answers stay, in this order. Each answer chooses a route. You can change the words only. Read them with care: an answer has to go on meaning the same.',
    meaning: {
      now: 'Whoever chooses this first sees 112 and Veilig Thuis, and then gets the route for who is afraid.',
      afraid: 'Whoever chooses this gets the route for who is afraid.',
      'not-afraid': 'Whoever chooses this gets the ordinary route.',
    },
    safetyStays:
      'This question always comes first, for everybody, and cannot be taken away. That keeps the route of who is afraid safe.',
    removeQuestion: 'Take this question away',
    removeQuestionWhat: 'The question goes out of the draft, with what examples answer to it.',
    removeQuestionNamed:
      'This question is still named in the places below. When you take it away, they are not right any more. The plan can be published only when you put them right.',
    named: (answers: string) => `Is still named: ${answers}`,
    namedWhat:
      'When you take the answer away all the same, these places are not right any more. The plan can be published only when you put them right.',
    removeAnyway: 'Take it away all the same',

    changes: 'Buttons beside the steps',
    changesLead:
      'Something changes in the life of a visitor. A press on the button changes the answer, and makes the steps anew. Who is afraid does not see these buttons.',
    change: 'Button',
    changesWhat: 'Changes',
    addChange: 'Add a button',
    newChangeTitle: 'A new button',
    newChangeLead: 'Write what changed, as a visitor would say it. After that you choose what the button does.',
    setsLead: 'Somebody sees the button when one of these groups holds as a whole.',
    becomes: (question: string) => `‘${question}’ becomes`,
    becomesIs: (question: string, answers: string) => `‘${question}’ becomes ${answers}`,
    unset: 'Do not change this answer',
    setAdd: 'Change the answer too of',
    setFirst: 'Change the answer of',
    setHint: 'Choose a question and press ‘Add’. You choose the answer after that.',
    removeChange: 'Take this button away',
    removeChangeWhat: 'The button goes out of the draft.',

    safetyReworded: 'The question about fear has other words',
    safetyRewordedLead:
      'On this question it depends whether somebody gets the safe route. Read the new words once more, with what each answer does.',
    safetyReadLabel: 'Read again',
    safetyRead: 'I read the question and each answer. They mean the same as before.',
  },
})
