import { describe, expect, it } from 'vitest';
import { PAIR_FEATURES, candidatesOf, isOutspoken, readPair } from '../../../lib/claims/status/disputes.ts';
import { read } from '../told.ts';

/** What speaks for the second claim disputing the first, by name. */
function pairOf(text: string): Record<string, number> {
  const utterances = read(text);
  const row = new Float32Array(PAIR_FEATURES.length + 1).fill(Number.NaN);
  readPair(utterances, utterances[1]!, utterances[0]!, row);
  expect(row.at(-1)).toBeNaN(); // nothing is written behind the last feature
  expect(row.slice(0, -1)).not.toContain(Number.NaN);
  return Object.fromEntries(PAIR_FEATURES.map((name, i) => [name, row[i]!]));
}

describe('what speaks for a dispute', () => {
  it('is a denial of the same thing by another', () => {
    const pair = pairOf('Nurses said the ward was closed. The hospital denied that the ward was closed.');
    expect(pair).toMatchObject({ denies: 1, opposes: 1, 'claims apart': 1 });
    expect(pair['shared words']).toBeGreaterThan(0);
  });

  it('is written alike where only some is asked for, but for what is left out', () => {
    const utterances = read('Nurses said the ward was closed. The hospital denied that the ward was closed.');
    const whole = new Float32Array(PAIR_FEATURES.length);
    readPair(utterances, utterances[1]!, utterances[0]!, whole);
    const asked = Uint8Array.from(PAIR_FEATURES, name => (name === 'x speaks of y' ? 0 : 1));
    const some = new Float32Array(PAIR_FEATURES.length).fill(7);
    readPair(utterances, utterances[1]!, utterances[0]!, some, asked);
    const left = PAIR_FEATURES.indexOf('x speaks of y');
    expect(some).toEqual(whole.with(left, 7));
  });

  it('is another number of the same', () => {
    const text = 'Police said 40 people marched. Organisers said 300 people marched.';
    expect(pairOf(text)).toMatchObject({ 'other number': 1 });
    expect(pairOf(text.replace('300', '40'))).toMatchObject({ 'other number': 0 });
  });

  it('is a word that answers', () => {
    const text = 'Nurses said the ward was closed. However, the hospital said that it was not.';
    expect(pairOf(text)).toMatchObject({ contrast: 1, 'opens negative': 1 });
  });

  it('is a stand against the plan of others', () => {
    const text = 'The mayor praised the tunnel. Shopkeepers criticised the tunnel.';
    expect(pairOf(text)).toMatchObject({ attitudes: -1, opposes: 1, 'opposes, apart': 1 });
    expect(pairOf(text.replace('criticised', 'praised'))).toMatchObject({ attitudes: 1, opposes: 0 });
  });

  it('is an answer by those whom a charge names', () => {
    const text = 'Residents said the Gorse plant abused its permit. Gorse engineers said it runs well.';
    expect(pairOf(text)).toMatchObject({ 'y charges': 1, 'y names kin of x': 1 });
    expect(pairOf(text.replace('abused', 'had'))).toMatchObject({ 'y charges': 0 });
  });

  it('is to call it untrue, whatever the word', () => {
    const text = 'Nurses said the ward was closed. The hospital called the claim a fantasy.';
    expect(pairOf(text)).toMatchObject({ rejects: 1, antecedent: 1, 'rejects antecedent': 1 });
    expect(pairOf(text.replace('a fantasy', 'an opportunity'))).toMatchObject({ rejects: 0 });
    for (const rejecting of ['that there was no truth in it', 'that this was not the case', 'it was not so'])
      expect(pairOf(text.replace('called the claim a fantasy', `said ${rejecting}`))).toMatchObject({
        rejects: 1,
      });
    for (const other of ['that it was not so large', 'that the ward was not painted yet'])
      expect(pairOf(text.replace('called the claim a fantasy', `said ${other}`))).toMatchObject({
        rejects: 0,
      });
  });

  it('is an answer by who is charged', () => {
    const text = 'Prosecutors accused Ilse Gorse of fraud. Gorse said she kept every receipt.';
    expect(pairOf(text)).toMatchObject({ 'charged answers': 1 });
    expect(pairOf(text.replace('accused Ilse Gorse of fraud', 'thanked Ilse Gorse'))).toMatchObject({
      'charged answers': 0,
    });
    expect(pairOf(text.replace('Gorse said', 'Neighbours said'))).toMatchObject({ 'charged answers': 0 });
  });

  it('is nothing but another figure, spelled or not', () => {
    const text = 'Police reported 40 marchers. Organisers reported 300.';
    expect(pairOf(text)).toMatchObject({ figures: 1 });
    expect(pairOf(text.replace('300', 'twelve'))).toMatchObject({ figures: 1 });
    expect(pairOf(text.replace('300', '40'))).toMatchObject({ figures: 0 });
    expect(pairOf(text.replace('300', 'a crowd'))).toMatchObject({ figures: 0 });
  });

  it('is the same, negated', () => {
    const text = 'Nurses said the ward was closed. The hospital said the ward was not closed.';
    expect(pairOf(text)['negates the same']).toBeGreaterThan(0.5);
    expect(pairOf(text.replace('not closed', 'closed early'))['negates the same']).toBe(0);
  });

  it('is not to concede', () => {
    const text = 'Nurses said the ward was closed. The hospital admitted that it was not staffed.';
    expect(pairOf(text)).toMatchObject({ 'x concedes': 1 });
    expect(pairOf(text.replace('admitted', 'said'))).toMatchObject({ 'x concedes': 0 });
  });

  it('is not that nobody disputes it', () => {
    const text = 'The mayor said the bridge leans. Engineers dispute the claim.';
    expect(pairOf(text)).toMatchObject({ rejects: 1 });
    expect(pairOf(text.replace('Engineers dispute', 'Nobody disputes'))).toMatchObject({ rejects: 0 });
  });

  it('is a contrast between the two', () => {
    const text = 'Nurses said the ward was full, while doctors said that it had room.';
    expect(pairOf(text)).toMatchObject({ 'contrast between': 1 });
    expect(pairOf(text.replace('while', 'and'))).toMatchObject({ 'contrast between': 0 });
  });
});

