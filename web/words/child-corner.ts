import { defineWords } from './words.ts'

/** What a child of 6 to 11 and a young person of 12 to 17 read on their own way in: short, kind, and nothing promised too much. */
export const childCornerWords = defineWords({
  nl: {
    child: {
      rights: 'Wat mag jij beslissen?',
      honest: 'Wie hoort wat jij vertelt?',
      alone: 'Je mag ons iets vragen zonder je ouders. Wij vertellen het niet zomaar aan hen.',
      tell: 'Denken we dat jij niet veilig bent? Dan moeten we er soms iemand bij halen. We zeggen dat eerst tegen jou, als dat kan.',
      more: 'Krijg je vaker hulp? Dan moeten je ouders dat meestal weten. Ze mogen dan vaak ook lezen wat wij opschrijven.',
      away: 'Komt er iemand aan?',
      awayText: 'Druk op ‘Snel weg’. Dan zie je het weer van morgen. Je telefoon onthoudt wel dat je hier was.',
      awayLink: 'Snel weg, naar het weer',
      awayMore: 'Hoe je dat weghaalt',
      other: 'Ben je 12 jaar of ouder? Kijk dan hier.',
    },
    young: {
      rights: 'Wat mag jij beslissen, en wanneer luistert een rechter?',
      honest: 'Wat er tussen ons blijft',
      alone: 'Je mag ons iets vragen zonder dat je ouders het weten. Wat je vertelt, gaat niet vanzelf naar hen.',
      tell: 'Denken we dat jij of iemand anders niet veilig is? Dan moeten we er soms iemand bij halen. Als het kan, hoor je dat eerst van ons.',
      more: 'Krijg je langer hulp? Of je ouders daarvan moeten weten, hangt af van je leeftijd. Vraag ons altijd wat zij mogen lezen.',
      away: 'Kijkt er iemand mee?',
      awayText:
        'Druk op ‘Snel weg’. Dan staat het weerbericht op je scherm. In je geschiedenis blijft deze site wel staan.',
      awayLink: 'Snel weg, naar het weerbericht',
      awayMore: 'Zo haal je hem uit je geschiedenis',
      other: 'Ben je jonger dan 12? Kijk dan hier.',
    },
  },
  en: {
    child: {
      rights: 'What may you decide?',
      honest: 'Who hears what you tell?',
      alone: 'You may ask us something without your parents. We do not just tell them.',
      tell: 'Do we think you are not safe? Then we sometimes have to bring in somebody. We tell you first, if we can.',
      more: 'Do you get help more often? Then your parents usually have to know. They may often read what we write down too.',
      away: 'Is somebody coming?',
      awayText: 'Press ‘Leave’. Then you see the weather for tomorrow. Your phone does remember that you were here.',
      awayLink: 'Leave now, to the weather',
      awayMore: 'How to take that away',
      other: 'Are you 12 or older? Then look here.',
    },
    young: {
      rights: 'What may you decide, and when does a judge listen?',
      honest: 'What stays between us',
      alone: 'You may ask us something without your parents knowing. What you tell does not go to them by itself.',
      tell: 'Do we think you or somebody else is not safe? Then we sometimes have to bring in somebody. If we can, you hear that from us first.',
      more: 'Do you get help for longer? Whether your parents have to know depends on your age. Always ask us what they may read.',
      away: 'Is somebody looking along?',
      awayText: 'Press ‘Leave’. Then the weather is on your screen. This site does stay in your history.',
      awayLink: 'Leave now, to the weather',
      awayMore: 'How to take it out of your history',
      other: 'Are you younger than 12? Then look here.',
    },
  },
})
