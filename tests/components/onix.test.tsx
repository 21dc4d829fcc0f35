import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { freshView } from '../../components/brief-view.tsx';
import type { Desk } from '../../components/desk.ts';
import { Onix } from '../../components/onix.tsx';
import { Options } from '../../components/options.tsx';
import { Welcome } from '../../components/welcome.tsx';
import type { Flag } from '../../lib/brief/brief.ts';
import type { Obstacle, Reading } from '../../lib/brief/reading.ts';
import type { ClaimOf, Verification } from '../../lib/verify/verification.ts';
import type { Evidence } from '../../lib/verify/evidence.ts';
import { fakeDesk, READ } from './fake-desk.ts';
import { BRIEF, find } from './fixture.ts';
import { faults, show, speak, wordsIn } from './stage.tsx';

const URL_READ = BRIEF.article.url!;
const button = (name: string | RegExp) => page.getByRole('button', { name });
const says = (words: string | RegExp) => page.getByText(words, { exact: false });
const tab = (name: RegExp) => page.getByRole('tab', { name });

function open(overrides: Partial<Desk> = {}) {
  const { desk, notes } = fakeDesk(overrides);
  show(<Onix desk={desk} />);
  return notes;
}

function article(patch: Partial<typeof BRIEF.article>, rest: Partial<typeof BRIEF> = {}): Partial<Desk> {
  const brief = { ...BRIEF, ...rest, article: { ...BRIEF.article, ...patch } };
  return { read: async () => ({ ...READ, brief }) as Reading };
}

const another = (title: string, url: string): Reading =>
  ({ ...READ, url, brief: { ...BRIEF, article: { ...BRIEF.article, title, url } } }) as Reading;

beforeEach(async () => {
  speak();
  delete document.documentElement.dataset['theme'];
  await page.viewport(380, 600);
});

describe('the brief', () => {
  it('shows a skeleton at once and the brief when it is there', async () => {
    let answer = (_reading: Reading) => undefined as void;
    const slow = new Promise<Reading>(resolve => (answer = resolve));
    open({ read: () => slow });
    expect(wordsIn('output')).toBe('Reading the page …');
    await expect.element(says('Still reading. The page may not have finished loading.')).toBeVisible();
    answer(READ);
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(BRIEF.article.title);
    expect(document.querySelector('.skeleton')).toBeNull();
  });

  it('heads the brief with outlet, byline, kind and how much was read', async () => {
    open();
    await expect.element(says('The Ansley Courier · Local')).toBeVisible();
    const header = wordsIn('.article-header');
    expect(header).toContain('By Nora Fitch and Tom Aldane');
    expect(header).toContain('News report');
    expect(header).toContain('Read 10 of 10 paragraphs');
  });

  it.each([
    ['opinion', article({ type: 'opinion' }), 'This is an opinion piece'],
    ['live', article({ type: 'live' }), 'Live, still changing'],
    ['sponsored', article({ type: 'sponsored' }), 'It is advertising, not reporting.'],
    ['partial', article({ partial: true }), 'Only part of this article is on the page.'],
    [
      'a correction',
      article({ corrections: [{ text: 'An earlier version gave a wrong year.', date: '2026-11-21' }] }),
      'Correction noted by the publisher: An earlier version gave a wrong year. November 21, 2026',
    ],
    [
      'where a correction is told',
      article({ corrections: [{ text: 'https://courier.example/corrections#7' }] }),
      'Correction noted by the publisher: Leads to courier.example',
    ],
    ['a damaged engine', article({}, { rulesOnly: true }), 'A part of Onix is damaged or missing.'],
    ['no headline', article({ title: '' }), 'Untitled article'],
    [
      'a language partly supported',
      article({}, { offered: { names: 'full', claims: 'partial', summary: 'none', ask: 'full' } }),
      'only in part: claims are incomplete and no summary.',
    ],
  ])('says plainly: %s', async (_case, overrides, words) => {
    open(overrides);
    await expect.element(says(words)).toBeVisible();
  });

  it('sums the article up in its own sentences', async () => {
    open();
    await expect.element(tab(/Summary/)).toHaveAttribute('aria-selected', 'true');
    const sentences = [...document.querySelectorAll('.summary-item .words')].map(it => it.textContent);
    expect(sentences).toEqual(BRIEF.summary.map(({ start, end }) => BRIEF.article.text.slice(start, end)));
  });

  it('says who disputes a sentence of the summary, where the summary leaves that out', async () => {
    const claim = BRIEF.claims.find(({ disputedBy }) => disputedBy.length > 0)!;
    const { start, end } = claim.content[0]!;
    open(article({}, { summary: [{ start, end }] }));
    await expect.element(says('Disputed by').first()).toBeVisible();
    open(article({}, { summary: [BRIEF.summary[0]!] }));
    await expect.poll(() => document.querySelectorAll('.summary-item').length).toBe(1);
    expect(document.querySelector('.summary-item')?.textContent).not.toContain('Disputed by');
  });

  it('calls what may only be another view no dispute', async () => {
    const claims = BRIEF.claims.map(claim => ({
      ...claim,
      ...(claim.disputedBy.length > 0 && { status: 'contested' as const, otherViews: claim.disputedBy }),
    }));
    open(article({}, { claims }));
    await tab(/Claims/).click();
    await expect.element(says(/^Another view, /).first()).toBeVisible();
    expect(document.querySelector('.note.disputed')).toBeNull();
    expect(document.body.textContent).not.toContain('Disputed by');
  });

  it('gives the reason of every flag, and the place or headline beside it', async () => {
    const [first, second] = BRIEF.summary;
    const flag = (kind: Flag['kind'], related: Flag['related'], because: string): Flag => ({
      ...first!,
      kind,
      related,
      because,
    });
    const flags = [
      flag('quote-out-of-place', [], 'penguins, glaciers'),
      flag('headline-not-supported', 'title', 'allegedly'),
      flag('number-mismatch', [second!], '14 / 19'),
      flag('date-mismatch', [second!], 'Tuesday'),
      flag('same-words-two-speakers', [second!], 'the words'),
      flag('paraphrase-as-quotation', 'title', 'we will close'),
      flag('single-source', [second!], 'Hanna Varga'),
      flag('unnamed-sources', [second!], '5 / 7'),
    ];
    open(article({}, { flags }));
    await expect.poll(() => document.querySelectorAll('.flag-item').length).toBe(flags.length);
    const items = [...document.querySelectorAll('.flag-item')].map(item => item.textContent);
    for (const [i, { because, kind }] of flags.entries())
      expect(items[i]).toContain(kind === 'same-words-two-speakers' ? 'very same words' : because);
    expect(items[1]).toContain(BRIEF.article.title);
    expect(items[2]).toContain(BRIEF.article.text.slice(second!.start, second!.end));
    expect(await faults()).toEqual([]);
  });

  it('moves between tabs with the arrow keys, Home and End', async () => {
    open();
    await tab(/Summary/).click();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(tab(/Claims/)).toHaveFocus();
    expect(document.querySelectorAll('.claim-item')).toHaveLength(BRIEF.claims.length);
    await userEvent.keyboard('{End}');
    await expect.element(tab(/Ask/)).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(tab(/Summary/)).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}{Home}');
    await expect.element(tab(/Summary/)).toHaveAttribute('aria-selected', 'true');
  });

  it('remembers tab and filter of this article, and only of this one', async () => {
    const notes = open({ loadView: async () => ({ ...freshView(URL_READ), tab: 'claims', hedged: true }) });
    await expect.element(says('2 of 14 claims')).toBeVisible();
    await tab(/Players/).click();
    await expect.poll(() => notes.view?.tab).toBe('players');

    open({ loadView: async () => ({ ...freshView('https://other.example/'), tab: 'claims' }) });
    await expect.element(tab(/Summary/)).toHaveAttribute('aria-selected', 'true');

    open({ loadView: async () => ({ tab: 'from an older version' }) });
    await expect.element(tab(/Summary/)).toHaveAttribute('aria-selected', 'true');
  });

  it('scrolls back to where it was left', async () => {
    open({ loadView: async () => ({ ...freshView(URL_READ), tab: 'claims', scrollPx: 300 }) });
    await expect.poll(() => window.scrollY).toBe(300);
  });

  it('has no sideways scroll at 360 px', async () => {
    await page.viewport(360, 600);
    open({ loadView: async () => ({ ...freshView(URL_READ), tab: 'claims' }) });
    await expect.element(tab(/Claims/)).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });

  it('keeps what the library knows to the first tab', async () => {
    open();
    await expect.element(button('Remember this article')).toBeVisible();
    await tab(/Claims/).click();
    await expect.element(tab(/Claims/)).toHaveAttribute('aria-selected', 'true');
    expect(document.querySelector('.library-foot')).toBeNull();
  });
});

