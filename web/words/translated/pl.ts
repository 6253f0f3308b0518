import type { TranslatedWords } from './form.ts'

export const polish: TranslatedWords = {
  layout: {
    product: 'Voorveld',
    toContent: 'Do treści',
    leave: 'Szybko wyjdź',
    leaveMore: 'z tej strony',
    languages: 'Język',
    siteNav: 'Na tej stronie',
    footNav: 'O tej stronie',
  },
  foot: 'Voorveld to wolne oprogramowanie. Gminy używają go, żeby pomagać rodzinom bezpłatnie i wcześnie.',
  start: 'Strona startowa po polsku',
  missing: {
    title: 'Tej strony nie ma',
    text: 'Może została usunięta albo nie ma jej jeszcze w tym języku. Sprawdź adres lub przejdź na stronę startową.',
  },
  privacy: 'Oświadczenie o prywatności',
  accessibility: 'Dostępność',
  unread: 'Ten tekst przetłumaczyła maszyna i nie sprawdził go jeszcze człowiek. Mogą w nim być błędy.',
  uncertain: 'W tym tekście jest coś, czego jeszcze nie sprawdzono. Dlatego jest tylko w tym przykładzie.',
  dutchOriginal: 'Oryginalny tekst po niderlandzku',
  inDutch: 'po niderlandzku',
  inEnglish: 'po angielsku',
  related: 'Przeczytaj też',
  sources: 'Skąd to pochodzi',
  sourceChecked: (day) => `sprawdzono ${day}`,
  reviewOn: (day) => `Tekst niderlandzki sprawdzimy ponownie przed ${day}.`,
  history: 'Ta strona zostaje w historii przeglądarki, ale jej nazwa niczego nie zdradza.',
  demo: 'To jest przykład. Miejsca i pomoc są wymyślone.',
  lineSite: (name) => `strona ${name}`,
  help: {
    title: 'Pomoc blisko ciebie',
    text: 'Porozmawiaj z kimś, kto pomoże się zastanowić. To nic nie kosztuje i nie trzeba podawać nazwiska.',
    ask: 'Zadaj pytanie',
    independent:
      'Ekspert, który pomaga, doradza niezależnie od gminy (gemeente). Nie jest mediatorem i nie staje po żadnej stronie.',
    notSafe: 'W domu nie jest bezpiecznie?',
    callNow: 'Do kogo możesz teraz zadzwonić',
  },
  front: {
    windowTitle: 'Voorveld po polsku',
    title: 'Rozstajesz się albo masz o to pytania? Nie musisz być z tym w pojedynkę.',
    lead: 'Znajdziesz tu spokojne wyjaśnienia i pomoc ze swojej gminy (gemeente), dla rodziców. Pomoc jest bezpłatna i nie trzeba podawać nazwiska.',
    pages: 'Strony po polsku',
    reach: 'Jak dotrzeć do kogoś, kto pomoże',
    reachText:
      'W twojej gminie jest ekspert od rozstań (scheidingsdeskundige). Napisz na tej stronie swoje pytanie, w kilku słowach. Formularz jest po niderlandzku i angielsku.',
    callMe: 'Wolisz rozmawiać? Wybierz w formularzu „Bel me” (zadzwońcie do mnie).',
    interpreter: 'Tłumacz (tolk)',
    interpreterText:
      'Powiedz, jakim językiem mówisz, i zapytaj, czy może być tłumacz. Niech nie tłumaczy były partner, partnerka ani dziecko. Wtedy nie możesz powiedzieć wszystkiego.',
    municipality: 'Twoja gmina',
    municipalityText: 'Wybierz swoją gminę (gemeente), a strony będą wiedziały, gdzie mieszkasz.',
    others: 'Co jest po niderlandzku i angielsku',
    othersText:
      'Pozostałe strony, wyszukiwarka i twoje własne kroki są tylko po niderlandzku i angielsku. Przykro nam z tego powodu. Może ktoś, komu ufasz, przeczyta z tobą; nie proś o to dziecka.',
    unsafe: 'Nie jest bezpiecznie?',
  },
  readAloud: {
    start: 'Czytaj na głos',
    pause: 'Wstrzymaj',
    onward: 'Dalej',
    stop: 'Zatrzymaj',
    heard: 'Inni mogą usłyszeć głos.',
  },
}
