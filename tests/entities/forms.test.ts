import { describe, expect, it } from 'vitest';
import { judgeForm } from '../../lib/entities/forms.ts';
import { seenForms } from '../../lib/entities/merge.ts';
import { findNames } from '../../lib/entities/names.ts';
import type { NameSpan } from '../../lib/tagging/tagger.ts';
import { parseText } from '../../lib/text/parse.ts';

/** What “Corvell” is in a text if the tagger, of its words, finds all four verdicts alike. */
function judged(text: string, name = 'Corvell') {
  const doc = parseText(text);
  const chances = new Float32Array(4 * doc.tokens.length);
  const spans: NameSpan[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    spans.push({ start: at, end: at + name.length, type: 'ORG', confidence: 0.25 });
  for (let i = 0; i < doc.tokens.length; i++) {
    const inside = spans.some(({ start, end }) => start <= doc.tokens.start[i]! && doc.tokens.end[i]! <= end);
    for (let k = 0; k < 4; k++) chances[4 * i + k] = inside ? 0.25 : Number(k === 0);
  }
  const form = seenForms(doc, { spans, chances }, findNames(doc)).find(({ key }) => key === name);
  return judgeForm(form!);
}

function likeliest(text: string, name?: string): string {
  const { PER, ORG, LOC } = judged(text, name);
  return PER > ORG && PER > LOC ? 'PER' : ORG > LOC ? 'ORG' : 'LOC';
}

describe('what a form of a name is, by what stands around it', () => {
  it.each([
    ['title', 'Then Mr Corvell left.', 'PER'],
    ['relative clause', 'They met Jo Corvell, who lost.', 'PER', 'Jo Corvell'],
    ['where something is', 'It rained in Corvell.', 'LOC'],
    ['town it is', 'They left the town of Corvell.', 'LOC'],
    ['kind of body before it', 'Shares of the chain Corvell fell.', 'ORG'],
    ['head of a body', 'Then Corvell Holdings fell.', 'ORG', 'Corvell Holdings'],
    ['what people go to', 'They met at the Corvell Museum.', 'LOC', 'Corvell Museum'],
    ['what people go to, before “of”', 'They met at the Museum of Corvell.', 'LOC', 'Museum of Corvell'],
    [
      'a centre that people go to',
      'They met at the Corvell Convention Centre.',
      'LOC',
      'Corvell Convention Centre',
    ],
    ['a centre of research', 'The Corvell Research Centre said so.', 'ORG', 'Corvell Research Centre'],
    ['a body everybody knows', 'Then Al Jazeera fell.', 'ORG', 'Al Jazeera'],
    ['whose shares they are', 'Corvell’s shares fell.', 'ORG'],
    ['what somebody is, after it', 'It rained on Corvell, a Beijing-based boat designer.', 'PER'],
    ['what a body is, after it', 'Then Corvell, a Danish shipping firm, fell.', 'ORG'],
    ['what a place is, after it', 'It rained on Corvell, a small town.', 'LOC'],
    ['all its places', 'Corvell fell. It rained in Corvell. They left the town of Corvell.', 'LOC'],
  ])('%s', (_case, text, type, name?: string) => {
    expect(likeliest(text, name)).toBe(type);
  });

  it('is less likely a name where the text writes the word in lower case too', () => {
    const name = judged('Then Corvell fell. Then it rained.').none;
    expect(judged('Then Corvell fell. Then a corvell rained.').none).toBeGreaterThan(name);
  });

  it('is less likely a name of somebody where a thing is so called', () => {
    const name = judged('People said they felt Corvell work.').none;
    expect(judged('People on drugs such as Corvell felt it work.').none).toBeGreaterThan(name);
    expect(judged('The film Corvell opened.').none).toBeGreaterThan(judged('The firm Corvell opened.').none);
  });

  it('is as likely one thing or another as all together', () => {
    const { none, PER, ORG, LOC } = judged('Then Corvell fell.');
    expect(none + PER + ORG + LOC).toBeCloseTo(1);
  });
});