describe('claims', () => {
  const claims = { loadView: async () => ({ ...freshView(URL_READ), tab: 'claims' }) };

  it.each([
    [
      'quoted',
      'c5',
      'Daniel OkoroMerrow’s mayorsaid“The boats are old because nobody paid for new ones,” … “People will die waiting for morning.”Quoted',
    ],
    [
      'from a document',
      'c4',
      'An internal report seen by the Courier(document)putsthe cost of replacing the pumps at 4.2 million crownsParaphrased',
    ],
    [
      'nobody named, hedged',
      'c9',
      'The article does not say whoA helicopter could allegedly cover most of those casesParaphrasedHedged: “could” and “allegedly”Not confirmed',
    ],
    ['partly quoted', 'c12', 'Hanna VargaTransport ministercalledthe announcement “premature”Partly quoted'],
    [
      'disputed, by whom',
      'c6',
      'Disputed by Petra Lindqvist: saying night crossings had fallen by less than half',
    ],
    [
      'disputing',
      'c11',
      'Disputing Two engineers who worked on the vessels, and who asked not to be named: said warnings about the pumps',
    ],
  ])('says who, in which words, how surely: %s', async (_case, id, words) => {
    open(claims);
    await expect.element(tab(/Claims/)).toBeVisible();
    await expect.poll(() => wordsIn(`#claim-${id} .item-body`)).toContain(words);
  });

  it.each([
    ['outside the span', 'We cannot run vessels we do not trust', '“We cannot run vessels we do not trust,”'],
    [
      'inside the span',
      '“We cannot run vessels we do not trust,”',
      '“We cannot run vessels we do not trust,”',
    ],
    ['only on one side', 'We are not asking for', 'We are not asking for'],
    ['none', 'the announcement', 'the announcement'],
  ])('sets the article’s own quotation marks around a quotation: %s', async (_case, content, shown) => {
    const one = { ...BRIEF.claims[1]!, content: [find(content)] };
    open({ ...article({}, { claims: [one] }), ...claims });
    await expect.poll(() => wordsIn('.claim-item .words')).toBe(shown);
  });

  it('tells who disputes from who is disputed', async () => {
    const oneSided = BRIEF.claims.map(claim => (claim.id === 'c7' ? { ...claim, disputedBy: [] } : claim));
    open({ ...article({}, { claims: oneSided }), ...claims });
    await expect
      .poll(() => wordsIn('#claim-c6'))
      .toMatch(/Disputed by Petra Lindqvist:.*ParaphrasedDisputed/);
    expect(wordsIn('#claim-c7')).toMatch(/Disputing Daniel Okoro:.*Disputes another claim/);
    expect(wordsIn('#claim-c7')).not.toMatch(/Disputed/);
  });

  it('says so of who is only against another claim, and is not contested for that', async () => {
    const against = BRIEF.claims.map(claim =>
      claim.id === 'c7' ? { ...claim, disputedBy: [], status: 'stated' as const } : claim,
    );
    open({ ...article({}, { claims: against }), ...claims });
    await expect.poll(() => wordsIn('#claim-c7')).toMatch(/Disputes another claim/);
    expect(wordsIn('#claim-c5')).not.toMatch(/Disputes another claim/);
  });

  it('filters by speaker, wording, dispute and hedge', async () => {
    open(claims);
    await button(/^Disputed 3/).click();
    await expect.element(says('3 of 14 claims')).toBeVisible();
    await page.getByLabelText('Speaker').selectOptions('p2');
    await expect.element(says('1 of 14 claims')).toBeVisible();
    await button('Show all').click();
    await page.getByLabelText('Wording').selectOptions('mixed');
    await expect.element(says('1 of 14 claims')).toBeVisible();
  });

  it('filters by what is worth checking, and says why', async () => {
    open(claims);
    await button(/^To check 5/).click();
    await expect.element(says('5 of 14 claims')).toBeVisible();
    expect(wordsIn('#claim-c3 .item-notes')).toContain('Worth checking: number and cause');
    expect(wordsIn('#claim-c10 .item-notes')).toMatch(/Worth checking$/);
    expect(document.querySelector('#claim-c1')).toBeNull();
  });

  it('sets a claim and what disputes it side by side where there is room', async () => {
    const sides = () =>
      [...document.querySelectorAll('#claim-c6 .pair > *')].map(it => it.getBoundingClientRect());
    await page.viewport(800, 600);
    open(claims);
    await expect.poll(() => sides().length).toBe(2);
    expect(sides()[0]!.top).toBe(sides()[1]!.top);
    await page.viewport(360, 600);
    expect(sides()[0]!.bottom).toBeLessThan(sides()[1]!.top);
  });

  it('groups by speaker', async () => {
    open(claims);
    await page.getByLabelText('Order').selectOptions('speaker');
    const groups = () => [...document.querySelectorAll('.group-title')].map(it => it.firstChild?.textContent);
    await expect
      .poll(() => groups().slice(0, 3))
      .toEqual(['Northstrand Lines', 'Petra Lindqvist', 'An internal report seen by the Courier']);
  });

  it('leads from a claim to the one that disputes it, even through a filter', async () => {
    open({ loadView: async () => ({ ...freshView(URL_READ), tab: 'claims', speaker: 'p2' }) });
    await button(/^Disputed by Petra Lindqvist/).click();
    await expect.poll(() => document.activeElement?.id).toBe('claim-c7');
    expect(document.querySelectorAll('.claim-item')).toHaveLength(BRIEF.claims.length);
  });

  it('goes from claim to claim with j and k', async () => {
    open(claims);
    await expect.element(tab(/Claims/)).toBeVisible();
    await userEvent.keyboard('jjjk');
    expect(document.activeElement?.closest('.item')?.id).toBe('claim-c2');
  });
});

