import { describe, expect, it } from 'vitest';
import { readAgencies, readDatelines } from '../../lib/text/datelines.ts';
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
});
