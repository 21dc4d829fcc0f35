import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryFoot } from '../../components/library-foot.tsx';
import { useLibrary } from '../../components/use-library.ts';
import { WhatChanged } from '../../components/what-changed.tsx';
import { Library } from '../../components/library.tsx';
import type { LibraryDesk } from '../../components/desk.ts';
import { RememberedEvidence } from '../../components/remembered-evidence.tsx';
import type { Brief } from '../../lib/brief/brief.ts';
import type { Keeping, LibraryLook } from '../../lib/library/library.ts';
import type { Remembered, RememberedClaim } from '../../lib/library/remembered.ts';
import type { LibraryEvidence } from '../../lib/verify/library.ts';
import { fakeDesk } from './fake-desk.ts';
import { BRIEF } from './fixture.ts';
import { open } from './opened.tsx';
import { faults, show, speak, wordsIn } from './stage.tsx';

beforeEach(() => speak());

const before: RememberedClaim = {
  words: 'night crossings had fallen by a third',
  source: 'Petra Lindqvist',
  cue: 'saying',
  kind: 'indirect',
  certainty: 'asserted',
  hedges: [],
  status: 'stated',
};
const article = (title: string, address: string): Remembered => ({
  version: 1,
  address,
  title,
  siteName: 'The Courier',
  publishedTime: '2026-11-18T08:00:00Z',
  language: 'en',
  textHash: 'x',
  rememberedAt: '2026-11-19T09:00:00.000Z',
  engine: '0.1.0',
  players: [{ name: 'Petra Lindqvist', type: 'person' }],
  claims: [before],
});
const LOOK: LibraryLook = {
  address: 'https://courier.example/local/night-ferries',
  rememberedAt: null,
  isChanged: false,
  isOtherEngine: false,
  changes: [],
  related: [],
};
const tools = { show: vi.fn(), clear: vi.fn(), report: vi.fn(), letterKeys: true, shown: null };

/** What the brief shows of the library, over a library that answers so; answers how to read another article. */
function given(desk: Partial<LibraryDesk>): (brief: Brief) => void {
  const whole = { ...fakeDesk().desk.library, ...desk };
  let readOther: (brief: Brief) => void = () => undefined;
  function Both() {
    const [brief, setBrief] = useState(BRIEF);
    readOther = setBrief;
    const library = useLibrary(whole, brief, true);
    return (
      <main>
        <h1>Onix</h1>
        <WhatChanged brief={brief} library={library} tools={tools} />
        <LibraryFoot library={library} isPrivate={whole.isPrivate} />
      </main>
    );
  }
  show(<Both />);
  return brief => readOther(brief);
}

