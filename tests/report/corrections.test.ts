import { describe, expect, it } from 'vitest';
import { articleFromText } from '../../lib/article/from-text.ts';
import { Brief, type Claim, type Player } from '../../lib/brief/brief.ts';
import { applyCorrections, claimKey, type Correction } from '../../lib/report/corrections.ts';
import type { Span } from '../../lib/text/span.ts';

const text =
  'Mayor Ada Brandt said the pool would reopen. Her brother Otto Brandt said it would not. Brandt left early.';
const at = (words: string, from = 0): Span => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};

const claim = (id: string, content: string, source: Span | null, playerId?: string): Claim => ({
  id,
  source: source && { ...source, ...(playerId ? { playerId } : {}) },
  sourceKind: source ? 'person' : 'none',
  cue: null,
  content: [at(content)],
  kind: 'indirect',
  certainty: 'asserted',
  hedges: [],
  status: 'stated',
  disputedBy: [],
  refersTo: [],
  checkWorthiness: 0.5,
  checkReasons: [],
});

const ada: Player = {
  id: 'p1',
  name: 'Ada Brandt',
  type: 'person',
  role: at('Mayor'),
  roles: [at('Mayor')],
  aliases: ['Otto Brandt', 'Brandt'],
  mentions: [
    { ...at('Ada Brandt'), form: 'name' },
    { ...at('Otto Brandt'), form: 'name' },
    { ...at('Brandt', text.indexOf('Brandt left')), form: 'name' },
  ],
  salience: 0.9,
};

const brief: Brief = Brief.parse({
  version: 1,
  article: articleFromText(text),
  summary: [at('Mayor Ada Brandt said the pool would reopen.')],
  players: [ada],
  claims: [
    { ...claim('c1', 'the pool would reopen', at('Mayor Ada Brandt'), 'p1'), disputedBy: ['c2'] },
    { ...claim('c2', 'it would not', at('Otto Brandt'), 'p1'), refersTo: ['c1'] },
  ],
  sourcing: { bySource: [], named: 2, unnamed: 0, documents: 0 },
  timeline: [],
  flags: [],
  offered: { names: 'full', claims: 'full', summary: 'full', ask: 'full' },
});

const corrected = (...corrections: Correction[]) => Brief.parse(applyCorrections(brief, corrections));

describe('applyCorrections', () => {
  it('drops a claim and every link to it', () => {
    const { claims } = corrected({ type: 'hide_claim', words: 'it would not' });
    expect(claims).toMatchObject([{ id: 'c1', disputedBy: [], refersTo: [] }]);
  });

  it.each(['denied', 'contested'] as const)('leaves nothing %s by a claim that was dropped', status => {
    const [first, second] = brief.claims;
    const told = { ...brief, claims: [{ ...first!, status }, second!] };
    const { claims } = applyCorrections(told, [{ type: 'hide_claim', words: 'it would not' }]);
    expect(claims).toMatchObject([{ id: 'c1', status: 'stated', disputedBy: [] }]);
  });

  it('leaves denied what nobody who was dropped denies', () => {
    const [first, second] = brief.claims;
    const told = { ...brief, claims: [{ ...first!, status: 'denied' as const, disputedBy: [] }, second!] };
    const { claims } = applyCorrections(told, [{ type: 'hide_claim', words: 'it would not' }]);
    expect(claims).toMatchObject([{ id: 'c1', status: 'denied' }]);
  });

  it('hides a player but keeps the words of the sources', () => {
    const { players, claims } = corrected({ type: 'hide_player', name: 'Ada Brandt' });
    expect(players).toEqual([]);
    expect(claims[0]?.source).toEqual(at('Mayor Ada Brandt'));
  });

  it('takes a wrong role away', () => {
    const [player] = corrected({ type: 'hide_role', name: 'Ada Brandt' }).players;
    expect(player).toMatchObject({ roles: [], corrected: true });
    expect(player).not.toHaveProperty('role');
  });

  it('splits two people who were merged, claims included', () => {
    const { players, claims } = corrected({ type: 'split_player', name: 'Ada Brandt', alias: 'Otto Brandt' });
    expect(players.map(({ name, mentions }) => [name, mentions.length])).toEqual([
      ['Ada Brandt', 2],
      ['Otto Brandt', 1],
    ]);
    const otto = players[1]!;
    expect(claims.map(({ source }) => source?.playerId)).toEqual(['p1', otto.id]);
  });

  it('splits a form off however its letters and its article are written', () => {
    const minutes = 'The Dredging Board met. The board voted. Later the board left.';
    const form = (start: number, words: string, kind: 'name' | 'nominal') =>
      ({ start, end: start + words.length, form: kind }) as const;
    const board: Player = {
      id: 'p1',
      name: 'Dredging Board',
      type: 'organisation',
      roles: [],
      aliases: ['the board'],
      mentions: [
        form(4, 'Dredging Board', 'name'),
        form(minutes.indexOf('The board'), 'The board', 'nominal'),
        form(minutes.indexOf('the board'), 'the board', 'nominal'),
      ],
      salience: 0.9,
    };
    const ofBoard = {
      ...brief,
      article: articleFromText(minutes),
      summary: [],
      claims: [],
      players: [board],
    };
    const { players } = applyCorrections(ofBoard, [
      { type: 'split_player', name: 'Dredging Board', alias: 'the board' },
    ]);
    expect(players.map(({ name, mentions }) => [name, mentions.length])).toEqual([
      ['the board', 2],
      ['Dredging Board', 1],
    ]);
  });

  it('gives a claim another source, in the article’s words', () => {
    const [first] = corrected(
      { type: 'split_player', name: 'Ada Brandt', alias: 'Otto Brandt' },
      { type: 'set_source', words: 'the pool would reopen', name: 'Otto Brandt' },
    ).claims;
    expect(first).toMatchObject({ source: at('Otto Brandt'), corrected: true });
  });

  it('says that nobody said it', () => {
    const [first] = corrected({ type: 'set_source', words: 'the pool would reopen', name: null }).claims;
    expect(first).toMatchObject({ source: null, sourceKind: 'none', corrected: true });
  });

  it.each<[string, Correction]>([
    ['a player who is not there', { type: 'hide_player', name: 'Nobody' }],
    ['a claim that is gone', { type: 'hide_claim', words: 'the pool would close' }],
    ['an alias that is none', { type: 'split_player', name: 'Ada Brandt', alias: 'Mayor' }],
    ['a source that is no player', { type: 'set_source', words: 'it would not', name: 'Nobody' }],
    ['a sentence that is not in the summary', { type: 'hide_sentence', words: 'Brandt left early.' }],
  ])('changes nothing for %s', (_case, correction) => {
    expect(applyCorrections(brief, [correction])).toEqual(brief);
  });

  it('knows a claim by all its pieces', () => {
    expect(claimKey(text, { content: [at('the pool'), at('would reopen')] })).toBe('the pool … would reopen');
  });
});
