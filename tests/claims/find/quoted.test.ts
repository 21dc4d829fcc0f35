import { describe, expect, it } from 'vitest';
import { quotedClaims } from '../../../lib/claims/find/quoted.ts';
import { findNames } from '../../../lib/entities/names.ts';
import { findPlayers } from '../../../lib/entities/players.ts';
import { parseText } from '../../../lib/text/parse.ts';

/** Who, by which words, what; and the player if the source is one. */
function told(language: string, text: string): string[] {
  const doc = parseText(text);
  const cut = (span: { start: number; end: number }) => text.slice(span.start, span.end);
  const players = language === 'de' ? [] : findPlayers(doc, findNames(doc), '');
  return quotedClaims(doc, players, language).map(({ source, cue, content }) => {
    const player = players.find(({ id }) => id === source?.playerId)?.name;
    return `${cut(source!)}${player === undefined ? '' : ` (${player})`} | ${cut(cue!)} | ${content.map(cut).join(' … ')}`;
  });
}

describe('what somebody is quoted with', () => {
  it.each([
    [
      'de',
      '„Wir schließen nichts“, sagte Lena Brandt vor dem Rat.',
      'Lena Brandt | sagte | Wir schließen nichts',
    ],
    [
      'de',
      'Der Betreiber erklärte: „Die Zahl ist falsch.“',
      'Der Betreiber | erklärte | Die Zahl ist falsch.',
    ],
    ['de', 'Über den Damm sagte sie: „Der hält noch lange.“', 'sie | sagte | Der hält noch lange.'],
    ['de', '„Das ist ein Fehler“, so der Verband.', 'der Verband | so | Das ist ein Fehler'],
    [
      'de',
      '„Es wird enger“, meinte später Uwe Kranz von der Hafenwacht.',
      'Uwe Kranz von der Hafenwacht | meinte | Es wird enger',
    ],
    [
      'de',
      '„Wir hoffen noch“, sagte die Bau- und Hafendirektorin Ute Lohr.',
      'die Bau- und Hafendirektorin Ute Lohr | sagte | Wir hoffen noch',
    ],
    [
      'fr',
      '« Nous ne fermerons rien », a dit Jean Dubreuil devant le conseil.',
      'Jean Dubreuil (Jean Dubreuil) | a dit | Nous ne fermerons rien',
    ],
    ['fr', '« C’est trop tard », a-t-elle répondu.', 'elle | répondu | C’est trop tard'],
    ['fr', 'Le maire a affirmé : « Tout ira bien demain. »', 'Le maire | a affirmé | Tout ira bien demain.'],
    ['fr', 'Selon le syndicat, « la situation est grave ».', 'le syndicat | Selon | la situation est grave'],
    [
      'es',
      '«No vamos a cerrar nada», afirmó Elena Ruiz ante el pleno.',
      'Elena Ruiz (Elena Ruiz) | afirmó | No vamos a cerrar nada',
    ],
    ['es', 'El portavoz dijo: «Es una cifra falsa».', 'El portavoz | dijo | Es una cifra falsa'],
    [
      'es',
      '«Hay que actuar», ha asegurado la jefa del Gobierno en Lugo.',
      'la jefa del Gobierno | ha asegurado | Hay que actuar',
    ],
    [
      'uk',
      '«Ми нічого не закриваємо», — сказала Олена Руденко на брифінгу.',
      'Олена Руденко (Олена Руденко) | сказала | Ми нічого не закриваємо',
    ],
    ['uk', 'Міністр заявив: «Гроші вже є у бюджеті».', 'Міністр | заявив | Гроші вже є у бюджеті'],
  ])('%s: %s', (language, text, expected) => {
    expect(told(language, text)).toEqual([expected]);
  });

  it('goes on in the next sentence of the paragraph', () => {
    expect(told('de', '„Wir schließen nichts“, sagte Brandt. „Dabei bleibt es.“')).toEqual([
      'Brandt | sagte | Wir schließen nichts … Dabei bleibt es.',
    ]);
    expect(told('de', '„Wir schließen nichts“, sagte Brandt.\n\n„Dabei bleibt es.“')).toHaveLength(1);
  });

  it.each([
    ['a title', 'de', 'Brandt las im „Blatt der Woche“ weiter.'],
    ['a word in marks', 'fr', 'Ce « pacte » a dit son nom.'],
    [
      'what the next sentence says of another',
      'de',
      'Dort steht „Betreten auf eigene Gefahr“. Brandt sagte nichts.',
    ],
    ['what nobody is told to say', 'es', 'En la puerta se leía «No pasar sin permiso».'],
    ['what is told without marks', 'uk', 'Міністр заявив, що гроші вже є.'],
    ['a language that is not known', 'pl', '„Nic nie zamykamy”, powiedziała Anna Nowak.'],
    ['English, which the study reads', 'en', '“We close nothing,” said Lena Brandt.'],
  ])('is not %s', (_case, language, text) => {
    expect(told(language, text)).toEqual([]);
  });

  it('takes time in proportion to the text', () => {
    const text = '„Wir schließen nichts“, sagte Lena Brandt.\n\n'.repeat(10_000).trim();
    const started = performance.now();
    expect(told('de', text)).toHaveLength(10_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