describe('players', () => {
  const players = { loadView: async () => ({ ...freshView(URL_READ), tab: 'players' }) };

  it('unfolds what a player said', async () => {
    open(players);
    await button('3 claims').click();
    const said = () =>
      [...document.querySelectorAll('.sayings:not([hidden]) .words')].map(it => it.textContent);
    await expect
      .poll(said)
      .toEqual([
        '“We cannot run vessels we do not trust,”',
        'night crossings had fallen by less than half over the same years',
        '“No warning ever reached the board,”',
      ]);
  });

  it('lights every mention and steps through them', async () => {
    const notes = open(players);
    await page
      .getByRole('button', { name: /Show on page/ })
      .nth(1)
      .click();
    await expect.element(says('Daniel Okoro, mention 1 of 4, paragraph 4')).toBeVisible();
    await button('Next place').click();
    await expect.element(says('Daniel Okoro, mention 2 of 4, paragraph 4')).toBeVisible();
    expect(notes.calls.at(-1)).toBe('reveal Daniel Okoro | Merrow’s mayor | he | Okoro');
  });

  it('tells who hears no picture whose place a button shows', async () => {
    open(players);
    const place = page.getByRole('button', { name: /Show on page/ });
    await expect.element(place.nth(1)).toHaveAccessibleDescription(/^Daniel Okoro/);
  });

  it('tells how much of the reported words is theirs', async () => {
    open(players);
    // 24 of the 108 words that somebody is reported to have said
    await expect.element(says('22% of the words')).toBeVisible();
    const place = [...document.querySelectorAll('.player-item')].find(it =>
      it.textContent.includes('Port Ansley'),
    );
    expect(place!.textContent).not.toContain('of the words');
  });
});

describe('how it is sourced', () => {
  it('says in words what the picture shows', async () => {
    open();
    await expect.element(says('How this story is sourced')).toBeVisible();
    const legend = [...document.querySelectorAll('.legend li')].map(it => it.textContent);
    expect(legend).toEqual([
      '9 from named people and bodies',
      '2 from offices and groups without a name',
      '1 from a document',
      '1 from a person who is not named',
      '1 with no source given',
    ]);
    expect(wordsIn('.sourcing-most')).toBe('3 of 14 claims rest on Petra Lindqvist');
    const parts = [...document.querySelectorAll('.strip .part')];
    expect(new Set(parts.map(it => it.getAttribute('fill'))).size).toBe(5);
  });

  it('leaves no claim uncounted: a pronoun nobody is known to stand for has a line of its own', async () => {
    const bySource = BRIEF.sourcing.bySource.filter(({ label }) => label !== 'her office');
    open(article({}, { sourcing: { ...BRIEF.sourcing, bySource } }));
    await expect.element(says('1 from somebody Onix could not identify')).toBeVisible();
    const parts = [...document.querySelectorAll('.strip .part')];
    expect(new Set(parts.map(it => it.getAttribute('fill'))).size).toBe(6);
    expect(wordsIn('.sourcing-most')).toBe('3 of 14 claims rest on Petra Lindqvist');
  });

  it('names nobody as the one most rests on where each is heard once', async () => {
    const bySource = BRIEF.sourcing.bySource.map(source => ({ ...source, claims: 1 }));
    open(article({}, { sourcing: { ...BRIEF.sourcing, bySource } }));
    await expect.element(says('How this story is sourced')).toBeVisible();
    expect(document.querySelector('.sourcing-most')).toBeNull();
    expect(document.querySelectorAll('.bars li')).toHaveLength(5);
  });
});

