import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CorrectHere, Corrected } from '../../components/corrections.tsx';
import { claimItem, pageItem, playerItem, summaryItem } from '../../components/report-items.ts';
import type { Correction } from '../../lib/report/corrections.ts';
import type { ReportItem } from '../../lib/report/report.ts';
import { READ, fakeDesk } from './fake-desk.ts';
import { BRIEF } from './fixture.ts';
import { another, open } from './opened.tsx';
import { faults, show, speak, wordsIn } from './stage.tsx';

beforeEach(() => speak());

/** Shows what can be corrected about an item, and notes what is. */
function given(item: ReportItem) {
  const made: Correction[] = [];
  let changes = 0;
  const desk = {
    list: async () => made,
    add: async (_article: unknown, correction: Correction) => [...(made.push(correction), made)],
    undo: async () => [],
  };
  show(
    <main>
      <h1>Reported</h1>
      <CorrectHere desk={desk} brief={BRIEF} item={item} onChange={() => changes++} />
    </main>,
  );
  return { made, changes: () => changes };
}

describe('after a report', () => {
  const [claim] = BRIEF.claims;
  const words = claim!.content.map(({ start, end }) => BRIEF.article.text.slice(start, end)).join(' … ');

  it('a claim can be dropped', async () => {
    const { made, changes } = given(claimItem(BRIEF, claim!));
    await page.getByRole('button', { name: 'Drop this claim' }).click();
    await expect.element(page.getByText('Corrected by you, on this device only.')).toBeVisible();
    expect(made).toEqual([{ type: 'hide_claim', words }]);
    expect(changes()).toBe(1);
    expect(await faults()).toEqual([]);
  });

  it('a claim can be given to somebody the article names, or to nobody', async () => {
    const { made } = given(claimItem(BRIEF, claim!));
    const name = BRIEF.players.find(({ type }) => type === 'person')!.name;
    const list = page.getByLabelText('It was said by');
    await userEvent.selectOptions(list, name);
    await userEvent.selectOptions(list, 'nobody the article names');
    expect(made).toEqual([
      { type: 'set_source', words, name },
      { type: 'set_source', words, name: null },
    ]);
  });

  it('a name can be hidden, and told apart from each of its other forms', () => {
    const player = BRIEF.players.find(({ aliases }) => aliases.length > 0)!;
    given(playerItem(BRIEF, player));
    for (const alias of player.aliases) expect(wordsIn('.correct')).toContain(`“${alias}” is somebody else`);
    expect(wordsIn('.correct')).toContain('Hide this name');
  });

  it('nothing is offered for a whole page, or for words the reader kept back', () => {
    given(pageItem());
    expect(document.querySelector('.correct')).toBeNull();
    const { words: _kept, ...sentence } = summaryItem(BRIEF, 0);
    given(sentence);
    expect(document.querySelector('.correct')).toBeNull();
  });
});

it('what was corrected is listed, and can be undone', async () => {
  const corrections: Correction[] = [
    { type: 'hide_player', name: 'Port Ansley' },
    { type: 'set_source', words: 'fares would rise', name: null },
  ];
  const undone: Correction[] = [];
  let isFull = true;
  const desk = {
    list: async () => corrections,
    add: async () => corrections,
    undo: async (_article: unknown, correction: Correction) => {
      if (isFull) throw new Error('The disk is full');
      undone.push(correction);
      return corrections.filter(it => it !== correction);
    },
  };
  show(
    <main>
      <h1>Brief</h1>
      <Corrected desk={desk} article={BRIEF.article} onChange={() => undefined} />
    </main>,
  );
  await page.getByText('Corrected by you: 2').click();
  await page.getByRole('button', { name: 'Undo Hidden: Port Ansley' }).click();
  await expect.element(page.getByText('The correction could not be kept. Please try again.')).toBeVisible();
  isFull = false;
  await page.getByRole('button', { name: 'Undo Hidden: Port Ansley' }).click();
  await expect.poll(() => wordsIn('.corrected')).not.toContain('Port Ansley');
  expect(undone).toEqual(corrections.slice(0, 1));
  expect(wordsIn('.corrected output')).toBe('');
  expect(wordsIn('.corrected')).toContain('“fares would rise” said by nobody the article names');
  expect(await faults()).toEqual([]);
});

it('of another article read meanwhile no correction shows, however late the answer comes', async () => {
  const answers: ((corrections: Correction[]) => void)[] = [];
  const { corrections } = fakeDesk().desk;
  let reading = READ;
  const notes = open({
    corrections: { ...corrections, list: () => new Promise(it => answers.push(it)) },
    read: async () => reading,
  });
  await expect.poll(() => answers).toHaveLength(1);
  answers[0]!([{ type: 'hide_player', name: 'Port Ansley' }]);
  await expect.poll(() => wordsIn('.corrected')).toContain('Corrected by you: 1');
  reading = another('Pumps replaced', 'https://courier.example/local/pumps');
  notes.changeTab('address');
  await expect.poll(() => answers).toHaveLength(2);
  expect(document.querySelector('.corrected')).toBeNull();
  reading = READ;
  notes.changeTab('address');
  await expect.poll(() => answers).toHaveLength(3);
  answers[2]!([{ type: 'hide_player', name: 'Port Ansley' }]);
  await expect.poll(() => wordsIn('.corrected')).toContain('Corrected by you: 1');
  answers[1]!([{ type: 'hide_player', name: 'Merrow Island' }]);
  await page.getByText('Corrected by you: 1').click();
  expect(wordsIn('.corrected')).toContain('Hidden: Port Ansley');
});
