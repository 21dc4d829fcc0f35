import { describe, expect, it } from 'vitest';
import { findNames } from '../../lib/entities/names.ts';
import { findPlayers } from '../../lib/entities/players.ts';
import { parseText } from '../../lib/text/parse.ts';
import { findStanding, needsOthers } from '../../lib/brief/dangling.ts';

/** How the last sentence of a text stands. */
function last(text: string) {
  const doc = parseText(text);
  return findStanding(doc, doc.sentences, findPlayers(doc, findNames(doc))).at(-1)!;
}

describe('a sentence that points back', () => {
  it.each([
    ['a pronoun with nobody before it', 'He asked for more time on Monday.'],
    ['a thing', 'It belongs to the harbour company.'],
    ['after a conjunction', 'But they never came back to the harbour.'],
    ['somebody named before', 'Lena Brandt arrived. Then she opened the gate.'],
    ['a possessive at its head', 'Her deputy opened the gate.'],
    ['what was done', 'The mayor praised the move on Friday.'],
    ['what was said', 'The company rejected these claims.'],
    ['who was meant', 'The suspect was arrested on Friday.'],
    ['who did it', 'The man ran from the station.'],
    ['a body nobody names', 'The agency warned on Friday of more rain.'],
    ['what is denied', 'The mayor denies any of that, and has said so.'],
    ['why it was done', 'The harbour was shut because of this.'],
    ['what was never done', 'The council never did that.'],
    ['a place further on', 'Three of the oldest bridges are in that valley.'],
    [
      'a body by what it is',
      'The Bank of Orsk raised its rate. Prices rose. The bank warned on Friday that they would rise again.',
    ],
  ])('%s', (_case, text) => {
    expect(needsOthers(last(text))).toBe(true);
  });

  it.each([
    ['the one it points to is in it', 'Lena Brandt said she would open the gate.'],
    ['a nameless one is in it', 'The pilot and his officer left the aircraft.'],
    ['it points to the calendar', 'This week the harbour opens again.'],
    ['it stands for nothing', 'It is unclear whether the harbour will open.'],
    ['a clause follows', 'The mayor said that, if it rains, the harbour will close.'],
    ['it points ahead', 'In their report, the engineers blamed the rain.'],
    ['a speaker points', '“They never came back,” Lena Brandt said.'],
    ['it stands in the sentence itself', 'The valley is wet, and three bridges in that valley are closed.'],
    ['it points to what follows', 'The money went to those living near the harbour.'],
    ['it says which agency', 'The agency that runs the harbour warned of more rain.'],
    ['it points to now', 'The board has no plans at this stage.'],
    ['it says which move', 'The mayor praised the move to close the harbour.'],
    ['it sums up itself', 'The fair drew thousands to the event, one of the largest.'],
  ])('not where %s', (_case, text) => {
    expect(needsOthers(last(text))).toBe(false);
  });

  it('knows whom it needs', () => {
    expect(last('Lena Brandt arrived. Then she opened the gate.').needs.players).toHaveLength(1);
  });

  it.each([
    ['a quotation over its end', 'Brandt said: “The gate failed. We knew it would.”', true],
    ['a whole quotation', 'Brandt came. Brandt said: “The gate failed.”', false],
    ['a bracket over its end', 'Rents fell, a study found (R. Moss et al.', true],
    ['a bracket from before', 'See also the first part of the study), which was printed in May.', true],
    ['whole brackets', 'The harbour (in the west) and the mill (in the east) are closed.', false],
  ])('sees %s', (_case, text, isCut) => {
    expect(last(text).isCut).toBe(isCut);
  });
});