describe('an article in the library', () => {
  it('is remembered by a press, from the keyboard too, and forgotten by another', async () => {
    let look = LOOK;
    given({
      look: async () => look,
      remember: async () => {
        look = { ...LOOK, rememberedAt: '2026-11-19T09:00:00.000Z' };
        return { status: 'kept' };
      },
      forget: async () => void (look = LOOK),
    });
    await expect.element(page.getByRole('button', { name: 'Remember this article' })).toBeVisible();
    expect(wordsIn('#remember-note')).toContain('Nothing is sent');
    expect(await faults()).toEqual([]);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => wordsIn('.library-foot')).toMatch(/Remembered: .*2026/);
    // for who cannot see that, said once more
    expect(document.querySelector('.library-foot output')!.className).toBe('visually-hidden');
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Forget' }).click();
    await expect.element(page.getByRole('button', { name: 'Remember this article' })).toBeVisible();
    expect(wordsIn('.library-foot output')).toBe('Forgotten.');
  });

  it.each([
    ['private', 'private window'],
    ['no_address', 'no address'],
    ['too_many', 'as many articles as it can'],
    ['full', 'no room left'],
    ['closed', 'did not let Onix write'],
  ] as const)('that could not be kept says why: %s', async (reason, words) => {
    given({ look: async () => LOOK, remember: async () => ({ status: 'not_kept', reason }) });
    await page.getByRole('button', { name: 'Remember this article' }).click();
    await expect.poll(() => wordsIn('.library-foot output')).toContain(words);
  });

  it('is not passed over in silence where the library cannot be opened', async () => {
    given({ look: () => Promise.reject(new Error('closed')) });
    await expect.poll(() => wordsIn('.library-foot')).toContain('Nothing is lost; try again later.');
    expect(document.querySelectorAll('button')).toHaveLength(0);
    expect(await faults()).toEqual([]);
  });

  it('is what was looked up last, however late an earlier answer comes', async () => {
    const answers: ((look: LibraryLook) => void)[] = [];
    given({
      look: () => new Promise(resolve => answers.push(resolve)),
      remember: async () => ({ status: 'kept' }),
    });
    await expect.poll(() => answers).toHaveLength(1);
    answers[0]!(LOOK);
    await page.getByRole('button', { name: 'Remember this article' }).click();
    await page.getByRole('button', { name: 'Remember this article' }).click();
    await expect.poll(() => answers).toHaveLength(3);
    answers[2]!({ ...LOOK, rememberedAt: '2026-11-19T09:00:00.000Z' });
    await expect.poll(() => wordsIn('.library-foot')).toContain('Remembered: ');
    answers[1]!(LOOK);
    await expect.element(page.getByRole('button', { name: 'Forget' })).toBeVisible();
  });

  describe('with another one read meanwhile', () => {
    const rememberedAt = '2026-11-19T09:00:00.000Z';
    const other = { ...BRIEF, article: { ...BRIEF.article, url: 'https://courier.example/local/pumps' } };

    it('shows nothing of the first before the other is looked up', async () => {
      const readOther = given({
        look: ({ article: { url } }) =>
          url === LOOK.address ? Promise.resolve({ ...LOOK, rememberedAt }) : new Promise(() => undefined),
      });
      await expect.element(page.getByRole('button', { name: 'Forget' })).toBeVisible();
      readOther(other);
      await expect.poll(() => document.querySelector('.library-foot')).toBeNull();
    });

    it('says nothing there of what came of the first, and looks up no other again', async () => {
      let settle = (_keeping: Keeping): void => undefined;
      const looked: (string | undefined)[] = [];
      const readOther = given({
        look: async ({ article: { url } }) => {
          looked.push(url);
          return { ...LOOK, address: url!, rememberedAt: url === LOOK.address ? null : rememberedAt };
        },
        remember: () => new Promise(resolve => (settle = resolve)),
      });
      await page.getByRole('button', { name: 'Remember this article' }).click();
      readOther(other);
      await expect.element(page.getByRole('button', { name: 'Forget' })).toBeVisible();
      settle({ status: 'not_kept', reason: 'full' });
      await expect.poll(() => looked).toHaveLength(3);
      expect(looked.at(-1)).toBe(other.article.url);
      await expect.element(page.getByRole('button', { name: 'Forget' })).toBeVisible();
      expect(wordsIn('.library-foot output')).toBe('');
    });
  });

  it('is looked up again when the reader comes back from the list, where it may have been forgotten', async () => {
    const kept = article('Night ferries end', LOOK.address!);
    let isKept = true;
    const library: LibraryDesk = {
      ...fakeDesk().desk.library,
      look: async () => ({ ...LOOK, rememberedAt: isKept ? kept.rememberedAt : null }),
      list: async () => [kept],
      forget: async () => void (isKept = false),
    };
    open({ library });
    await expect.element(page.getByRole('button', { name: 'Forget' })).toBeVisible();
    await page.getByRole('button', { name: 'Remembered articles' }).click();
    await page.getByRole('button', { name: 'Forget Night ferries end' }).click();
    await page.getByRole('button', { name: 'Really forget? Night ferries end' }).click();
    await page.getByRole('button', { name: 'Back' }).click();
    await expect.element(page.getByRole('button', { name: 'Remember this article' })).toBeVisible();
  });

  it('in a private window is not offered to be kept', async () => {
    given({ look: async () => LOOK, isPrivate: true });
    await expect.poll(() => wordsIn('.library-foot')).toContain('nothing of it is kept');
    expect(document.querySelectorAll('button')).toHaveLength(0);
  });

  it('lists related ones and why they are', async () => {
    const related = {
      address: 'https://courier.example/pumps',
      title: '<i>Pumps</i> replaced',
      players: ['Petra Lindqvist', 'Northstrand Lines'],
      places: ['Merrow Island'],
      words: ['ferry'],
    };
    given({ look: async () => ({ ...LOOK, related: [related] }) });
    await expect.element(page.getByRole('link', { name: '<i>Pumps</i> replaced' })).toBeVisible();
    expect(wordsIn('.related')).toContain(
      '2 shared players: Petra Lindqvist and Northstrand Lines; same place: Merrow Island; in both headlines: ferry',
    );
    expect(await faults()).toEqual([]);
  });

  it('shows what has changed, claim by claim, and leads to the claim of today', async () => {
    const [first, second, third] = BRIEF.claims;
    given({
      look: async () => ({
        ...LOOK,
        rememberedAt: '2026-11-19T09:00:00.000Z',
        isChanged: true,
        isOtherEngine: true,
        changes: [
          { kind: 'altered', before, now: first!.id, differences: ['number', 'polarity'] },
          { kind: 'rehedged', before, now: second!.id },
          { kind: 'new', now: third!.id },
          { kind: 'gone', before: { ...before, words: 'the pumps are safe' } },
        ],
      }),
    });
    await expect.poll(() => wordsIn('.changed')).toContain('4 claims are not what you remembered.');
    const shown = wordsIn('.changed');
    expect(shown).toContain('Different now: the number and one affirms what the other denies');
    expect(shown).toContain('Before: saying night crossings had fallen by a third');
    expect(shown).toContain('Now said less surely');
    expect(shown).toContain('No longer there');
    expect(shown).toContain('another version of Onix');
    expect(await faults()).toEqual([]);
    // More than three are folded up: the article's own brief stays in sight.
    expect(document.querySelector('details')?.open).toBe(false);
    await page.getByText(/^Changed since/).click();
    await page
      .getByRole('button', { name: /^Show on page/ })
      .first()
      .click();
    expect(tools.show).toHaveBeenCalledOnce();
  });

  it('that changed in no claim says so', async () => {
    given({ look: async () => ({ ...LOOK, rememberedAt: '2026-11-19T09:00:00.000Z', isChanged: true }) });
    await expect.poll(() => document.querySelector('.changed')).not.toBeNull();
    expect(document.querySelector('.changed')?.textContent).toContain('none of its claims');
    expect(await faults()).toEqual([]);
  });
});

