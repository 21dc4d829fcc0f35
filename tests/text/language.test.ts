import { describe, expect, it } from 'vitest';
import { detectLanguage, languageOf } from '../../lib/text/language.ts';

describe('the language of a text', () => {
  it.each([
    [
      'en',
      'The council said on Friday that it would not close the library, which has stood there for a century.',
    ],
    ['de', 'Der Stadtrat hat am Freitag entschieden, dass die Bücherei nicht geschlossen wird.'],
    [
      'fr',
      'Le conseil a décidé vendredi que la bibliothèque ne sera pas fermée, mais elle ouvrira plus tard.',
    ],
    [
      'es',
      'El concejo decidió el viernes que la biblioteca no se cerrará, pero abrirá más tarde por la mañana.',
    ],
    ['pt', 'A câmara decidiu na sexta-feira que a biblioteca não será fechada, mas o horário foi reduzido.'],
    ['it', 'Il consiglio ha deciso venerdì che la biblioteca non sarà chiusa, ma gli orari sono più brevi.'],
    ['nl', 'De raad heeft vrijdag besloten dat het gebouw niet wordt gesloten, maar later open zal zijn.'],
    ['sv', 'Rådet beslutade på fredagen att biblioteket inte ska stängas, men att det öppnar senare.'],
    ['pl', 'Rada zdecydowała w piątek, że biblioteka nie zostanie zamknięta, ale będzie otwierana później.'],
    ['tr', 'Meclis cuma günü kütüphanenin kapatılmayacağını ve daha sonra açılacağını bir kararla duyurdu.'],
    ['ru', 'Совет решил в пятницу, что библиотека не будет закрыта, но она откроется позже.'],
    ['uk', 'Рада вирішила у пʼятницю, що бібліотека не буде зачинена, але її відкриють пізніше.'],
    ['ar', 'قال المجلس إن المكتبة لن تغلق هذا العام، وذلك بعد أن اجتمع مع السكان.'],
    ['fa', 'شورا گفت که این کتابخانه در پایان سال بسته نمی‌شود و برای مردم باز است.'],
    ['hi', 'परिषद ने शुक्रवार को कहा कि यह पुस्तकालय बंद नहीं होगा और लोगों के लिए खुला है।'],
    ['ja', '市議会は金曜日、図書館を閉鎖しないと発表した。'],
    ['zh', '市议会星期五宣布图书馆不会关闭。'],
    ['ko', '시의회는 금요일에 도서관을 닫지 않겠다고 밝혔다.'],
    ['el', 'Το συμβούλιο αποφάσισε ότι η βιβλιοθήκη δεν θα κλείσει.'],
  ])('%s', (language, text) => {
    const guess = detectLanguage(text);
    expect(guess.language).toBe(language);
    expect(guess.confidence).toBeGreaterThan(0.3);
  });

  it.each([
    ['nothing', ''],
    ['a name', 'Ghent'],
    ['numbers', '12 15 2,000'],
    ['no words of ours', 'Xqz vrt plk mnb zzt'],
  ])('cannot be told from %s', (_case, text) => {
    expect(detectLanguage(text)).toEqual({ language: 'und', confidence: 0 });
  });
});

const GERMAN =
  'Der Stadtrat hat am Freitag entschieden, dass die Bücherei nicht geschlossen wird, aber sie öffnet später. Das Haus ist seit dem Krieg ein Ort für alle, sagte die Leiterin, und es soll auch so bleiben. Die Kosten werden von der Stadt getragen, wie ein Sprecher der Verwaltung mitteilte, der sich auf einen Beschluss vom Montag berief.';
const ENGLISH =
  'The council said on Friday that it would not close the library, which has stood there for a century. The house has been a place for all since the war, its director said, and it is to stay that way. The cost will be met by the city, said a spokesman who referred to a decision that was taken on Monday by the board.';
const NORWEGIAN =
  'Rådet besluttet på fredag at biblioteket ikke skal stenges, men at det åpner senere på dagen. Huset har vært et sted for alle siden krigen, sa lederen, og det skal det også være i tiden som kommer. Kostnadene blir dekket av byen, sa en talsmann som viste til et vedtak som ble gjort mandag etter et langt møte.';

describe('the language of an article', () => {
  it.each([
    ['is what the text tells where nobody declares one', GERMAN, 'und', 'de'],
    ['is the declared one, with its region', GERMAN, 'de-AT', 'de-AT'],
    ['is not the template’s where the text is plainly in another', GERMAN, 'en-US', 'de'],
    ['is English on a page that says German', ENGLISH, 'de', 'en'],
    ['is the declared one among sisters', NORWEGIAN, 'no', 'no'],
    ['is the declared one where little is said', 'Der Rat und die Stadt.', 'en', 'en'],
    ['is the declared one where nothing can be told', '12 15 2,000', 'pl', 'pl'],
    ['stays open where nothing is declared and nothing can be told', 'Ghent', 'und', 'und'],
  ])('%s', (_case, text, declared, expected) => {
    expect(languageOf(text, declared)).toBe(expected);
  });
});
