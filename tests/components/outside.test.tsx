import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Outside } from '../../components/outside.tsx';
import type { OutsideDesk } from '../../components/desk.ts';
import type { OutsideEvidence, OutsideSource } from '../../lib/verify/outside.ts';
import { BRIEF, find } from './fixture.ts';
import { faults, show, speak, wordsIn } from './stage.tsx';

beforeEach(() => speak());

const asOf = '2026-05-04T09:00:00.000Z';

/** Shows the section with sources that give these answers, and notes which were asked. */
function given(answers: Partial<Record<OutsideSource, OutsideEvidence>>) {
  const asked: OutsideSource[] = [];
  const desk: OutsideDesk = {
    plan: () => [
      { source: 'fact-checks', host: 'checks.example', sends: '' },
      { source: 'who', host: 'people.example', sends: 'Petra Lindqvist' },
      { source: 'papers', host: 'papers.example', sends: 'night crossings fallen' },
    ],
    links: () => [{ name: 'The exact phrase on the web', url: 'https://search.example/?q=x' }],
    look: async source => {
      asked.push(source);
      const answer = answers[source];
      if (!answer) throw new Error('The worker has gone');
      return answer;
    },
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
    expect(wordsIn('#outside-who-sends')).toBe('Sends: Petra Lindqvist');
    expect(wordsIn('#outside-fact-checks-sends')).toContain('Needs your own key');
    expect(document.querySelectorAll('.outside button')).toHaveLength(2);
    expect(asked).toEqual([]);
    expect(await faults()).toEqual([]);
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

  it('opens a search without telling it where the reader comes from', () => {
    given({});
    const link = document.querySelector<HTMLAnchorElement>('.links-out a');
    expect(link?.rel).toBe('noopener noreferrer');
    expect(link?.target).toBe('_blank');
  });
});