describe('the list of remembered articles', () => {
  const openList = (desk: Partial<LibraryDesk>, takesFiles = false) =>
    show(
      <main>
        <h1>Remembered articles</h1>
        <Library desk={{ ...fakeDesk().desk.library, ...desk }} takesFiles={takesFiles} />
      </main>,
    );
  const two = [article('Night ferries end', 'https://a.example/1'), article('', 'https://a.example/2')];

  it('is searched by every word that is kept', async () => {
    openList({ list: async () => two });
    await expect.poll(() => wordsIn('.count')).toContain('2 articles');
    expect(await faults()).toEqual([]);
    await page.getByRole('searchbox').fill('FERRIES lindqvist');
    await expect.poll(() => document.querySelectorAll('.remembered').length).toBe(1);
    await page.getByRole('searchbox').fill('zebra');
    await expect.poll(() => wordsIn('.count')).toContain('No remembered article holds these words.');
  });

  it('forgets one, or all, only when asked twice', async () => {
    const gone: string[] = [];
    openList({
      list: async () => two,
      forget: async address => void gone.push(address),
      forgetAll: async () => void gone.push('all'),
    });
    await page.getByRole('button', { name: 'Forget Night ferries end' }).click();
    expect(gone).toEqual([]);
    await page.getByRole('button', { name: 'Really forget? Night ferries end' }).click();
    await expect.poll(() => document.querySelectorAll('.remembered').length).toBe(1);
    expect(gone).toEqual(['https://a.example/1']);
    await page.getByRole('button', { name: 'Forget all articles' }).click();
    await page.getByRole('button', { name: 'Really forget all of them?' }).click();
    await expect.poll(() => wordsIn('.nothing')).toContain('No article is remembered yet');
    expect(gone).toEqual(['https://a.example/1', 'all']);
  });

  it('forgets those, too, that this version cannot read, though there are no others', async () => {
    const gone: string[] = [];
    openList({ countUnread: async () => 2, forgetAll: async () => void gone.push('all') });
    await expect.poll(() => wordsIn('main')).toContain('cannot read: 2.');
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Forget all articles' }).click();
    await page.getByRole('button', { name: 'Really forget all of them?' }).click();
    await expect.poll(() => wordsIn('.nothing')).toContain('No article is remembered yet');
    expect(gone).toEqual(['all']);
  });

  it('takes in a file that was saved elsewhere, where a file can be chosen', async () => {
    const kept = [...two];
    const file = JSON.stringify([article('Pumps replaced', 'https://a.example/3')]);
    const take = vi.fn(async () => {
      kept.push(article('Pumps replaced', 'https://a.example/3'));
      return { status: 'taken', added: 1, known: 2 } as const;
    });
    openList({ list: async () => kept, take }, true);
    const picker = page.getByLabelText('Add saved articles').last();
    await userEvent.upload(picker, new File([file], 'onix-library.json'));
    await expect.poll(() => wordsIn('li.remembered:last-child')).toContain('Pumps replaced');
    expect(take).toHaveBeenCalledExactlyOnceWith(file);
    expect(wordsIn('.take-articles output')).toBe(
      '1 article added. Remembered already, and left as they are: 2.',
    );
    expect(await faults()).toEqual([]);
  });

  it.each([
    ['not_library', 'Nothing was added: this file does not hold articles'],
    ['too_many', 'as many articles as it can'],
    ['full', 'no room left'],
    ['closed', 'did not let Onix write'],
  ] as const)('says why a file could not be taken in: %s', async (reason, words) => {
    const take = async () => ({ status: 'refused', reason }) as const;
    openList({ take }, true);
    const picker = page.getByLabelText('Add saved articles').last();
    await userEvent.upload(picker, new File(['{}'], 'a.json'));
    await expect.poll(() => wordsIn('[role="alert"]')).toContain(words);
  });

  it('says so where the file itself cannot be read', async () => {
    const take = vi.fn(async () => ({ status: 'taken', added: 1, known: 0 }) as const);
    vi.spyOn(Blob.prototype, 'text').mockRejectedValueOnce(new DOMException('gone', 'NotReadableError'));
    show(<Library desk={{ ...fakeDesk().desk.library, take }} takesFiles />);
    const picker = page.getByLabelText('Add saved articles').last();
    await userEvent.upload(picker, new File(['[]'], 'a.json'));
    await expect.poll(() => wordsIn('[role="alert"]')).toContain('the file could not be read');
    expect(take).not.toHaveBeenCalled();
  });

  it('asks for no file in a popup, which would close, nor in a private window', async () => {
    openList({ list: async () => two });
    await expect.poll(() => wordsIn('.count')).toContain('2 articles');
    expect(document.querySelector('input[type="file"]')).toBeNull();
    openList({ isPrivate: true }, true);
    await expect.poll(() => wordsIn('.nothing')).toContain('No article is remembered yet');
    expect(document.querySelector('input[type="file"]')).toBeNull();
  });

  it('says what to do where there is none, and that nothing is lost where it cannot be opened', async () => {
    openList({ list: async () => [] });
    await expect.poll(() => wordsIn('main')).toContain('“Remember this article” stands below every summary');
    expect(await faults()).toEqual([]);
    openList({ list: () => Promise.reject(new Error('closed')) });
    await expect.poll(() => wordsIn('[role="alert"]')).toContain('Nothing is lost');
  });
});

