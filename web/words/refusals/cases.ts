import { defineRefusals } from '../refusal.ts'

export const casesRefusals = defineRefusals({
  'phase-unknown': {
    nl: (given) => `De fase ${given.phase} hoort niet bij dit programma. Er is niets bewaard.`,
    en: (given) => `The phase ${given.phase} is not part of this programme. Nothing was saved.`,
  },
  'history-out-of-order': {
    nl: () => 'De gebeurtenissen staan niet op volgorde van dag. Kijk de dagen na. Er is niets bewaard.',
    en: () => 'The events are not in the order of their days. Check the days. Nothing was saved.',
  },
  'provision-ended': {
    nl: (given) =>
      `Dit aanbod is gestopt${given.endsOn === undefined ? '' : ` op ${given.endsOn}`}. Een nieuw traject kan er niet meer in beginnen. Er is niets bewaard. Zoek samen een ander aanbod.`,
    en: (given) =>
      `This provision has ended${given.endsOn === undefined ? '' : ` on ${given.endsOn}`}. A new trajectory can no longer begin in it. Nothing was saved. Look together for another provision.`,
  },
  'ends-after-provision': {
    nl: (given) =>
      `Let op: dit traject kan duren tot ${given.plannedEnd}, en dit aanbod stopt op ${given.endsOn}. Spreek af wat er daarna is.`,
    en: (given) =>
      `Note: this trajectory may last until ${given.plannedEnd}, and this provision ends on ${given.endsOn}. Agree what comes after that.`,
  },
  'anchor-unknown': {
    nl: (given) => `Het begin ${given.anchor} hoort niet bij dit programma. Er is niets bewaard.`,
    en: (given) => `The anchor ${given.anchor} is not part of this programme. Nothing was saved.`,
  },
  'anchor-of-phase': {
    nl: (given) => `De dag van “${given.nl}” volgt uit de stap zelf. Verbeter de dag van die stap als hij niet klopt.`,
    en: (given) =>
      `The day of “${given.en}” follows from the step itself. Correct the day of that step if it is wrong.`,
  },
  'milestone-unknown': {
    nl: (given) => `Het moment ${given.milestone} hoort niet bij dit programma. Er is niets bewaard.`,
    en: (given) => `The milestone ${given.milestone} is not part of this programme. Nothing was saved.`,
  },
  'programme-about-person': {
    nl: () => 'Dit programma gaat over één persoon. Een medewerker begint het, in het dossier van die persoon.',
    en: () => 'This programme is about one person. A worker begins it, in the file of that person.',
  },
  'programme-about-group': {
    nl: () => 'Dit programma gaat over een groep. Begin het bij Trajecten, zonder naam en zonder dossier.',
    en: () => 'This programme is about a group. Begin it at Trajectories, without a name and without a file.',
  },
  'programme-about-people': {
    nl: () => 'Dit programma gaat over een gezin of een persoon, en niet over een groep. Begin een dossier.',
    en: () => 'This programme is about a family or a person, and not about a group. Begin a file.',
  },
  'question-unknown': {
    nl: (given) => `Op de vraag ${given.question} kun je hier geen antwoord geven. Er is niets bewaard.`,
    en: (given) => `The question ${given.question} cannot be answered here. Nothing was saved.`,
  },
  'event-unknown': {
    nl: () => 'Wat je wilt verbeteren staat niet in dit traject. Laad de pagina opnieuw en kijk nog eens.',
    en: () => 'What you want to correct is not in this trajectory. Load the page again and look once more.',
  },
  'changed-meanwhile': {
    nl: () => 'Iemand anders heeft dit net veranderd. Bekijk eerst wat er nu staat. Je eigen tekst is er nog.',
    en: () => 'Somebody else has just changed this. Look first at what it says now. Your own text is still there.',
  },
  'day-in-future': {
    nl: () => 'Deze dag moet nog komen. Kies vandaag of een dag ervoor.',
    en: () => 'This day is still to come. Choose today or an earlier day.',
  },
  'contact-minutes': {
    nl: (given) => `Vul hele minuten in, van 0 tot ${given.most}. Duurde het langer? Leg het vast als twee contacten.`,
    en: (given) => `Fill in whole minutes, from 0 to ${given.most}. Did it last longer? Record it as two contacts.`,
  },
  'contact-text-nowhere': {
    nl: () => 'Een tekst hoort in het dossier van één persoon. Laat de tekst hier leeg en schrijf hem in dat dossier.',
    en: () => 'A text belongs in the file of one person. Leave it empty here and write it in that file.',
  },
  'last-worker': {
    nl: () => 'Je bent de enige die hieraan werkt. Draag het over aan een collega, of sluit het traject eerst af.',
    en: () => 'You are the only one who works on this. Hand it over to a colleague, or close the trajectory first.',
  },
  'colleague-unknown': {
    nl: () => 'Kies een collega uit de lijst.',
    en: () => 'Choose a colleague from the list.',
  },
  'child-file-by-worker': {
    nl: () =>
      'Je werkt al met een ouder, en je leidt dit aanbod. Vraag een collega om het dossier van het kind te openen.',
    en: () =>
      'You work with a parent already, and you lead this provision. Ask a colleague to open the file of the child.',
  },
})
