import { describe, expect, it } from 'vitest';
import { alikeOf, goesOnWith, passedOnBy, repeatedBy } from '../../../lib/claims/status/reach.ts';
import type { Utterance } from '../../../lib/claims/status/utterances.ts';
import { read } from '../told.ts';

const FERRY = 'Divers said the ferry was overloaded.';
const words = (utterances: readonly Utterance[]) => utterances.map(({ index }) => index);

describe('who is against a claim', () => {
  it('is against those that tell the same, and against no others', () => {
    const utterances = read(
      'A paper reported that General Marr had fled to Tolo. Brandt said Marr had fled to Tolo by boat. Rossi said that it rained. The army denied the reports.',
    );
    expect(words(alikeOf(utterances, utterances[3]!, utterances[0]!))).toEqual([1]);
    expect(alikeOf(utterances, utterances[2]!, utterances[0]!)).toEqual([]); // it denies nothing
  });

  it('is not against who only passes it on', () => {
    const utterances = read(
      'Brandt said that a paper reported that General Marr had fled to Tolo. The army denied the reports.',
    );
    expect(words(utterances)).toEqual([0, 1, 2]);
    expect(alikeOf(utterances, utterances[2]!, utterances[1]!)).toEqual([]);
  });

  it('is not against who says the contrary', () => {
    const utterances = read(
      'A paper reported that General Marr had fled to Tolo. Brandt said Marr had not fled to Tolo. The army denied the reports.',
    );
    expect(alikeOf(utterances, utterances[2]!, utterances[0]!)).toEqual([]);
  });

  it('is against all that tell in full what is denied, further down too', () => {
    const utterances = read(
      'A court found that Ilse Gorse had smuggled rotten herring. Gorse denied smuggling rotten herring. Brandt said Gorse smuggled rotten herring to hotels on five islands in the summer of 1994. Rossi said that herring was rare.',
    );
    expect(words(alikeOf(utterances, utterances[1]!, utterances[0]!))).toEqual([2]);
  });

  it('is against who cites it, where that is all', () => {
    const passedOn = (text: string) => {
      const utterances = read(text);
      expect(utterances).toHaveLength(3);
      return words(passedOnBy(utterances, utterances[2]!, utterances[1]!));
    };
    const denial = 'Ilse Gorse denied that the dam had leaked.';
    expect(
      passedOn(
        `Brandt said that a survey found that the dam had leaked into three of the cellars. ${denial}`,
      ),
    ).toEqual([0]);
    expect(
      passedOn(
        `Brandt said that the council would meet again on Friday to hear the farmers of three villages, after a survey found that the dam had leaked. ${denial}`,
      ),
    ).toEqual([]);
    expect(
      passedOn(
        `Brandt denied that a survey found that the dam had leaked into three of the cellars. ${denial}`,
      ),
    ).toEqual([]);
  });

  it('is against what the speaker says next of the same thing', () => {
    const repeated = (text: string) => {
      const utterances = read(text);
      return words(repeatedBy(utterances, utterances.at(-1)!, utterances[0]!));
    };
    const denial = 'Ilse Gorse said that nobody was ever aboard.';
    expect(repeated(`${FERRY} Divers said that the overloaded ferry sank. ${denial}`)).toEqual([1]);
    expect(repeated(`${FERRY} Divers said that the sea was calm. ${denial}`)).toEqual([]);
    expect(repeated(`${FERRY} Divers said that an overloaded ferry does not sink. ${denial}`)).toEqual([]);
    expect(repeated(`${FERRY} Brandt said that the overloaded ferry sank. ${denial}`)).toEqual([]);
  });

  it('goes on being so in the sentence, and in the next with a negation or about the same', () => {
    const next = (text: string) => {
      const utterances = read(text);
      return goesOnWith(utterances, utterances[1]!, utterances[0]!)?.index;
    };
    expect(next(`${FERRY} Ilse Gorse denied this, saying that few had been aboard.`)).toBe(2);
    expect(next(`${FERRY} Ilse Gorse denied this. “It was not even full,” Gorse said.`)).toBe(2);
    expect(next(`${FERRY} Ilse Gorse denied this. “It was not even full. We counted,” Gorse said.`)).toBe(2);
    expect(next(`${FERRY} Ilse Gorse denied this. Gorse said that the ferry was overloaded at Tolo.`)).toBe(
      2,
    );
    expect(next(`${FERRY} Ilse Gorse denied this. Gorse said that the hotel was open.`)).toBeUndefined();
    expect(next(`${FERRY} Ilse Gorse denied this, urging divers to wait.`)).toBeUndefined();
    expect(next(`${FERRY} Ilse Gorse denied this and threatened to sue the divers.`)).toBeUndefined();
    expect(next(`${FERRY} Ilse Gorse denied this and vowed to sail on.`)).toBeUndefined();
    expect(
      next(`${FERRY} Ilse Gorse denied this, and Brandt said that few had been aboard.`),
    ).toBeUndefined();
    expect(next(`${FERRY} Ilse Gorse confirmed this, saying that few had been aboard.`)).toBeUndefined();
    expect(next(`${FERRY} Ilse Gorse denied this, accusing divers of greed.`)).toBeUndefined();
  });
});

it('reads a text of nothing but denials in proportion', () => {
  const utterances = read('Rossi denied that it leaked. Police said that it leaked. '.repeat(200));
  const looked = utterances.flatMap(x => utterances.slice(0, 3).flatMap(y => alikeOf(utterances, x, y)));
  expect(utterances.length).toBeGreaterThan(300);
  expect(looked.length).toBeLessThan(3 * 30 * utterances.length);
});
