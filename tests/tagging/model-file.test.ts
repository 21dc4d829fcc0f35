import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { checksum } from '../../lib/tagging/checksum.ts';
import { ModelError, aboutOf, parseModel, sectionOf } from '../../lib/tagging/model-file.ts';
import type { ModelSection } from '../../lib/tagging/model-file.ts';
import { writeModel } from '../../training/write-model.ts';

const bytes = writeModel(
  new Map<string, ModelSection>([
    ['weights', { dimensions: [2, 3], data: Int8Array.of(1, -2, 3, -4, 5, -6) }],
    ['scales', { dimensions: [2], data: Float32Array.of(0.5, -0.25) }],
    ['empty', { dimensions: [0], data: new Uint16Array(0) }],
  ]),
);

/** The same bytes with the checksum made right again after a change. */
function sealed(change: (copy: Uint8Array) => void): Uint8Array {
  const copy = bytes.slice();
  change(copy);
  const view = new DataView(copy.buffer);
  view.setUint32(copy.length - 4, checksum(copy.subarray(0, -4)), true);
  return copy;
}

describe('a model file', () => {
  it('gives back what was written', () => {
    const model = parseModel(bytes);
    expect([...sectionOf(model, 'weights', Int8Array, 2, 3)]).toEqual([1, -2, 3, -4, 5, -6]);
    expect([...sectionOf(model, 'scales', Float32Array, -1)]).toEqual([0.5, -0.25]);
    expect(sectionOf(model, 'empty', Uint16Array)).toHaveLength(0);
  });

  it('is read at any offset of a buffer', () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect([...sectionOf(parseModel(shifted.subarray(3)), 'scales', Float32Array)]).toEqual([0.5, -0.25]);
  });

  it('is refused when cut off anywhere', () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(() => parseModel(bytes.subarray(0, length))).toThrow(ModelError);
    }
  });

  it('is refused when any byte differs', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const copy = bytes.slice();
        copy[at] = (copy[at] ?? 0) ^ flip;
        expect(() => parseModel(copy)).toThrow(ModelError);
      }),
    );
  });

  it.each([
    ['another kind of file', (copy: Uint8Array) => copy.fill(0x20, 0, 4), /not a model file/],
    ['a later version', (copy: Uint8Array) => copy.fill(9, 4, 5), /version 9, expected 1/],
    ['more sections than it holds', (copy: Uint8Array) => copy.fill(200, 6, 7), /model/],
  ])('says so: %s', (_case, change, message) => {
    expect(() => parseModel(sealed(copy => void change(copy)))).toThrow(message);
  });

  it.each([
    [
      'a missing section',
      (model: ReturnType<typeof parseModel>) => sectionOf(model, 'bias', Float32Array),
      /lacks section bias/,
    ],
    [
      'another type',
      (model: ReturnType<typeof parseModel>) => sectionOf(model, 'weights', Float32Array),
      /not a Float32Array/,
    ],
    [
      'another shape',
      (model: ReturnType<typeof parseModel>) => sectionOf(model, 'weights', Int8Array, 3, 2),
      /2×3, expected 3×2/,
    ],
  ])('says so: %s', (_case, read, message) => {
    expect(() => read(parseModel(bytes))).toThrow(message);
  });
});

describe('what a model says of itself', () => {
  const About = z.object({ layers: z.int() });
  const saying = (about: string): ReturnType<typeof parseModel> => {
    const data = new TextEncoder().encode(about);
    return parseModel(writeModel(new Map([['about', { dimensions: [data.length], data }]])));
  };

  it('is read as it is needed', () => {
    expect(aboutOf(saying('{"layers":2,"task":"names"}'), About)).toEqual({ layers: 2 });
  });

  it.each([
    ['no JSON', '{"layers":'],
    ['another kind of value', '{"layers":"two"}'],
    ['a value that is not there', '{}'],
  ])('is refused: %s', (_case, about) => {
    expect(() => aboutOf(saying(about), About)).toThrow(ModelError);
  });

  it('is refused where there is none', () => {
    expect(() => aboutOf(parseModel(bytes), About)).toThrow(/lacks section about/);
  });
});
