import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Reading } from '../../lib/brief/reading.ts';
import { READ } from './fake-desk.ts';
import { BRIEF } from './fixture.ts';
import { article, open } from './opened.tsx';
import { button, show, speak } from './stage.tsx';

const focusedName = () => document.activeElement?.textContent.replaceAll(/\s+/g, ' ').trim();

/** Focuses a control and presses it, without a mouse. */
async function press(name: string | RegExp) {
  (button(name).first().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
}

beforeEach(() => speak());

describe('the focus, where its control is taken away', () => {
  function List({ items }: { items: string[] }) {
    const [left, setLeft] = useState(items);
    return (
      <main>
        <button type="button">First of all</button>
        <div>
          <ul>
            {left.map(item => (
              <li key={item}>
                <button type="button" onClick={() => setLeft(now => now.filter(it => it !== item))}>
                  {item}
                </button>
              </li>
            ))}
          </ul>
        </div>
        {left.length > 0 && (
          <button type="button" onClick={() => setLeft([])}>
            All
          </button>
        )}
        <button type="button" tabIndex={-1}>
          Not by Tab
        </button>
      </main>
    );
  }

  it('goes to what stands there now', async () => {
    show(<List items={['a', 'b', 'c']} />);
    await press('b');
    await expect.poll(focusedName).toBe('c');
  });

  it('goes to what follows the list where the last of it went', async () => {
    show(<List items={['a', 'b']} />);
    await press('b');
    await expect.poll(focusedName).toBe('a');
    await userEvent.keyboard('{Enter}');
    await expect.poll(focusedName).toBe('First of all');
  });

  it('goes back to what stood before where nothing follows', async () => {
    show(<List items={['a']} />);
    await press('All');
    await expect.poll(focusedName).toBe('First of all');
  });

  it('stays nowhere where the reader had put it nowhere', async () => {
    show(<List items={['a', 'b']} />);
    (button('a').element() as HTMLElement).focus();
    (document.activeElement as HTMLElement).blur();
    await new Promise(requestAnimationFrame);
    (button('a').element() as HTMLElement).click();
    await expect.poll(() => button('a').query()).toBeNull();
    await new Promise(requestAnimationFrame);
    expect(document.activeElement).toBe(document.body);
  });
});

describe('the focus in the brief', () => {
  it('goes to the first player that was folded away', async () => {
    const players = Array.from({ length: 10 }, (_, i) => ({
      ...BRIEF.players[0]!,
      id: `q${i}`,
      name: `Nadia Ferris ${i}`,
    }));
    open(article({}, { players }));
    await page.getByRole('tab', { name: 'Players' }).click();
    await press('Show 2 more');
    await expect
      .poll(() => document.activeElement?.closest('.item')?.querySelector('h2')?.textContent)
      .toBe('Nadia Ferris 8');
  });

  it('goes to the tab where the item it came from is gone', async () => {
    let reading = READ;
    open({ read: async () => reading });
    await page.getByRole('tab', { name: 'Claims' }).click();
    await press(/^Report: Claim 1/);
    await press('Report');
    await expect.element(button('Drop this claim')).toBeVisible();
    reading = { ...READ, brief: { ...BRIEF, claims: BRIEF.claims.slice(1) } } as Reading;
    await press('Drop this claim');
    await expect.element(page.getByText('Corrected by you, on this device only.')).toBeVisible();
    await expect.poll(() => document.getElementById('claim-c1')).toBeNull();
    await press('Back');
    await expect.poll(focusedName).toContain('Claims');
  });

  it.each(['the button', 'Escape'])('goes back to the item whose marks are cleared by %s', async way => {
    open();
    await expect.element(button(/Show on page/).first()).toBeVisible();
    await press(/Show on page/);
    await expect.element(button('Clear marks')).toBeVisible();
    (button('Clear marks').element() as HTMLElement).focus();
    await userEvent.keyboard(way === 'Escape' ? '{Escape}' : '{Enter}');
    await expect.poll(() => document.querySelector('.tour-steps')).toBeNull();
    expect(document.activeElement).toBe(document.querySelector('.item .show'));
  });
});
