import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../lib/brief/ask-question.ts';
import { rarityOf } from '../../lib/brief/ask-senses.ts';
import { writeUnitVector } from '../../lib/brief/meanings.ts';
import { readTaggers } from '../../scripts/models.ts';

describe('how a question asks', () => {
  it.each([
    ['Who led the strike when the mill closed?', 'person'],
    ['What happened to the mill when the strike ended?', 'thing'],
    ['When did the miller who owned it leave?', 'time'],
    ['In which northern towns did the strike spread?', 'place'],
    ['The strike spread to what country?', 'place'],
    ['What is the name of the mayor?', 'person'],
    ['What was the population of Selby?', 'number'],
    ['What general rule did they follow?', 'thing'],
    ['What led to the strike?', 'cause'],
    ['How did the strike end?', 'thing'],
  ])('%s: %s', (question, wanted) => expect(readQuestion(question).wanted).toBe(wanted));

  it.each([
    ['Which old river towns were flooded?', 'town'],
    ['What kind of bridge was it?', 'bridg'],
    ['What was lost?', null],
    ['Who was it?', null],
  ])('%s asks of %s', (question, noun) => expect(readQuestion(question).noun).toBe(noun));

  it.each([
    ['What percentage of the homes was flooded?', 'percent'],
    ['How much did the bridge cost?', 'money'],
    ['How long did the strike last?', 'duration'],
    ['How old is the mill?', 'age'],
    ['How often does it close?', 'frequency'],
    ['In what year did the mill close?', 'year'],
    ['How far did the water reach?', 'distance'],
    ['How many homes were flooded?', null],
  ])('%s: in %s', (question, unit) => expect(readQuestion(question).unit).toBe(unit));

  it('tells apart what is asked for from what must be met', () => {
    expect([...readQuestion('Which country sold the mill?').light]).toEqual(['countri']);
    expect([...readQuestion('What kind of mill did the country sell?').light]).toEqual(['kind']);
  });

  it('takes nothing for a word to be met that only asks', () => {
    expect([...readQuestion('How long was the pier called Old Nan?').light]).toEqual(['long', 'call']);
    expect([...readQuestion('Why was the long pier sold?').light]).toEqual([]);
  });

  it.each([
    ['Who sold the mill?', 'sell'],
    ['Who has first sold it?', 'sell'],
    ['Who is selling it?', 'sell'],
    ['Who was sold?', null],
    ['Who did they sell it to?', null],
    ['Who is the miller?', null],
  ])('%s: what is done is %s', (question, stem) => expect(readQuestion(question).doing).toBe(stem));

  it.each([
    ['What did the US sell?', ['us', 'sell']],
    ['What did they sell us?', ['sell']],
    ['Did the U.S. sell the half-built pier?', ['us', 'sell', 'half', 'build', 'pier']],
    ['Does the WHO know who sold it?', ['who', 'know', 'sell']],
    ['WHO SOLD IT?', ['sell']],
  ])('%s looks for %j', (question, stems) =>
    expect(readQuestion(question).words.map(({ stem }) => stem)).toEqual(stems),
  );

  it('tells whether it is negated', () => {
    expect(readQuestion('Which mills did not close?').isNegated).toBe(true);
    expect(readQuestion('Which notes did they leave?').isNegated).toBe(false);
  });
});

describe('how rare a word is', () => {
  const { vectors } = readTaggers()!;
  const rarity = (word: string): number => {
    const vector = new Float32Array(vectors.dimensions);
    writeUnitVector(vectors, word, 0, word.length, vector);
    return rarityOf(vector);
  };

  it('is told by its vector', () => {
    for (const common of ['people', 'made', 'city']) {
      for (const rare of ['weir', 'recant', 'bastion']) expect(rarity(common)).toBeLessThan(rarity(rare));
    }
  });

  it('is 1 for a word without one', () => expect(rarity('qwxzzk')).toBe(1));
});