describe('remembered articles in verify', () => {
  const finding = {
    match: 'about' as const,
    reasons: ['night', 'crossings'],
    title: 'Night ferries end',
    address: 'https://a.example/1',
    date: '2026-11-18T08:00:00Z',
    words: '<b>night crossings</b> had fallen',
    source: 'Petra Lindqvist',
    cue: 'denied',
  };
  it.each<[string, LibraryEvidence, string]>([
    ['agree', { status: 'ok', looked: 3, findings: [{ ...finding, differences: [] }] }, 'Says the same'],
    [
      'differ',
      { status: 'ok', looked: 3, findings: [{ ...finding, differences: ['date'] }] },
      'About the same, but different: the date<b>night crossings</b> had fallenPetra Lindqvist denied',
    ],
    [
      'are only near',
      { status: 'ok', looked: 3, findings: [{ ...finding, match: 'related', differences: [] }] },
      'About something near',
    ],
    ['say nothing', { status: 'empty', looked: 3 }, 'says nothing about whether it is true'],
    ['are none', { status: 'not_measured', reason: 'nothing_remembered' }, 'nothing to look in'],
    ['cannot be opened', { status: 'not_measured', reason: 'unreadable' }, 'Nothing is lost'],
  ])('%s', async (_case, evidence, words) => {
    show(
      <main>
        <h1>Verify</h1>
        <RememberedEvidence evidence={evidence} />
      </main>,
    );
    expect(wordsIn('section')).toContain(words);
    expect(await faults()).toEqual([]);
  });
});