describe('what is next', () => {
  it('keeps what is to come apart from what has been', async () => {
    open({ loadView: async () => ({ ...freshView(URL_READ), tab: 'next' }) });
    await expect.element(page.getByRole('heading', { name: 'Still to come' })).toBeVisible();
    const dates = (tense: string) =>
      [...document.querySelectorAll(`.${tense} .date`)].map(it => it.textContent);
    expect(dates('upcoming').map(it => it.slice(-4))).toEqual(['2026', '2026', '2027', 'year']);
    expect(dates('past')).toEqual(['1931', 'January 2026']);
  });
});

describe('on the page', () => {
  const claims = { loadView: async () => ({ ...freshView(URL_READ), tab: 'claims' }) };

  it('says what is shown, with content before source and cue', async () => {
    const notes = open(claims);
    await page
      .getByRole('button', { name: /Show on page/ })
      .nth(1)
      .click();
    await expect.element(says('Claim 2 of 14, Petra Lindqvist, Quoted, paragraph 2')).toBeVisible();
    expect(notes.calls.at(-1)).toBe(
      'reveal “We cannot run vessels we do not trust,” | Petra Lindqvist | told reporters',
    );
  });

  it('copies a link to the passage', async () => {
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async text => void copied.push(text));
    open(claims);
    await page
      .getByRole('button', { name: /Show on page/ })
      .nth(3)
      .click();
    await button('Copy a link to this passage').click();
    await expect.element(says('Link copied.')).toBeVisible();
    expect(copied).toEqual([
      `${URL_READ}#:~:text=the%20cost%20of%20replacing%20the%20pumps%20at%204.2%20million%20crowns`,
    ]);
  });

  it('clears with Escape', async () => {
    const notes = open(claims);
    await page
      .getByRole('button', { name: /Show on page/ })
      .nth(0)
      .click();
    await userEvent.keyboard('{Escape}');
    expect(notes.calls.at(-1)).toBe('clearMarks');
    expect(wordsIn('.tour')).toBe('');
  });

  it.each([
    ['moved', { status: 'moved' }, 'This passage has moved or changed.'],
    ['not marked', { status: 'shown', count: 1, marked: false }, '(found, not marked)'],
    ['gone', { status: 'unreadable', reason: 'closed' }, 'The tab has gone'],
  ] as const)('is honest where it cannot show it: %s', async (_case, outcome, words) => {
    open({ ...claims, reveal: async () => outcome });
    await page
      .getByRole('button', { name: /Show on page/ })
      .nth(0)
      .click();
    await expect.element(says(words)).toBeVisible();
  });
});

