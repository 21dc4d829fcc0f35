import { describe, expect, it } from 'vitest';
import { atOnce, inSlices, type Work } from '../lib/work.ts';

function* counting(to: number): Work<number> {
  for (let i = 0; i < to; i += 1) yield;
  return to;
}

describe('work', () => {
  it('is done at once', () => {
    expect(atOnce(counting(1_000))).toBe(1_000);
  });

  it('lets others have their turn once its time is up, and not before', async () => {
    let clock = 0;
    const turns: number[] = [];
    const now = (): number => (clock += 1); // every look at the clock is a millisecond
    const turn = async (): Promise<void> => {
      turns.push(clock);
    };
    expect(await inSlices(counting(100), now, turn)).toBe(100);
    expect(turns.length).toBeGreaterThanOrEqual(5);
    expect(Math.min(...turns)).toBeGreaterThanOrEqual(15);
  });

  it('fails as the work fails', async () => {
    // oxlint-disable-next-line require-yield -- it never gets that far
    function* failing(): Work<never> {
      throw new RangeError('no');
    }
    expect(() => atOnce(failing())).toThrow(RangeError);
    await expect(
      inSlices(
        failing(),
        () => 0,
        async () => undefined,
      ),
    ).rejects.toThrow(RangeError);
  });
});
