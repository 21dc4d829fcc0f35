import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Outside } from '../../components/outside.tsx';
import type { OutsideDesk } from '../../components/desk.ts';
import type { OutsideEvidence, OutsideSource } from '../../lib/verify/outside.ts';
import { BRIEF, find } from './fixture.ts';
import { faults, show, speak, wordsIn } from './stage.tsx';

beforeEach(() => speak());

const asOf = '2026-05-04T09:00:00.000Z';

type Answers = Partial<Record<OutsideSource, OutsideEvidence | Promise<OutsideEvidence>>>;

/** Shows the section with sources that give these answers, and notes what was asked of the desk. */
function given(answers: Answers, patch: Partial<OutsideDesk> = {}) {
  const asked: string[] = [];
  const answer = async (source: OutsideSource) => {
    const found = await answers[source];
    if (!found) throw new Error('The worker has gone');
    return found;
  };
  const desk: OutsideDesk = {
    plan: () => [
      { source: 'fact-checks', host: 'checks.example', sends: [], withKey: true },
      { source: 'who', host: 'people.example', sends: ['Petra Lindqvist', 'en'] },
      { source: 'papers', host: 'papers.example', sends: ['night crossings fallen'] },
    ],
    links: () => [
      { name: 'The exact phrase on the web', url: 'https://search.example/?q=x' },
      { name: 'With your search engine', words: '"night crossings"' },
    ],
    look: ({ source }) => {
      asked.push(source);
      return answer(source);
    },
    lookAsChosen: ({ source }) => {
      asked.push(`${source} as chosen`);
      return answer(source);
    },
    stop: source => void asked.push(`stop ${source}`),
    chosen: async () => [],
    choose: async (source, isAlways) => {
      asked.push(`${isAlways ? 'always' : 'no longer'} ${source}`);
      return true;
    },
    isPrivate: false,
    search: words => void asked.push(`search ${words}`),
    ...patch,
  };
  show(
    <main>
      <h1>Verify</h1>
      <Outside desk={desk} brief={BRIEF} place={find('night crossings')} />
    </main>,
  );
  return asked;
}

