import type { TranslatedWords } from './form.ts'

export const turkish: TranslatedWords = {
  layout: {
    product: 'Voorveld',
    toContent: 'İçeriğe git',
    leave: 'Hızlı çık',
    leaveMore: '– siteden ayrıl',
    languages: 'Dil',
    siteNav: 'Bu sitede',
    footNav: 'Bu site hakkında',
  },
  foot: 'Voorveld özgür yazılımdır. Belediyeler onu ailelere ücretsiz ve erken yardım etmek için kullanır.',
  start: 'Türkçe başlangıç sayfası',
  missing: {
    title: 'Bu sayfa yok',
    text: 'Belki kaldırıldı ya da bu dilde henüz yok. Adresi kontrol edin veya başlangıç sayfasına gidin.',
  },
  privacy: 'Gizlilik bildirimi',
  accessibility: 'Erişilebilirlik',
  unread: 'Bu metni bir makine çevirdi ve henüz bir insan kontrol etmedi. İçinde hata olabilir.',
  uncertain: 'Bu metinde henüz kontrol edilmemiş bir şey var. Bu yüzden yalnız bu örnekte duruyor.',
  dutchOriginal: 'Hollandaca asıl metin',
  inDutch: 'Hollandaca',
  inEnglish: 'İngilizce',
  related: 'Bunları da oku',
  sources: 'Bu bilgi nereden geliyor',
  sourceChecked: (day) => `kontrol tarihi: ${day}`,
  reviewOn: (day) => `Hollandaca metne en geç şu tarihte yeniden bakıyoruz: ${day}.`,
  history: 'Bu sayfa tarayıcının geçmişinde kalır; adı hiçbir şeyi belli etmez.',
  demo: 'Bu bir örnek. Yerler ve yardım uydurmadır.',
  lineSite: (name) => `${name} sitesi`,
  help: {
    title: 'Yakınındaki yardım',
    text: 'Seninle birlikte düşünen biriyle konuş. Ücretsizdir ve adını vermen gerekmez.',
    ask: 'Sorunu sor',
    independent:
      'Seninle düşünen uzman belediyeden (gemeente) bağımsız görüş verir. Arabulucu değildir ve taraf tutmaz.',
    notSafe: 'Evde güvende değil misin?',
    callNow: 'Şimdi kimi arayabilirsin',
  },
  front: {
    windowTitle: 'Türkçe Voorveld',
    title: 'Ayrılıyor musun ya da bununla ilgili soruların mı var? Yalnız değilsin.',
    lead: 'Burada anne babalar için sakin bir açıklama ve belediyenden (gemeente) yardım bulursun. Yardım ücretsizdir ve adını vermen gerekmez.',
    pages: 'Türkçe sayfalar',
    reach: 'Seninle düşünen birine nasıl ulaşırsın',
    reachText:
      'Belediyende bir ayrılık uzmanı (scheidingsdeskundige) var. Sorunu bu sitede birkaç kelimeyle yaz. Form Hollandaca ve İngilizcedir.',
    callMe: 'Konuşmayı mı tercih edersin? Formda “Bel me” (beni arayın) seçeneğini seç.',
    interpreter: 'Tercüman (tolk)',
    interpreterText:
      'Hangi dili konuştuğunu söyle ve bir tercüman gelip gelemeyeceğini sor. Eski eşine veya çocuğuna tercüme ettirme. O zaman her şeyi söyleyemezsin.',
    municipality: 'Belediyen',
    municipalityText: 'Belediyeni (gemeente) seç; sayfalar nerede oturduğunu bilsin.',
    others: 'Hollandaca ve İngilizce olanlar',
    othersText:
      'Öteki sayfalar, arama ve sana özel adımlar yalnız Hollandaca ve İngilizce var. Bunun için üzgünüz. Belki güvendiğin biri seninle okuyabilir; ama bunu çocuğundan isteme.',
    unsafe: 'Güvende değil misin?',
  },
  readAloud: {
    start: 'Sesli oku',
    pause: 'Duraklat',
    onward: 'Devam et',
    stop: 'Durdur',
    heard: 'Başkaları sesi duyabilir.',
  },
}
