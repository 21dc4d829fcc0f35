import { describe, expect, it } from 'vitest';
import { findAttributions } from '../../lib/claims/attribution.ts';
import { extractClaims } from '../../lib/claims/extract.ts';
import { alikeOf, goesOnWith, rebuttalOf } from '../../lib/claims/rebuttals.ts';
import { readUtterances } from '../../lib/claims/utterances.ts';
import type { Utterance } from '../../lib/claims/utterances.ts';
import { findNames } from '../../lib/entities/names.ts';
import { findPlayers } from '../../lib/entities/players.ts';
import { parseText } from '../../lib/text/parse.ts';

/** The claims of a text; one that the rules do not find may be told by its words. */
function read(text: string, told?: readonly [source: string, cue: string, content: string]): Utterance[] {
  const doc = parseText(text);
  const attributions = findAttributions(doc);
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  if (told) {
    const [source, cue, content] = told;
    attributions.push({
      source: spanOf(source),
      cue: spanOf(cue),
      content: [spanOf(content)],
      confidence: 1,
    });
  }
  const claims = extractClaims(doc, attributions, findPlayers(doc, findNames(doc)));
  return readUtterances(doc, claims, () => new Set());
}

/** Who is against whom, by the places of their claims: “1>0”, “1~0” for another view. */
function rebuttals(text: string): string[] {
  const utterances = read(text);
  return utterances.flatMap(x => {
    const rebuttal = rebuttalOf(utterances, x);
    return rebuttal ? [`${x.index}${rebuttal.isOutright ? '>' : '~'}${rebuttal.target.index}`] : [];
  });
}

const FERRY = 'Divers said the ferry was overloaded.';

