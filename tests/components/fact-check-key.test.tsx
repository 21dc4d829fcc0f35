import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { FactCheckKey } from '../../components/fact-check-key.tsx';
import { faults, show, speak, wordsIn } from './stage.tsx';

beforeEach(() => speak());

it('a key is kept, never shown again, and forgotten with one press', async () => {
  let kept: string | null = null;
  const desk = { load: async () => kept, save: async (key: string | null) => void (kept = key) };
  show(
    <main>
      <h1>Settings</h1>
      <FactCheckKey desk={desk} />
    </main>,
  );
  const field = page.getByLabelText('Your key for Google’s fact-check search');
  await field.fill('  my-secret-key ');
  await page.getByRole('button', { name: 'Save the key' }).click();
  await expect.element(field).toHaveValue('');
  expect(kept).toBe('my-secret-key');
  expect(document.body.innerHTML).not.toContain('my-secret-key');
  expect(await faults()).toEqual([]);

  await page.getByRole('button', { name: 'Forget the key' }).click();
  await expect.poll(() => kept).toBeNull();
  await expect.poll(() => wordsIn('form')).not.toContain('Forget the key');
});
