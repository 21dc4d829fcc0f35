import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Evidence } from '../../lib/verify/evidence.ts';
import type { ClaimOf, Verification } from '../../lib/verify/verification.ts';
import { BRIEF, find } from './fixture.ts';
import { freshPage, open } from './opened.tsx';
import { button, faults, says, tab, wordsIn } from './stage.tsx';

beforeEach(freshPage);

describe('verify', () => {
  const item = (id: string, relation: Evidence['items'][number]['relation']) => ({
    claimId: id,
    ...BRIEF.claims.find(claim => claim.id === id)!.content[0]!,
    relation,
  });
  const verified =
    (patch: Partial<Extract<Verification, { status: 'ok' }>>, items: Evidence['items']) =>
    async (): Promise<Verification> => ({
      status: 'ok',
      tabId: 1,
      selection: 'two thirds of its night crossings',
      span: find('two thirds of its night crossings'),
      brief: BRIEF,
      evidence: [{ rung: 'article', status: items.length > 0 ? 'ok' : 'empty', items }],
      library: { status: 'not_measured', reason: 'nothing_remembered' },
      ...patch,
    });
  /** Asks, once the brief is there, for what is selected on the page. */
  const ask = async (verify: () => Promise<Verification>) => {
    const notes = open({ verify });
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(BRIEF.article.title);
    notes.requestVerify();
  };

  it('a listed claim is verified by a press at it', async () => {
    const asked: (ClaimOf | undefined)[] = [];
    open({
      verify: async claim => {
        asked.push(claim);
        return { status: 'unreadable', tabId: 1, reason: 'failed' };
      },
    });
    await tab(/Claims/).click();
    await button(/^Verify:/)
      .nth(1)
      .click();
    await expect.element(page.getByRole('heading', { name: 'What the article offers' })).toBeVisible();
    const claim = { article: BRIEF.article, claim: BRIEF.claims[1] };
    expect(asked).toEqual([claim]);
    await button('Try again').click(); // the same claim, not what is selected
    expect(asked).toEqual([claim, claim]);
  });

  it('a claim that is gone from the page is not taken for another: the page can be read again', async () => {
    const notes = open({ verify: async () => ({ status: 'moved', tabId: 1 }) });
    await tab(/Claims/).click();
    await button(/^Verify:/)
      .first()
      .click();
    await expect.element(says('no longer in the article in these words')).toBeVisible();
    expect(await faults()).toEqual([]);
    await button('Read the page again').click();
    await expect.element(tab(/Claims/)).toBeVisible();
    expect(notes.calls).toEqual(['read', 'read anyway']);
  });

  it('a page that has put its text into a frame since leads to it from there too', async () => {
    const frame = 'https://stories.example/ferries';
    open({ verify: async () => ({ status: 'unreadable', tabId: 1, reason: 'frames', frame }) });
    await tab(/Claims/).click();
    await button(/^Verify:/)
      .first()
      .click();
    const link = page.getByRole('link', { name: 'Open stories.example in a tab' });
    await expect.element(link).toHaveAttribute('href', frame);
  });

  it('shows of a long selection what it begins and ends with, and names it shortly', async () => {
    const selection = `Petra Lindqvist said ${'that the ferry was late and '.repeat(40)}that nobody minded.`;
    await ask(verified({ selection }, [{ ...find('1931'), relation: 'differs' }]));
    await expect.poll(() => wordsIn('.selection')).not.toBe('');
    const shown = wordsIn('.selection');
    expect(shown).toMatch(/^Petra Lindqvist said that .* … .* that nobody minded\.$/);
    expect(shown.length).toBeLessThan(320);
    const names = [...document.querySelectorAll('.item button')].map(it => it.textContent.length);
    expect(Math.max(...names)).toBeLessThan(130);
  });

  it.each([
    [
      'a claim, disputed',
      verified({}, [item('c6', 'says'), item('c7', 'disputes')]),
      'Said by Daniel Okoro. Disputed by Petra Lindqvist.',
    ],
    [
      'a claim, undisputed',
      verified({}, [item('c8', 'says')]),
      'Said by the regional health authority. Onix found nobody in the article who disputes it.',
    ],
    [
      'what somebody denies',
      verified({}, [{ ...item('c12', 'says'), against: true }]),
      'Hanna Varga speaks against it: “called”.',
    ],
    [
      'several claims, one of them disputed',
      verified({}, [item('c5', 'says'), item('c6', 'says'), item('c8', 'says'), item('c7', 'disputes')]),
      'These words hold 3 claims. Said by Daniel Okoro and the regional health authority. 1 of them is disputed in the article; it says by whom.',
    ],
    [
      'several claims, one of them a denial',
      verified({}, [item('c5', 'says'), { ...item('c12', 'says'), against: true }]),
      /^These words hold 2 claims\. Said by Daniel Okoro\. Against some of it: Hanna Varga \(“called”\)\.$/,
    ],
    [
      'several claims, none of them disputed',
      verified({}, [item('c5', 'says'), item('c8', 'says')]),
      'These words hold 2 claims. Said by Daniel Okoro and the regional health authority. Onix found nobody in the article who disputes any of them.',
    ],
    [
      'what may be seen another way',
      verified(
        {
          brief: {
            ...BRIEF,
            claims: BRIEF.claims.map(it => ({ ...it, otherViews: it.disputedBy, status: 'stated' as const })),
          },
        },
        [item('c6', 'says')],
      ),
      /^Said by Daniel Okoro\.$/,
    ],
    [
      'what is denied by nobody who is named',
      verified(
        {
          brief: {
            ...BRIEF,
            claims: BRIEF.claims.map(it => (it.id === 'c8' ? { ...it, status: 'denied' as const } : it)),
          },
        },
        [item('c8', 'says')],
      ),
      /^Said by the regional health authority\.$/,
    ],
    ['nobody named', verified({}, [item('c9', 'says')]), 'the article does not say who says it.'],
    [
      'no claim',
      verified({ span: find('The ferry line opened in 1931') }, []),
      'the article seems to say it in its own voice, in paragraph 10.',
    ],
    [
      'no claim, in a language that is read in part',
      verified(
        {
          span: find('The ferry line opened in 1931'),
          brief: { ...BRIEF, offered: { ...BRIEF.offered, claims: 'partial' } },
        },
        [],
      ),
      'Onix found nobody who is quoted with this; in this language it finds only part of what is said.',
    ],
    [
      'a claim, in a language that is read in part',
      verified({ brief: { ...BRIEF, offered: { ...BRIEF.offered, claims: 'partial' } } }, [
        item('c8', 'says'),
      ]),
      /^Said by the regional health authority\.$/,
    ],
    ['not in the text', verified({ span: null }, []), 'These words are not in the text of the article.'],
    [
      'a headline',
      verified({ span: null }, [{ ...find('The ferry line opened in 1931'), relation: 'near' }]),
      'This passage comes closest to them.',
    ],
    ['related only', verified({}, [item('c7', 'differs')]), 'Nobody is reported as saying exactly this'],
  ])('answers for %s', async (_case, verify, words) => {
    await ask(verify);
    await expect.element(says(words)).toBeVisible();
    expect(document.activeElement?.textContent).toBe('What the article offers');
    expect(wordsIn('.screen')).toMatch(/what is true\./);
    expect(await faults()).toEqual([]);
  });

  it('keeps what the page says of itself apart from what the words link to', async () => {
    const place = find('The ferry line opened in 1931');
    const review = { claim: 'The line is from 1931', rating: 'True', author: 'Harbour Facts' };
    await ask(
      verified({ span: place }, [
        { ...place, relation: 'links', href: 'https://history.example/line' },
        { ...place, relation: 'links', review },
      ]),
    );
    const wordsOf = (name: string) => page.getByRole('region', { name }).query()?.textContent ?? '';
    await expect.poll(() => wordsOf('What it links to')).toContain('Leads to history.example');
    expect(wordsOf('What it links to')).not.toContain('Harbour Facts');
    const own = wordsOf('The page’s own fact-check markup');
    expect(own).toContain('This page says of itself that it is a fact-check by Harbour Facts');
    expect(own).toContain('Its rating: “True”');
    expect(await faults()).toEqual([]);
  });

  it('tells who denies the words apart from who says them', async () => {
    await ask(verified({}, [{ ...item('c12', 'says'), against: true }]));
    await expect.element(page.getByRole('region', { name: 'Who speaks against it' })).toBeVisible();
    expect(page.getByRole('region', { name: 'Who says it' }).query()).toBeNull();
  });

  it('says of each of several claims how it stands', async () => {
    const several = [item('c5', 'says'), item('c6', 'says'), item('c8', 'says')];
    await ask(verified({}, [...several, item('c7', 'disputes')]));
    const said = () => [...document.querySelectorAll('.screen .section:first-of-type .items > li')];
    await expect.poll(() => said().length).toBe(3);
    const states = said().map(it =>
      it.textContent.includes('Onix found nobody in the article who disputes it.'),
    );
    expect(states).toEqual([true, false, true]);
  });

  it('verifies again once access is given', async () => {
    let times = 0;
    open({
      verify: async () =>
        times++ === 0
          ? { status: 'unreadable', tabId: 1, reason: 'no_permission' }
          : { status: 'nothing_selected', tabId: 1 },
    });
    await button('Verify selection').click();
    await button('Allow on this site').click();
    await expect.element(says(/^Select some words on the page/)).toBeVisible();
  });

  it('says how to select something', async () => {
    open();
    await button('Verify selection').first().click();
    await expect.element(says(/^Select some words on the page/)).toBeVisible();
    expect(await faults()).toEqual([]);
  });

  it('tells a phone nothing of a right-click', async () => {
    open({ hasMenus: false });
    await button('Verify selection').first().click();
    await expect.element(says(/^Select some words on the page/)).toBeVisible();
    expect(wordsIn('.screen')).not.toMatch(/right-click/);
  });

  it('goes back to the brief with Escape, and the focus with it', async () => {
    open();
    await button('Verify selection').click();
    await expect.element(says(/^Select some words on the page/)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(BRIEF.article.title);
    await expect.element(button('Verify selection')).toHaveFocus();
  });
});
