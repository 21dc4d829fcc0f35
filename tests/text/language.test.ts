import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../lib/text/language.ts';
import { parseText } from '../../lib/text/parse.ts';

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
    const guess = detectLanguage(parseText(text));
    expect(guess.language).toBe(language);
    expect(guess.confidence).toBeGreaterThan(0.3);
  });

  it.each([
    ['nothing', ''],
    ['a name', 'Ghent'],
    ['numbers', '12 15 2,000'],
    ['no words of ours', 'Xqz vrt plk mnb zzt'],
  ])('cannot be told from %s', (_case, text) => {
    expect(detectLanguage(parseText(text))).toEqual({ language: 'und', confidence: 0 });
  });
});