describe('by letters', () => {
  const claims = { loadView: async () => ({ ...freshView(URL_READ), tab: 'claims' }) };
  const lit = () => wordsIn('.tour-label');

  it('steps through the places on the page and copies a link', async () => {
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async text => void copied.push(text));
    open(claims);
    await expect.element(tab(/Claims/)).toBeVisible();
    await userEvent.keyboard('j{Enter}');
    await expect.poll(lit).toContain('Claim 1 of 14');
    await userEvent.keyboard('nn');
    await expect.poll(lit).toContain('Claim 3 of 14');
    await userEvent.keyboard('p');
    await expect.poll(lit).toContain('Claim 2 of 14');
    await userEvent.keyboard('c');
    await expect.poll(() => copied.length).toBe(1);
  });

  it('goes to a tab by its number and reports the item in focus', async () => {
    open();
    await expect.element(tab(/Summary/)).toBeVisible();
    await userEvent.keyboard('3');
    await expect.element(tab(/Claims/)).toHaveFocus();
    await userEvent.keyboard('9r');
    await expect.element(tab(/Claims/)).toHaveFocus();
    await userEvent.keyboard('jr');
    await expect.element(page.getByRole('heading', { name: 'Report a problem' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement?.closest('.item')?.id).toBe('claim-c1');
  });

  it('does nothing when they are switched off, and the help says nothing of them', async () => {
    const { desk, notes } = fakeDesk(claims);
    await desk.settings.set({ letterKeys: false });
    show(<Onix desk={desk} />);
    await expect.element(tab(/Claims/)).toBeVisible();
    await userEvent.keyboard('j2?');
    expect(document.querySelector('dialog[open]')).toBeNull();
    expect(document.activeElement).toBe(document.body);
    await expect.element(tab(/Claims/)).toHaveAttribute('aria-selected', 'true');
    expect(notes.calls).not.toContain('openOptions');
    await button('Keyboard').click();
    expect(wordsIn('dialog[open]')).not.toContain('next and previous item');
  });

  it('are switched off by another view at once', async () => {
    const notes = open(claims);
    await expect.element(tab(/Claims/)).toBeVisible();
    await userEvent.keyboard('3');
    await expect.element(tab(/Claims/)).toHaveFocus();
    notes.changeSettings({ letterKeys: false, sitesOff: ['courier.example'] });
    await expect.element(button('Mark articles on courier.example again')).toBeVisible();
    await userEvent.keyboard('1');
    await expect.element(tab(/Claims/)).toHaveAttribute('aria-selected', 'true');
  });

  it('leaves what is typed alone', async () => {
    open(claims);
    await button(/^Report: Claim 6/).click();
    await page.getByLabelText('In your words (optional)').fill('');
    await userEvent.keyboard('jr2?');
    await expect.element(page.getByLabelText('In your words (optional)')).toHaveValue('jr2?');
  });
});

describe('a page that has changed', () => {
  it('is read again when the reader asks', async () => {
    const notes = open({ reveal: async () => ({ status: 'moved' }) });
    await page
      .getByRole('button', { name: /Show on page/ })
      .nth(0)
      .click();
    await button('Read the page again').click();
    expect(notes.calls.slice(-2)).toEqual(['clearMarks', 'read anyway']);
    await expect.poll(() => wordsIn('.tour')).toBe('');
  });
});

describe('a page that cannot be read', () => {
  const unreadable = (reason: Obstacle): Partial<Desk> => ({
    read: async () => ({ status: 'unreadable', tabId: 1, reason }),
  });

  it.each([
    ['restricted', 'The browser keeps this page to itself', []],
    ['no_permission', 'Onix may not read this site', ['Allow on this site']],
    ['pdf', 'This is a PDF', []],
    ['frames', 'What this page shows is in a frame', ['Report a problem']],
    ['empty', 'There is no text to read here', ['Try again', 'Report a problem']],
    ['too_large', 'This page is too long', ['Report a problem']],
    ['closed', 'The tab has gone', ['Try again']],
    ['failed', 'Onix could not read this page', ['Try again', 'Report a problem']],
  ] as const)('says why and what to do: %s', async (reason, title, expected) => {
    open(unreadable(reason));
    await expect.element(page.getByRole('heading', { name: title })).toBeVisible();
    const actions = [...document.querySelectorAll('.notice button')].map(it => it.textContent);
    expect(actions).toEqual(expected);
    expect(await faults()).toEqual([]);
  });

  it.each([
    ['a set of frames', { status: 'unreadable', tabId: 1, reason: 'frames' }, ['Report a problem']],
    [
      'a page around a frame',
      { status: 'not_article', tabId: 1, url: URL_READ },
      ['Read it anyway', 'It is an article'],
    ],
  ] as const)('leads to what is in the frame: %s', async (_case, reading, others) => {
    const frame = 'https://stories.example/ferries?id=7';
    open({ read: async () => ({ ...reading, frame }) });
    await expect
      .element(page.getByRole('heading', { name: 'What this page shows is in a frame' }))
      .toBeVisible();
    const link = page.getByRole('link', { name: 'Open stories.example in a tab' });
    await expect.element(link).toHaveAttribute('href', frame);
    await expect.element(link).toHaveAttribute('target', '_blank');
    expect([...document.querySelectorAll('.notice button')].map(it => it.textContent)).toEqual(others);
    expect(await faults()).toEqual([]);
  });

  it('asks for access and reads again', async () => {
    const notes = open(unreadable('no_permission'));
    await button('Allow on this site').click();
    expect(notes.calls).toContain('requestAccess');
  });

  it('reads a page that is no article when asked to', async () => {
    const { desk } = fakeDesk();
    const read: Desk['read'] = async options =>
      options?.anyway ? desk.read() : { status: 'not_article', tabId: 1, url: URL_READ };
    open({ read });
    await expect.element(says('This does not look like an article')).toBeVisible();
    expect(await faults()).toEqual([]);
    await button('It is an article').click();
    await expect.element(page.getByLabelText('This is a news article')).toBeChecked();
    await button('Back').click();
    await button('Read it anyway').click();
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(BRIEF.article.title);
  });

  it('says so when a brief cannot be shown, and can read again', async () => {
    const { desk } = fakeDesk();
    const broken = { ...READ, brief: { ...BRIEF, timeline: null } } as unknown as Reading;
    let times = 0;
    open({ read: () => (times++ === 0 ? Promise.resolve(broken) : desk.read()) });
    await expect.element(says('Onix could not read this page')).toBeVisible();
    await button('Try again').click();
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(BRIEF.article.title);
  });

  it('offers a report when the desk itself fails', async () => {
    open({ read: () => Promise.reject(new Error('the worker has gone')) });
    await expect.element(says('Onix could not read this page')).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: 'Report a problem' }).click();
    await expect
      .element(page.getByLabelText('In your words (optional)'))
      .toHaveValue('Error: the worker has gone');
  });
});

describe('empty tabs', () => {
  const empty = (name: string, rest: Partial<typeof BRIEF>): Partial<Desk> => ({
    ...article({}, rest),
    loadView: async () => ({ ...freshView(URL_READ), tab: name }),
  });

  it.each([
    ['summary', empty('summary', { summary: [] }), 'Onix found no sentences that sum this article up.'],
    [
      'players',
      empty('players', { players: [] }),
      'Onix found no people, organisations or places named here.',
    ],
    ['claims', empty('claims', { claims: [] }), 'Onix found nobody quoted or paraphrased here.'],
    ['dates', empty('next', { timeline: [] }), 'Onix found no dates in this article.'],
    [
      'claims in a language without rules',
      empty('claims', {
        claims: [],
        offered: { names: 'full', claims: 'none', summary: 'full', ask: 'none' },
      }),
      'Onix cannot do this yet for articles in this language.',
    ],
  ])('say so: %s', async (_case, overrides, words) => {
    open(overrides);
    await expect.element(says(words)).toBeVisible();
    expect(await faults()).toEqual([]);
  });
});

