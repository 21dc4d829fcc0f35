import { describe, expect, it } from 'vitest';
import { rebuttalOf } from '../../../lib/claims/status/rebuttals.ts';
import { read } from '../told.ts';
import type { Told } from '../told.ts';

/** Who is against whom, by the places of their claims: “1>0”, “1~0” for another view. */
function rebuttals(text: string, told?: Told): string[] {
  const utterances = read(text, told);
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
    [
      'a figure that is called names',
      'Divers said the ferry carried 40 lorries. The owners called the figure “a guess by people under water”.',
      '1>0',
    ],
    ['what is called a distortion', `${FERRY} Rossi called that a distortion.`, '1>0'],
    [
      'a report that a team calls names, which is not the report that speaks',
      'A report in The Tolo Herald said the ferry was overloaded. The team called the story “seaweed”.',
      '1>0',
    ],
    [
      'what the court said, where somebody disagrees with the court',
      'The court in Tolo ruled that the ferry was sold. The clerk said it rained. “We disagree with the court in Tolo on the dates,” said Ilse Gorse.',
      '2>0',
    ],
    [
      'a charge that is answered in the first person',
      'Prosecutors accused Ilse Gorse of sinking a ferry. “I have never so much as owned a rowing boat,” Gorse said.',
      '1>0',
    ],
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
      'a charge, where somebody denies that who is charged is responsible, behind what else the accuser said',
      'Rossi accused the board of changing the design. “Every change was paid for,” Rossi said. “It rained for a week.” Ilse Gorse denied that the board was responsible for the delay.',
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
    [
      'what was not so',
      'Brandt claimed that the mill was promised to Rossi. Ilse Gorse said that she never promised him the mill.',
      '1~0',
    ],
    ['the other side', 'Farmers were opposed to the new tunnel. Rossi praised the new tunnel.', '1~0'],
    [
      'what is not true, in a sentence of its own',
      'A paper claimed that the mayor had fled to Tolo. “They saw a boat in the fog, and a coat. That is not true,” said Ilse Gorse.',
      '1>0',
    ],
    [
      'what somebody denies having done to it',
      'Brandt said that she threw a stapler. The clerk denied throwing it.',
      '1>0',
    ],
    [
      'what was not so, and is told next',
      'Ilse Gorse said that she never sold Rossi the old mill. A paper claimed that Gorse sold Rossi the old mill.',
      '0~1',
    ],
    [
      'another number for what is counted in the same words',
      'The council said that the tunnel would cost £9m over ten years. Auditors said that the tunnel would cost £14m over ten years.',
      '1~0',
    ],
    [
      'what there was none of',
      'The firm said that a strike had delayed the boats. Dockers said that there was no strike.',
      '1~0',
    ],
  ])('is %s', (_case, text, expected) => {
    expect(rebuttals(text)).toEqual([expected]);
  });

  it.each([
    [
      'what was told in the same words',
      'The club announced a plan to sell the lido. It rained in Tolo. Rossi was sceptical of the plan to sell the lido.',
      ['Rossi', 'was sceptical', 'of the plan to sell the lido'],
      '1~0',
    ],
    [
      'what others believe within',
      'Rossi was not convinced that the lido will pay for itself, as the builders believe.',
      ['the builders', 'believe', 'the lido will pay for itself'],
      '0~1',
    ],
  ] as const)('is doubted: %s', (_case, text, told, expected) => {
    expect(rebuttals(text, told)).toEqual([expected]);
  });

  it('is what no evidence was found for', () => {
    const rest = 'evidence in any of the letters for the claim by Rossi that the dam had leaked';
    const told = (cue: string, content: string) =>
      rebuttals(`The court ${cue} ${content}.`, ['The court', cue, content]);
    expect(told('did not see', `any ${rest}`)).toEqual(['0>1']);
    expect(told('saw', rest)).toEqual([]);
  });

  it('is not what is told within', () => {
    const text = 'Ilse Gorse said there was no mud where an inspector found mud in the mill.';
    const told = ['an inspector', 'found', 'mud in the mill'] as const;
    expect(read(text, told)).toHaveLength(2);
    expect(rebuttals(text, told)).toEqual([]);
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
    [
      'what may not be, or ought not to be',
      'Brandt claimed that the mill was promised to Rossi. Ilse Gorse said that a mill should not be promised to Rossi.',
    ],
    ['the same side', 'Farmers praised the new tunnel. Rossi praised the new tunnel.'],
    ['a side on another matter', 'Farmers were opposed to the new tunnel. Rossi praised the old ferry.'],
    [
      'what another sentence negates',
      'Brandt said that the runways at Tolo were destroyed. “The runways at Tolo were destroyed. Nobody can land,” Rossi said.',
    ],
    [
      'what a firm denies of itself',
      'Brandt said that the board would not apologise. The Gorse Company denied that it had left.',
    ],
    [
      'what is not true of something named',
      'A paper claimed that the mayor had fled to Tolo. Ilse Gorse said that any hope in it was false.',
    ],
    [
      'another number for something else',
      'The council said that the tunnel would cost £9m over ten years. Auditors said that the bridge would last for twenty years.',
    ],
    [
      'the absence of something else',
      'The firm said that a strike had delayed the boats. Dockers said that there was no coffee.',
    ],
    [
      'what is confirmed not to be',
      'The firm said that a strike had delayed the boats. Dockers confirmed that there was no strike.',
    ],
    ['silence', `${FERRY} The owners would not confirm that claim.`],
    ['one’s own words', 'Rossi said the ferry was safe. Rossi denied that the ferry was full.'],
  ])('is not %s', (_case, text) => {
    expect(read(text).length).toBeGreaterThan(1);
    expect(rebuttals(text)).toEqual([]);
  });
});
