import type { Reason } from '../../capabilities/information/editing/attention.ts'
import type { Audience, Domain, Moment, PageLanguage } from '../../capabilities/information/front-matter.ts'
import type { State } from '../../capabilities/information/page.ts'
import type { PageFaultCode } from '../../capabilities/information/page-file.ts'
import type { Lang } from './words.ts'

const of = <Code extends string>(codes: Record<Lang, Record<Code, string>>) => codes

export const states = of<State>({
  nl: { draft: 'in de maak', tested: 'getest', approved: 'openbaar', retired: 'niet meer openbaar' },
  en: { draft: 'being written', tested: 'tested', approved: 'public', retired: 'no longer public' },
})

export const reasons = of<Reason>({
  nl: {
    ...{ review: 'moet worden nagekeken', uncertain: 'een feit klopt misschien niet meer' },
    'broken-link': 'een link leidt naar een pagina die niet op de site staat',
    'broken-outside': 'een site waar de tekst naartoe leidt, doet het niet meer',
    'older-than-dutch': 'de Nederlandse tekst is veranderd',
    'not-proofread': 'een machine vertaalde dit en niemand keek het na',
    'not-public-yet': 'nog niet openbaar',
  },
  en: {
    ...{ review: 'has to be looked at again', uncertain: 'a fact may no longer hold' },
    'broken-link': 'a link leads to a page that is not on the site',
    'broken-outside': 'a site that the text leads to no longer works',
    'older-than-dutch': 'the Dutch text has changed',
    'not-proofread': 'a machine translated this and nobody read it over',
    'not-public-yet': 'not public yet',
  },
})

export const languages = of<PageLanguage>({
  nl: { nl: 'Nederlands', en: 'Engels', ar: 'Arabisch', tr: 'Turks', pl: 'Pools', uk: 'Oekraïens' },
  en: { nl: 'Dutch', en: 'English', ar: 'Arabic', tr: 'Turkish', pl: 'Polish', uk: 'Ukrainian' },
})

export const audiences = of<Audience>({
  nl: {
    ...{ parent: 'ouders', child: 'kinderen van 6 tot en met 11', young: 'jongeren van 12 tot en met 17' },
    ...{ network: 'familie en vrienden', professional: 'wie met gezinnen werkt' },
  },
  en: {
    ...{ parent: 'parents', child: 'children of 6 to 11', young: 'young people of 12 to 17' },
    ...{ network: 'family and friends', professional: 'who works with families' },
  },
})

export const moments = of<Moment>({
  nl: {
    ...{ any: 'altijd', doubt: 'bij twijfel', 'splitting-up': 'als mensen uit elkaar gaan' },
    ...{ apart: 'als ze uit elkaar zijn', 'new-family': 'in een nieuw gezin' },
  },
  en: {
    ...{ any: 'always', doubt: 'in doubt', 'splitting-up': 'when people split up' },
    ...{ apart: 'when they are apart', 'new-family': 'in a new family' },
  },
})

export const domains = of<Domain>({
  nl: {
    ...{ children: 'kinderen', talking: 'praten', money: 'geld', home: 'wonen', rules: 'regels en recht' },
    ...{ safety: 'veiligheid', feelings: 'gevoel', help: 'hulp', family: 'familie en vrienden', site: 'deze site' },
  },
  en: {
    ...{ children: 'children', talking: 'talking', money: 'money', home: 'home', rules: 'rules and law' },
    ...{ safety: 'safety', feelings: 'feelings', help: 'help', family: 'family and friends', site: 'this site' },
  },
})

export const faults = of<PageFaultCode>({
  nl: {
    'raw-html': 'hier staat HTML. Schrijf gewone tekst.',
    'heading-order': 'deze kop slaat een stap over. Begin met ##, en gebruik ### alleen daaronder.',
    'not-in-format': 'dit kan niet in een tekst. Gebruik koppen, alinea’s, lijsten, vet en links.',
    'unknown-link': 'deze link kennen we niet. Schrijf pagina: met een adres, of https:// met een site.',
    'no-front-matter': 'er staat niets boven de tekst.',
    'unreadable-front-matter': 'wat boven de tekst staat, is niet te lezen.',
    'wrong-field': 'dit is niet goed ingevuld.',
    'empty-text': 'er staat nog geen tekst.',
    'too-long':
      'deze tekst is te lang. Hoogstens 60.000 tekens, en 10.000 zonder lege regel. Maak er twee pagina’s van.',
    'broken-link': 'deze pagina bestaat niet.',
    'unknown-helpline': 'dit nummer kennen we niet.',
    'unknown-fact': 'dit feit kennen we niet.',
    'fact-not-listed': 'dit feit staat niet bij de feiten.',
    'telling-title': 'het adres en de titel van het venster mogen niets zeggen over veiligheid.',
    'other-language-missing': 'deze pagina staat niet in de andere taal.',
    'differs-from-dutch': 'dit verschilt van de Nederlandse tekst.',
  },
  en: {
    'raw-html': 'this is HTML. Write plain text.',
    'heading-order': 'this heading skips a step. Begin with ##, and use ### below it only.',
    'not-in-format': 'a text cannot hold this. Use headings, paragraphs, lists, bold and links.',
    'unknown-link': 'we do not know this link. Write pagina: with an address, or https:// with a site.',
    'no-front-matter': 'nothing stands above the text.',
    'unreadable-front-matter': 'what stands above the text cannot be read.',
    'wrong-field': 'this is not filled in right.',
    'empty-text': 'there is no text yet.',
    'too-long':
      'this text is too long. At most 60,000 characters, and 10,000 without an empty line. Make two pages of it.',
    'broken-link': 'this page does not exist.',
    'unknown-helpline': 'we do not know this number.',
    'unknown-fact': 'we do not know this fact.',
    'fact-not-listed': 'this fact is not among the facts.',
    'telling-title': 'the address and the title of the window may say nothing about safety.',
    'other-language-missing': 'this page is not there in the other language.',
    'differs-from-dutch': 'this differs from the Dutch text.',
  },
})
