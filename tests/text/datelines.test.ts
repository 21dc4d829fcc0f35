import { describe, expect, it } from 'vitest';
import { readAgencies, readDatelines, withoutDateline } from '../../lib/text/datelines.ts';
import { parseText } from '../../lib/text/parse.ts';

describe('a dateline', () => {
  it.each([
    'PORTHAVEN — The board met.',
    'PORTHAVEN, Maine (NBW) — The board met.',
    'ST. BREN - ON - SEA – The board met.',
    'Porthaven (NBW) - The board met.',
    'PORTHAVEN (May 3) -- The board met.',
    'PORTHAVEN--The board met.',
    'PORTHAVEN, Me. -- The board met.',
    'Porthaven, 3 May (Northern News) — The board met.',
  ])('is the place at the head of “%s”', text => {
    expect([...readDatelines(parseText(`Ferries stop\n\n${text}`))]).toEqual([14]);
  });

  it('has the agency that reports', () => {
    const text = 'PORTHAVEN, Maine (NBW) — The board met.';
    expect([...readAgencies(parseText(text))]).toEqual([text.indexOf('NBW')]);
    expect([...readAgencies(parseText('PORTHAVEN — The board (NBW) met.'))]).toEqual([]);
  });

  it.each([
    'Porthaven — the town that never sleeps — woke up.',
    'The board (NBW) met — and left.',
    'PORTHAVEN IS CLOSED',
    'Porthaven -- the town that never sleeps -- woke up.',
    'Lena Brandt (Labour) said no.',
    'The harbour of PORTHAVEN — it was closed.',
  ])('is none in “%s”', text => {
    expect([...readDatelines(parseText(text))]).toEqual([]);
  });

  it.each([
    ['PORTHAVEN (May 3) — |The board met.'],
    ['Porthaven, 3 May (Northern News) - |The board met.'],
    ['PORTHAVEN - |The board met.'],
    ['(NBW/ORB) |The board met.'],
    ['|NRB - a board of nine - met.'],
    ['|The River Board (NRB) met.'],
    ['|PORTHAVEN —'],
  ])('is left out of what is said: “%s”', marked => {
    const start = marked.indexOf('|');
    const text = marked.replace('|', '');
    const whole = { start: 0, end: text.length };
    expect(withoutDateline(parseText(text), whole)).toEqual({ ...whole, start });
  });

  it('is no part of the paragraph before', () => {
    const text = 'The board met.\n\nPORTHAVEN — It left.';
    const piece = { start: 4, end: 13 };
    expect(withoutDateline(parseText(text), piece)).toBe(piece);
  });
});