describe('what a claim is against, as words tell', () => {
  it.each([
    [
      'criticism that is rejected',
      'Ilse Gorse rejected criticism by residents that the dam had leaked.',
      '0>1',
    ],
    [
      'reports that are not true',
      'The mayor said that reports that the bridge had closed were not true.',
      '0>1',
    ],
    ['what is taken up', 'The council proposed to close the lido. Swimmers criticised that proposal.', '1>0'],
    ['what is called a name', `${FERRY} Rossi described that as absurd.`, '1>0'],
    ['what is denied in other words', `${FERRY} The owners denied that the ferry was too full.`, '1>0'],
    [
      'what stands far above in the same words',
      `A paper reported that Ilse Gorse had sold rotten herring. ${'It rained in Tolo. '.repeat(9)}Gorse denied ever selling rotten herring.`,
      '1>0',
    ],
    [
      'the charge, not what was said after it',
      'Prosecutors accused Ilse Gorse of fraud over a mill. The clerk said it rained. Gorse denied any wrongdoing.',
      '2>0',
    ],
    [
      'what prosecutors say, where somebody is not guilty',
      'Prosecutors said the mill was sold twice. The clerk said it rained. Ilse Gorse said that she was not guilty.',
      '2>0',
    ],
    [
      'an idea that is wrong',
      'Biologists said the herring had left the fjord. “The idea that the herring left the fjord is simply wrong,” said Rossi.',
      '1>0',
    ],
    [
      'what somebody disagrees with',
      `${FERRY} The owners disagreed. Their lawyer said that few had been aboard.`,
      '1~0',
    ],
    [
      'what does not convince',
      `${FERRY} Not everyone is convinced. Ilse Gorse said that few had been aboard.`,
      '1~0',
    ],
    ['what is retorted', `${FERRY} “Divers see what they like,” retorted Ilse Gorse.`, '1~0'],
    [
      'what critics turn from',
      'The mayor said the toll would pay for itself. But critics said that lorries would stay away.',
      '1~0',
    ],
    [
      'what is turned from in the sentence',
      'The mayor said the ferry was safe, while Ilse Gorse said that the ferry was not.',
      '1~0',
    ],
    [
      'a figure that is nearer',
      'Rossi said the mill would cost £9m. Ilse Gorse said that it was nearer £14m.',
      '1~0',
    ],
  ])('is %s', (_case, text, expected) => {
    expect(rebuttals(text)).toEqual([expected]);
  });

  it('is what others see otherwise', () => {
    const utterances = read(`${FERRY} The owners believe otherwise.`, ['The owners', 'believe', 'otherwise']);
    expect(rebuttalOf(utterances, utterances[1]!)).toEqual({ target: utterances[0], isOutright: true });
  });

  const PUT = ['The ministry', 'put', 'the number at 212'] as const;
  const SAYS = ['the owners', 'count', 'six'] as const;
  it.each([
    ['another put', 'Nurses said that 350 beds had been closed. The ministry put the number at 212.', PUT, 0],
    ['one in the sentence', 'Rossi said that nine boats had sunk; the owners count six.', SAYS, 0],
    [
      'the same',
      'Nurses said that 212 beds had been closed. The ministry put the number at 212.',
      PUT,
      undefined,
    ],
    ['none told', `${FERRY} The ministry put the number at 212.`, PUT, undefined],
    [
      'one to come',
      'Nurses expect that 350 beds will close. The ministry put the number at 212.',
      PUT,
      undefined,
    ],
    [
      'one in another sentence',
      'Rossi said that nine boats had sunk. Of these the owners count six.',
      SAYS,
      undefined,
    ],
  ])('is a figure just before, if it is another: %s', (_case, text, told, target) => {
    const utterances = read(text, told);
    expect(utterances).toHaveLength(2);
    expect(rebuttalOf(utterances, utterances[1]!)?.target.index).toBe(target);
  });

  it.each([
    ['a rejected offer that nobody told of', `${FERRY} The owners rejected the bid.`],
    ['what was found', `${FERRY} Inspectors found that it was unfair.`],
    [
      'what shares one word far above',
      `Divers said the ferry took on water. ${'It rained in Tolo. '.repeat(9)}Ilse Gorse denied that her hotel used water.`,
    ],
    [
      'weather, where somebody is not guilty',
      'The clerk said it rained. Ilse Gorse said that she was not guilty.',
    ],
    ['what somebody would deny', `${FERRY} Ilse Gorse would deny that the ferry was overloaded.`],
    [
      'what was only claimed, where somebody is not guilty',
      'The clerk claimed that it rained. Ilse Gorse said that she was not guilty.',
    ],
    ['an idea that says itself what it is', `${FERRY} Ilse Gorse challenged the idea that hotels harm fish.`],
    ['a denial of something else', `${FERRY} Ilse Gorse denied that her hotel had burned.`],
    [
      'agreement in a negation',
      `${FERRY} Ilse Gorse said that she could not disagree. Ilse Gorse said that few were saved.`,
    ],
    [
      'what parties disagree on',
      'The parties disagree on the date. Rossi said that it was May. Brandt said that it was warm.',
    ],
    ['what only goes on', `${FERRY} But they said that the sea was calm.`],
    ['a turn to another matter', `${FERRY} But Ilse Gorse said that the hotel was open.`],
    [
      '“while” at the start of a sentence',
      `${FERRY} While critics said that the sea was calm, nobody listened.`,
    ],
    [
      'a figure for something else',
      'Nurses said that 350 beds had been closed. The ministry said that 212 boats had sunk.',
    ],
    ['silence', `${FERRY} The owners would not confirm that claim.`],
    ['one’s own words', 'Rossi said the ferry was safe. Rossi denied that the ferry was full.'],
  ])('is not %s', (_case, text) => {
    expect(read(text).length).toBeGreaterThan(1);
    expect(rebuttals(text)).toEqual([]);
  });
});

describe('who is against a claim', () => {
  const words = (utterances: readonly Utterance[]) => utterances.map(({ index }) => index);

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

  it('goes on being so in the sentence, and in the next with a negation or about the same', () => {
    const next = (text: string) => {
      const utterances = read(text);
      return goesOnWith(utterances, utterances[1]!, utterances[0]!)?.index;
    };
    expect(next(`${FERRY} Ilse Gorse denied this, saying that few had been aboard.`)).toBe(2);
    expect(next(`${FERRY} Ilse Gorse denied this. “It was not even full,” Gorse said.`)).toBe(2);
    expect(next(`${FERRY} Ilse Gorse denied this. Gorse said that the ferry was overloaded at Tolo.`)).toBe(
      2,
    );
    expect(next(`${FERRY} Ilse Gorse denied this. Gorse said that the hotel was open.`)).toBeUndefined();
    expect(next(`${FERRY} Ilse Gorse denied this, urging divers to wait.`)).toBeUndefined();
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
