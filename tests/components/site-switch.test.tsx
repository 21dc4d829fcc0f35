import { beforeEach, describe, expect, it } from 'vitest';
import { Onix } from '../../components/onix.tsx';
import { fakeDesk } from './fake-desk.ts';
import { freshPage } from './opened.tsx';
import { button, show } from './stage.tsx';

beforeEach(freshPage);

describe('a site', () => {
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
});