it('a listed claim is verified by a press at it', async () => {
  const asked: (ClaimOf | undefined)[] = [];
  open({
    verify: async claim => {
      asked.push(claim);
      return { status: 'unreadable', tabId: 1, reason: 'failed' };
    },
  });
  await page.getByRole('tab', { name: /Claims/ }).click();
  await page
    .getByRole('button', { name: /^Verify:/ })
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

  it('shows of a long selection what it begins and ends with, and names it shortly', async () => {
    const selection = `Petra Lindqvist said ${'that the ferry was late and '.repeat(40)}that nobody minded.`;
    const notes = open({ verify: verified({ selection }, [{ ...find('1931'), relation: 'differs' }]) });
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(BRIEF.article.title);
    notes.requestVerify();
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
      'Said by the regional health authority. Nobody in the article disputes it.',
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
      'several claims, none of them disputed',
      verified({}, [item('c5', 'says'), item('c8', 'says')]),
      'These words hold 2 claims. Said by Daniel Okoro and the regional health authority. Nobody in the article disputes any of them.',
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
      'The article says it in its own voice, in paragraph 10.',
    ],
    ['not in the text', verified({ span: null }, []), 'These words are not in the text of the article.'],
    [
      'a headline',
      verified({ span: null }, [{ ...find('The ferry line opened in 1931'), relation: 'near' }]),
      'This passage comes closest to them.',
    ],
    ['related only', verified({}, [item('c7', 'differs')]), 'Nobody is reported as saying exactly this'],
  ])('answers for %s', async (_case, verify, words) => {
    const notes = open({ verify });
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(BRIEF.article.title);
    notes.requestVerify();
    await expect.element(says(words)).toBeVisible();
    expect(document.activeElement?.textContent).toBe('What the article offers');
    expect(wordsIn('.screen')).toMatch(/what is true\./);
    expect(await faults()).toEqual([]);
  });

  it('says of each of several claims how it stands', async () => {
    const several = [item('c5', 'says'), item('c6', 'says'), item('c8', 'says')];
    const notes = open({ verify: verified({}, [...several, item('c7', 'disputes')]) });
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(BRIEF.article.title);
    notes.requestVerify();
    const said = () => [...document.querySelectorAll('.screen .section:first-of-type .items > li')];
    await expect.poll(() => said().length).toBe(3);
    const states = said().map(it => it.textContent.includes('Nobody in the article disputes it.'));
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

describe('reporting', () => {
  const claims = { loadView: async () => ({ ...freshView(URL_READ), tab: 'claims' }) };
  const openForm = async (overrides: Partial<Desk> = {}) => {
    const notes = open({ ...claims, ...overrides });
    await button(/^Report: Claim 6: Daniel Okoro/).click();
    return notes;
  };
  const preview = () => JSON.parse(wordsIn('.preview pre')) as Record<string, unknown>;

  it('opens on the item, with the kinds that fit it', async () => {
    await openForm();
    await expect.element(page.getByRole('heading', { name: 'Report a problem' })).toHaveFocus();
    const kinds = [...document.querySelectorAll<HTMLInputElement>('input[name=kind]')].map(it => it.value);
    expect(kinds).toEqual(['wrong_source', 'not_a_quotation', 'wrong_certainty', 'wrong_status', 'other']);
    expect(await faults()).toEqual([]);
  });

  it('previews exactly what would leave, as it is typed and chosen', async () => {
    await openForm();
    await page.getByLabelText('Somebody else says it').click();
    await page.getByLabelText('In your words (optional)').fill('It was the deputy.');
    expect(preview()).toMatchObject({
      kind: 'wrong_source',
      message: 'It was the deputy.',
      address: 'courier.example',
      item: {
        type: 'claim',
        id: 'c6',
        words: 'the island had lost two thirds of its night crossings since 2019',
      },
    });
    await page.getByLabelText('Address of the page').selectOptions('none');
    await page.getByLabelText('Include the article’s words').click();
    expect(preview()).not.toHaveProperty('address');
    expect(preview()['item']).not.toHaveProperty('words');
    await expect.element(says('18 of 2,000 characters')).toBeVisible();
  });

  it('keeps what was previewed, thanks, and shows the id', async () => {
    const notes = await openForm();
    const shown = preview();
    await button('Report').last().click();
    await expect
      .element(page.getByRole('status').getByText('Problem reported. Thank you for your feedback.'))
      .toBeVisible();
    expect(notes.entries.map(it => it.report)).toEqual([shown]);
    expect(wordsIn('.report-id')).toBe(`Report ID ${shown['id'] as string}`);
    await expect.element(page.getByRole('heading', { name: 'Problem reported' })).toHaveFocus();
    expect(says('Open in the issue tracker').query()).toBeNull();
    expect(await faults()).toEqual([]);
  });

  it('offers the tracker only where there is one, and notes that it was opened', async () => {
    const { desk } = fakeDesk();
    const notes = await openForm({
      report: { ...desk.report, trackerUrl: () => ({ url: '#tracker', isWhole: true }) },
    });
    await button('Report').last().click();
    await expect.element(page.getByRole('link', { name: 'Open in the issue tracker' })).toBeVisible();
    expect(notes.calls).not.toContain('read anyway');
  });

  it.each([
    ['full', 'There is no room left on this device'],
    ['closed', 'The report could not be kept.'],
  ] as const)('keeps the words on screen when it cannot keep the report: %s', async (reason, words) => {
    const { desk } = fakeDesk();
    await openForm({ report: { ...desk.report, submit: async () => ({ status: 'not_kept', reason }) } });
    await page.getByLabelText('In your words (optional)').fill('still here');
    await button('Report').last().click();
    await expect.element(page.getByRole('alert').getByText(words, { exact: false })).toBeVisible();
    await expect.element(page.getByLabelText('In your words (optional)')).toHaveValue('still here');
    expect(await faults()).toEqual([]);
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('Refused'));
    await button('Copy').last().click();
    await expect.element(says('The browser did not let Onix copy.')).toBeVisible();
  });

  it('offers an unfinished report again', async () => {
    const notes = await openForm();
    await page.getByLabelText('In your words (optional)').fill('half a thou');
    await button('Back').click();
    await expect.element(says('You have an unfinished report.')).toBeVisible();
    await button('Continue').click();
    await expect.element(page.getByLabelText('In your words (optional)')).toHaveValue('half a thou');
    await button('Discard').click();
    expect(notes.draft).toMatchObject({ message: 'half a thou' });
    await button('Really discard?').click();
    await expect.poll(() => notes.draft).toBeNull();
  });

  it('drops at once a report in which nothing was written', async () => {
    await openForm();
    await button('Discard').click();
    await expect.element(page.getByLabelText('In your words (optional)')).not.toBeInTheDocument();
  });

  it('says so in a private window', async () => {
    const { desk } = fakeDesk();
    await openForm({ report: { ...desk.report, isPrivate: true } });
    await expect.element(says(/^This is a private window/)).toBeVisible();
  });

  it('lists what was reported and deletes it', async () => {
    const notes = await openForm();
    await button('Report').last().click();
    await button('Your reports').click();
    await expect.element(page.getByText('1 reportSave all')).toBeVisible();
    expect(await faults()).toEqual([]);
    await button(/^Delete/).click();
    expect(notes.entries).toHaveLength(1);
    await button(/^Really delete/).click();
    await expect.element(says('You have reported nothing yet.')).toBeVisible();
    expect(notes.entries).toEqual([]);
  });

  it('comes back to the brief when another page is opened, and forgets what was shown', async () => {
    let reading: Reading = READ;
    const notes = open({ ...claims, read: async () => reading });
    await page
      .getByRole('button', { name: /Show on page/ })
      .nth(0)
      .click();
    await button('Your reports').click();
    reading = another('Another article', 'https://courier.example/another');
    notes.changeTab('tab');
    await expect.element(tab(/Summary/)).toHaveAttribute('aria-selected', 'true');
    expect(wordsIn('.tour')).toBe('');
  });

  it('carries every text of an item into its own field, never as markup', async () => {
    const title = '<img src=x onerror=alert(1)>';
    open(article({ title }));
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(title);
    expect(document.querySelector('#app img')).toBeNull();
  });
});

describe('a page that changes under the panel', () => {
  const skeletons = () => document.querySelectorAll('.skeleton').length;
  const headline = page.getByRole('heading', { level: 1 });

  it('keeps what is shown and the focus while the same words come again', async () => {
    const notes = open({ loadView: async () => ({ ...freshView(URL_READ), tab: 'claims' }) });
    await tab(/Claims/).click();
    await button(/Hedged/).click();
    notes.changeTab('content');
    notes.changeTab('address');
    await expect.poll(() => notes.calls.filter(call => call === 'read').length).toBe(3);
    expect(skeletons()).toBe(0);
    await expect.element(button(/Hedged/)).toHaveFocus();
  });

  it('shows the article that comes in after its address, and the one before until then', async () => {
    const url = 'https://courier.example/another';
    const answers = [READ, { ...READ, url }, another('The mill burns', url)] as Reading[];
    const notes = open({ read: async () => (answers.length > 1 ? answers.shift()! : answers[0]!) });
    await expect.element(headline).toHaveTextContent(BRIEF.article.title);
    notes.changeTab('address');
    await expect.element(headline).toHaveTextContent('The mill burns');
    expect(answers).toHaveLength(1);
  });

  it('shows nothing of the page before while the next one takes long', async () => {
    const notes = open({
      read: () => (notes.calls.push('read') > 1 ? new Promise(() => undefined) : Promise.resolve(READ)),
    });
    await expect.element(headline).toHaveTextContent(BRIEF.article.title);
    notes.changeTab('address');
    await expect.poll(skeletons).toBe(1);
  });

  it('lets no late answer about the tab before take the place of the present one', async () => {
    const { promise, resolve } = Promise.withResolvers<Reading>();
    const answers = [promise, Promise.resolve(another('The mill burns', 'https://courier.example/mill'))];
    const notes = open({ read: () => answers.shift() ?? promise });
    await expect.poll(() => answers.length).toBe(1);
    notes.changeTab('tab');
    await expect.element(headline).toHaveTextContent('The mill burns');
    resolve(READ);
    await new Promise(resume => setTimeout(resume));
    await expect.element(headline).toHaveTextContent('The mill burns');
  });

  it('shows what another view has read, and asks for nothing while an answer is on its way', async () => {
    const { promise, resolve } = Promise.withResolvers<Reading>();
    const answers = [promise, Promise.resolve(another('The mill burns', URL_READ))];
    const notes = open({ read: () => answers.shift() ?? promise });
    await expect.poll(() => answers.length).toBe(1);
    notes.changeTab('brief');
    resolve(READ);
    await expect.element(headline).toHaveTextContent(BRIEF.article.title);
    expect(answers).toHaveLength(1);
    notes.changeTab('brief');
    await expect.element(headline).toHaveTextContent('The mill burns');
    expect(skeletons()).toBe(0);
  });

  it('goes on reading a page that is read although it is no article', async () => {
    const { desk } = fakeDesk();
    const notes = open({
      read: async options => {
        notes.calls.push(`read${options?.anyway ? ' anyway' : ''}`);
        return options?.anyway ? desk.read() : { status: 'not_article', tabId: 1, url: URL_READ };
      },
    });
    await button('Read it anyway').click();
    await expect.element(tab(/Summary/)).toBeVisible();
    const before = notes.calls.length;
    notes.changeTab('content');
    await expect.poll(() => notes.calls.length).toBeGreaterThan(before);
    expect(notes.calls.at(-1)).toBe('read anyway');
    await expect.element(tab(/Summary/)).toBeVisible();
  });
});

describe('for everybody', () => {
  const view = (name: string, patch: object = {}) => ({
    loadView: async () => ({ ...freshView(URL_READ), tab: name, ...patch }),
  });

  it.each(
    (['light', 'dark', 'contrast'] as const).flatMap(theme =>
      (
        [
          ['summary', view('summary')],
          ['players', view('players', { openPlayer: 'p1' })],
          ['claims', view('claims')],
          ['claims by speaker, filtered', view('claims', { grouping: 'speaker', disputed: true })],
          ['what is next', view('next')],
        ] as const
      ).map(([name, overrides]) => [name, theme, overrides] as const),
    ),
  )('axe finds nothing in %s, %s', async (_name, theme, overrides) => {
    document.documentElement.dataset['theme'] = theme;
    open(overrides);
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page
      .getByRole('button', { name: /Show on page/ })
      .nth(0)
      .click();
    expect(await faults()).toEqual([]);
  });

  it.each(['summary', 'players', 'claims', 'next'])('no words are written into the code: %s', async name => {
    speak('pseudo');
    open(view(name, { openPlayer: 'p1' }));
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    const ours = document.createTreeWalker(document.getElementById('app')!, NodeFilter.SHOW_TEXT);
    const bare: string[] = [];
    while (ours.nextNode()) {
      const text = ours.currentNode.textContent!.trim();
      const isArticles = BRIEF.article.text.includes(text) || JSON.stringify(BRIEF.article).includes(text);
      const isName = BRIEF.players.some(player => player.name === text);
      const isOrigin = text === 'The Ansley Courier · Local' || text === 'courier.example';
      const isGiven = ours.currentNode.parentElement!.closest('time, kbd, .keys') !== null;
      if (/\p{L}/u.test(text) && !text.includes('«') && !isArticles && !isName && !isOrigin && !isGiven)
        bare.push(text);
    }
    expect(bare).toEqual([]);
  });

  it.each(['de', 'es', 'fr', 'uk'])('fits 360 px in %s', async language => {
    speak(language);
    await page.viewport(360, 600);
    for (const name of ['summary', 'players', 'claims', 'next']) {
      open(view(name, { openPlayer: 'p1' }));
      await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    }
  });

  it.each(['summary', 'players', 'claims', 'next'])(
    'needs no sideways scroll at 320 px, nor with letters of twice the size: %s',
    async name => {
      await page.viewport(320, 600);
      open(view(name, { openPlayer: 'p1' }));
      await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
      await page.viewport(760, 600); // 380 px at 200 %
      document.documentElement.style.fontSize = '200%';
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(760);
      document.documentElement.style.fontSize = '';
    },
  );

  it.each(['summary', 'players', 'claims', 'next', 'report', 'verify', 'options', 'welcome'])(
    'runs from right to left in longer words: %s',
    async name => {
      speak('pseudo-rtl');
      await page.viewport(360, 600);
      document.documentElement.dir = 'rtl';
      const { desk } = fakeDesk(view(name, { openPlayer: 'p1' }));
      if (name === 'options') show(<Options desk={desk} />, 'sidepanel');
      else if (name === 'welcome') show(<Welcome desk={desk} />, 'sidepanel');
      else show(<Onix desk={desk} />);
      await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
      if (name === 'report') await page.getByRole('button', { name: /Report a problem/ }).click();
      if (name === 'verify') await page.getByRole('button', { name: /Verify selection/ }).click();
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
      // Nothing hangs over either edge, and what leads stands on the right.
      const brand = document.querySelector('.brand')!.getBoundingClientRect();
      expect(brand.right).toBeGreaterThan(300);
      const outside = [
        ...document.querySelectorAll('#app :is(p, h1, h2, h3, button, select, input, li)'),
      ].filter(it => {
        if (!it.checkVisibility() || it.closest('.visually-hidden')) return false;
        const { left, right } = it.getBoundingClientRect();
        return left < -0.5 || right > 360.5;
      });
      expect(outside.map(it => it.outerHTML.slice(0, 120))).toEqual([]);
      document.documentElement.dir = 'ltr';
    },
  );

  it('moves between tabs by arrows from right to left', async () => {
    document.documentElement.dir = 'rtl';
    open(view('claims'));
    await expect.element(tab(/Claims/)).toBeVisible();
    const heading = page.getByRole('heading', { level: 1 }).element().getBoundingClientRect();
    expect(heading.right).toBeGreaterThan(350);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(380);
    await tab(/Claims/).click();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(tab(/What’s next/)).toHaveFocus();
    document.documentElement.dir = 'ltr';
  });

  it('shows its keys and gives the focus back', async () => {
    open();
    await tab(/Players/).click();
    await userEvent.keyboard('?');
    const keys = page.getByRole('dialog', { name: 'Keyboard' });
    await expect.element(keys).toBeVisible();
    await expect.element(keys.getByRole('heading', { name: 'Keyboard' })).toHaveFocus(); // read from its beginning
    expect(await faults()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await expect.element(tab(/Players/)).toHaveFocus();
  });

  it('leaves a site alone, and marks it again', async () => {
    const { desk, notes } = fakeDesk();
    show(<Onix desk={desk} />);
    await expect.element(button('Do not mark articles on courier.example')).toBeVisible();
    await desk.settings.set({ sitesOff: ['other.example'] }); // by another window
    await button('Do not mark articles on courier.example').click();
    await expect.element(button('Mark articles on courier.example again')).toBeVisible();
    notes.changeSettings({ sitesOff: [] });
    await expect.element(button('Do not mark articles on courier.example')).toBeVisible();
    await desk.settings.set({ sitesOff: ['other.example'] });
    await button('Do not mark articles on courier.example').click();
    expect((await desk.settings.get()).sitesOff).toEqual(['other.example', 'courier.example']);
  });

  it('knows a site left alone by whatever is part of it', async () => {
    const { desk, notes } = fakeDesk();
    show(<Onix desk={desk} />);
    await expect.element(button('Do not mark articles on courier.example')).toBeVisible();
    notes.changeSettings({ sitesOff: ['example', 'other.example'] });
    await button('Mark articles on example again').click();
    await expect.element(button('Do not mark articles on courier.example')).toBeVisible();
    expect((await desk.settings.get()).sitesOff).toEqual(['other.example']);
  });

  it('has no control under 24 px', async () => {
    open(view('claims'));
    await expect.element(tab(/Claims/)).toBeVisible();
    const controls = [...document.querySelectorAll('button, select, input, a')];
    const small = controls.filter(it => {
      if (!it.checkVisibility()) return false;
      const { width, height } = it.getBoundingClientRect();
      return width < 24 || height < 24;
    });
    expect(small.map(it => it.outerHTML)).toEqual([]);
  });
});
