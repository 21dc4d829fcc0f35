import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checksum } from '../../lib/tagging/checksum.ts';

afterEach(() => void vi.unstubAllGlobals());

describe('the checksum', () => {
  it.each([
    ['of nothing', [], 0x811c9dc5],
    ['of a zero', [0, 0, 0, 0], 0x050c5d1f],
    ['of the bytes of a word, the lowest first', [1, 0, 0, 0], 0x040c5b8c],
  ])('%s', (_case, bytes, expected) => {
    expect(checksum(Uint8Array.from(bytes))).toBe(expected);
  });

  it('is the same without WebAssembly, and wherever the bytes lie', async () => {
    vi.resetModules();
    vi.stubGlobal('WebAssembly', undefined);
    const plain = await import('../../lib/tagging/checksum.ts');
    vi.unstubAllGlobals();
    const words = fc
      .uint8Array({ maxLength: 50 })
      .map(bytes => Uint8Array.from([...bytes, ...bytes, ...bytes, ...bytes]));
    fc.assert(
      fc.property(words, bytes => {
        const sum = checksum(bytes);
        const shifted = new Uint8Array(bytes.length + 1);
        shifted.set(bytes, 1);
        expect(checksum(shifted.subarray(1))).toBe(sum);
        vi.stubGlobal('WebAssembly', undefined);
        expect(plain.checksum(bytes)).toBe(sum);
        vi.unstubAllGlobals();
      }),
    );
  });

  it('is of all bytes where there are more than are added at a time', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => i % 251);
    const sum = checksum(bytes);
    for (const at of [0, 32_767, 32_768, 65_536, 99_999]) {
      const damaged = bytes.slice();
      damaged[at]! ^= 1;
      expect(checksum(damaged)).not.toBe(sum);
    }
    expect(checksum(bytes.subarray(0, 65_536))).not.toBe(sum);
    expect(checksum(bytes)).toBe(sum);
  });
});