describe('disputes in an article', () => {
  it('are not looked for in silence, nor between a report and what it reports', () => {
    const utterances = read('Miners said that it had flooded. The firm declined to comment on the report.');
    expect(candidatesOf(utterances, utterances[1]!)).toEqual([]);
    expect(candidatesOf(utterances, utterances[0]!)).toEqual([]);
    const nested = read('The agency reported that miners said that the shaft had flooded.');
    expect(nested.map(x => candidatesOf(nested, x).length)).toEqual([0, 0]);
  });

  it.each([
    'The hospital would not confirm the report.',
    'The hospital refused to discuss the claim.',
    'The hospital did not dispute the report.',
  ])('are not looked for where somebody only keeps silent: %s', answer => {
    const utterances = read(`Nurses said the ward was closed. ${answer}`);
    expect(utterances.slice(1).map(x => candidatesOf(utterances, x).length)).toEqual([0]);
  });

  it('are not looked for where two are against the same in the same words', () => {
    const utterances = read(
      'The guild condemned the ferry strike in Tolo. Its chairwoman condemned the ferry strike in Tolo.',
    );
    expect(utterances.map(x => candidatesOf(utterances, x).length)).toEqual([0, 0]);
  });

  const disputes = (text: string) => read(text).map(({ claim }) => claim.disputedBy);

  it('are not looked for between two tellings of one claim', () => {
    const twice =
      'The harbour board said that nine fishing boats sank in the storm. Its director said nine fishing boats sank in the storm.';
    const utterances = read(twice);
    expect(utterances.map(x => candidatesOf(utterances, x).length)).toEqual([0, 0]);
    for (const differing of [
      twice.replace('director said nine', 'director said four'),
      twice.replace('boats sank in the storm. Its', 'boats did not sink in the storm. Its'),
    ]) {
      const others = read(differing);
      expect(others.map(x => candidatesOf(others, x).length)).toEqual([1, 1]);
    }
  });

  it('link the denied accusation to the denial', () => {
    expect(
      disputes('Residents accused the plant of poisoning the river. The plant denied the accusation.'),
    ).toEqual([['c2'], []]);
  });

  it('do not take a false pretext for a denial', () => {
    const denied = (words: string) =>
      read(`Marr said the mine poisoned the river. Gorse Ltd said ${words}.`)[0]?.claim.status;
    expect(denied('the claim was false')).toBe('denied');
    expect(denied('the mine had opened on a false pretext')).not.toBe('denied');
  });

  it('are not looked for with what tells of both sides', () => {
    const text =
      'The union and the harbour blamed each other for the delay. The union said that the crane was late.';
    const utterances = read(text);
    expect(utterances.map(({ isMutual }) => isMutual)).toEqual([true, false]);
    expect(candidatesOf(utterances, utterances[1]!)).toEqual([]);
    const others = read(text.replace('each other', 'the mayor').replace('The union said', 'The mayor said'));
    expect(candidatesOf(others, others[1]!)).toHaveLength(1);
  });

  it('are not looked for between a heading and what stands below it', () => {
    const heading = 'Gorse Ltd denies that the mine leaks';
    const body = 'Residents said that the mine leaks. Gorse Ltd denied that the mine leaks.';
    const targets = (text: string) => {
      const utterances = read(text);
      return utterances.map(x => candidatesOf(utterances, x).map(y => y.index));
    };
    expect(targets(`${heading}\n\n${body}`)).toEqual([[], [2], [1]]);
    expect(targets(`${heading}.\n\n${body}`)[1]).toEqual([0, 2]);
  });

  it('are not looked for between two who deny', () => {
    const utterances = read('Rossi denied that it leaked. Brandt denied that it burned.');
    expect(utterances.map(x => candidatesOf(utterances, x))).toEqual([[], []]);
    const opposed = read('Rossi said that it leaked. Brandt denied that it leaked.');
    expect(candidatesOf(opposed, opposed[1]!)).toHaveLength(1);
  });

  it('are looked for between a critic and whom the critic is of', () => {
    const utterances = read('A critic of the firm said it leaked. The firm said it was dry.');
    expect(candidatesOf(utterances, utterances[1]!)).toHaveLength(1);
  });

  it('are told by words only if these are about what the other says', () => {
    const told = (text: string) => {
      const utterances = read(text);
      return isOutspoken(utterances[1]!, utterances[0]!);
    };
    const nurses = 'Nurses said the ward was closed.';
    expect(told(`${nurses} The hospital denied that the ward was closed.`)).toBe(true);
    expect(told(`${nurses} The hospital denied the claim.`)).toBe(true);
    expect(told(`${nurses} The hospital said the ward was not closed.`)).toBe(true);
    expect(told(`${nurses} The hospital denied that it had hired a chef.`)).toBe(false);
    expect(told(`${nurses} The hospital said the ward was busy.`)).toBe(false);
  });

  it.each([
    [
      'one document, by “the report”',
      'A report by Gorse Ltd said the plant was safe. The report said it was not large.',
    ],
    ['one speaker', 'Rossi said the plant was safe. Rossi said it was not large.'],
    [
      'one speaker, by pronoun and by “the firm”',
      'Gorse Ltd said the plant was safe. The firm said it was not large.',
    ],
    ['agreement', 'Rossi said the plant was safe. Inspectors said that it met every rule.'],
  ])('are not found: %s', (_case, text) => {
    expect(disputes(text)).toEqual([[], []]);
  });
});

it('compares each claim with twelve others at most, however many there are', () => {
  const utterances = read('Rossi denied that it leaked. Police said that it leaked. '.repeat(200));
  const compared = utterances.map(x => candidatesOf(utterances, x).length);
  expect(utterances.length).toBeGreaterThan(300);
  expect(Math.max(...compared)).toBeLessThanOrEqual(12);
  expect(Math.max(...compared)).toBeGreaterThan(3);
});
