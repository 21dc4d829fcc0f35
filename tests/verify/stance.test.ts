import { describe, expect, it } from 'vitest';
import { denies, isSpokenAgainst } from '../../lib/verify/stance.ts';
import { briefOf } from '../library/support.ts';

describe('the words that tell that something is said', () => {
  const brief = briefOf('Ida Marsh denied that the yard had lost a crane.');
  const against = (cue: string) =>
    isSpokenAgainst(
      { ...brief, article: { ...brief.article, text: cue } },
      { ...brief.claims[0]!, cue: { start: 0, end: cue.length } },
    );

  it.each([
    'denied',
    'has denied',
    'denying reports',
    'rejected the claim',
    'condemned',
    'bestritt',
    'wies den Vorwurf zurück',
    'a démenti',
    'rejette',
    'negó',
    'desmintió',
    'заперечила',
    'відкинув',
  ])('speak against it: %s', cue => {
    expect(against(cue)).toBe(true);
  });

  it.each([
    'said',
    'accused',
    'did not deny',
    'would neither confirm nor deny',
    'refused to deny',
    'hasn’t denied',
    'wies darauf hin',
    'bestritt nicht',
    'n’a pas démenti',
    'no negó',
    'не заперечила',
    'According to',
  ])('do not: %s', cue => {
    expect(against(cue)).toBe(false);
  });

  it('say the opposite only where they deny', () => {
    expect([denies('denied'), denies('rejected'), denies('did not deny'), denies(null)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('may be missing', () => {
    expect(isSpokenAgainst(brief, { ...brief.claims[0]!, cue: null })).toBe(false);
  });
});