describe('the look outside', () => {
  it('asks nobody by itself, and says where each button leads and what it sends', async () => {
    const asked = given({});
    await expect.element(page.getByRole('button', { name: 'Ask people.example' })).toBeVisible();
    expect(wordsIn('#outside-who-sends')).toBe('Sends: Petra Lindqvist · en');
    expect(wordsIn('#outside-fact-checks-sends')).toContain('Needs your own key');
    expect(document.querySelectorAll('.sources button')).toHaveLength(2);
    expect(wordsIn('.outside')).toContain('Nothing is asked until you press a button.');
    expect(asked).toEqual([]);
    expect(await faults()).toEqual([]);
  });

  it('says when a service that wants to be left alone can be asked again', async () => {
    given({
      who: { status: 'not_measured', source: 'who', reason: 'rate_limited', retryAfterMs: 90_000 },
      papers: {
        status: 'not_measured',
        source: 'papers',
        reason: 'rate_limited',
        retryAfterMs: 3 * 3_600_000,
      },
    });
    await page.getByRole('button', { name: 'Ask people.example' }).click();
    await expect.poll(() => wordsIn('.outside')).toContain('It can be asked again in 2 minutes.');
    await page.getByRole('button', { name: 'Ask papers.example' }).click();
    await expect.poll(() => wordsIn('.outside')).toContain('It can be asked again in 3 hours.');
    expect(await faults()).toEqual([]);
  });

  it('does not say that nothing is asked where a source is always asked', async () => {
    given({ papers: { status: 'empty', source: 'papers', asOf } }, { chosen: async () => ['papers'] });
    await expect.element(page.getByText(/^Sources you always ask/)).toBeVisible();
    expect(wordsIn('.outside')).not.toContain('Nothing is asked until');
  });

  it('asks the one that was pressed, and shows findings in the publisher’s words', async () => {
    const asked = given({
      papers: {
        status: 'ok',
        source: 'papers',
        asOf,
        fromCache: false,
        findings: [
          {
            match: 'about',
            reasons: ['night', 'crossings'],
            title: '<b>Ferries</b> at night',
            url: 'https://other.example/a',
            publisher: 'other.example',
            rating: 'Mostly right',
          },
        ],
      },
    });
    await page.getByRole('button', { name: 'Ask papers.example' }).click();
    // Markup of a reply is shown as the text it is.
    await expect.element(page.getByRole('link', { name: '<b>Ferries</b> at night' })).toBeVisible();
    expect(wordsIn('.findings')).toContain('other.example rates it: “Mostly right”');
    expect(wordsIn('.findings')).toContain('The same statement: shares night and crossings');
    expect(asked).toEqual(['papers']);
    expect(await faults()).toEqual([]);
    // What is read out at once is how many there are; the findings are there to be gone to.
    const live = [...document.querySelectorAll('.answer :is(output, [aria-live]), .answer[aria-live]')];
    expect(live.map(it => it.textContent).join('')).toBe('1 finding');
  });

  it.each<[string, OutsideEvidence | undefined, string]>([
    ['nothing found', { status: 'empty', source: 'who', asOf }, 'says nothing about whether it is true'],
    [
      'refused for now',
      { status: 'not_measured', source: 'who', reason: 'rate_limited' },
      'Could not be asked: the service asks to come back later.',
    ],
    ['no answer at all', undefined, 'Could not be asked: the answer could not be understood.'],
  ])('tells %s from a verdict', async (_case, answer, words) => {
    given(answer ? { who: answer } : {});
    await page.getByRole('button', { name: 'Ask people.example' }).click();
    await expect.poll(() => wordsIn('.sources')).toContain(words);
    expect(await faults()).toEqual([]);
  });

  it('shows what comes as it comes, and waits for nobody', async () => {
    const papers: OutsideEvidence = { status: 'empty', source: 'papers', asOf };
    const asked = given({ who: new Promise(() => undefined), papers });
    await page.getByRole('button', { name: 'Ask people.example' }).click();
    await page.getByRole('button', { name: 'Ask papers.example' }).click();
    await expect.poll(() => wordsIn('.sources')).toContain('Nothing found there.');
    expect(wordsIn('.sources')).toContain('Asking…');
    expect(wordsIn('.sources')).toContain('Looked at papers.example.');
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => wordsIn('.sources')).toContain('it was called off');
    expect(asked).toEqual(['who', 'papers', 'stop who']);
  });

  it('lets an answer that comes after a stop go by', async () => {
    let settle = (_evidence: OutsideEvidence): void => undefined;
    given({ who: new Promise(resolve => (settle = resolve)) });
    await page.getByRole('button', { name: 'Ask people.example' }).click();
    await page.getByRole('button', { name: 'Stop' }).click();
    settle({ status: 'empty', source: 'who', asOf });
    await page.getByRole('button', { name: 'Ask papers.example' }).click(); // by then it has come
    expect(wordsIn('.sources')).not.toContain('Nothing found');
  });

  it('asks at once those the reader chose once, and only those there is something to ask of', async () => {
    const who: OutsideEvidence = { status: 'not_measured', source: 'who', reason: 'no_permission' };
    const asked = given({ who }, { chosen: async () => ['who', 'fact-checks'] });
    await expect.poll(() => wordsIn('.sources')).toContain('permission for it has been withdrawn');
    expect(asked).toEqual(['who as chosen']);
  });

  it('saves and withdraws a standing choice, and asks nobody for it', async () => {
    const asked = given({});
    const always = page.getByRole('checkbox').first();
    await always.click();
    await expect.poll(() => wordsIn('.sources')).toContain('From now on people.example is asked');
    await always.click();
    await expect.poll(() => wordsIn('.sources')).toContain('asked only when you press');
    expect(asked).toEqual(['always who', 'no longer who']);
    expect(await faults()).toEqual([]);
  });

  it('takes a standing choice back that the browser did not allow', async () => {
    given({}, { choose: async () => false });
    await page.getByRole('checkbox').first().click();
    await expect.poll(() => wordsIn('.sources')).toContain('did not allow it');
    expect(document.querySelector<HTMLInputElement>('.sources input')?.checked).toBe(false);
  });

  it('offers no standing choice in a private window', async () => {
    given({}, { isPrivate: true });
    await expect.poll(() => wordsIn('.outside')).toContain('In a private window each source');
    await expect.element(page.getByRole('button', { name: 'Ask people.example' })).toBeVisible();
    expect(document.querySelectorAll('input')).toHaveLength(0);
  });

  it('says in what a finding differs, who edits an entry, and what could not be asked', async () => {
    const finding = {
      match: 'related' as const,
      reasons: ['Petra Lindqvist'],
      title: 'Petra Lindqvist',
      url: 'https://people.example/Q1',
      differences: ['number' as const],
      changed: '2026-04-01T00:00:00Z',
      encyclopedia: 'https://en.wikipedia.org/wiki/Petra_Lindqvist',
      note: 'ambiguous' as const,
    };
    given({
      who: { status: 'ok', source: 'who', asOf, fromCache: true, findings: [finding], partly: 'enough' },
    });
    await page.getByRole('button', { name: 'Ask people.example' }).click();
    await expect.element(page.getByRole('link', { name: 'Wikipedia' })).toBeVisible();
    const shown = wordsIn('.sources');
    expect(shown).toContain('But different: the number');
    expect(shown).toMatch(/Edited by volunteers, last changed .*2026/);
    expect(shown).toContain('Not everything could be asked: enough was asked for one press');
    expect(await faults()).toEqual([]);
  });

  it('tells days, months, years and numbers in the words of the language', async () => {
    speak('de');
    const finding = {
      match: 'related' as const,
      reasons: [],
      title: 'Petra Lindqvist',
      url: 'https://people.example/Q1',
      date: '2026-03-05T10:00:00Z',
      note: 'holds' as const,
      from: '2017-05-14',
      to: '2022',
    };
    given({
      who: { status: 'ok', source: 'who', asOf, fromCache: true, findings: [finding], papers: 1_200 },
    });
    await page.getByRole('button', { name: /people\.example/ }).click();
    await expect.poll(() => wordsIn('.findings')).toContain('5. März 2026');
    expect(wordsIn('.findings')).toContain('Im Amt: 14. Mai 2017 – 2022');
    expect(wordsIn('.sources')).toContain('1.200');
  });

  it('hands the exact words to the reader’s own search engine', async () => {
    const asked = given({});
    await page.getByRole('button', { name: /^With your search engine/ }).click();
    expect(asked).toEqual(['search "night crossings"']);
  });

  it('opens a search without telling it where the reader comes from', () => {
    given({});
    const link = document.querySelector<HTMLAnchorElement>('.links-out a');
    expect(link?.rel).toBe('noopener noreferrer');
    expect(link?.target).toBe('_blank');
  });
});
