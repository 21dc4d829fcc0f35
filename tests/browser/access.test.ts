import { expect, it } from 'vitest';
import { originPattern } from '../../lib/browser/access.ts';

it('the pattern of a site covers its host on any port', () => {
  expect(originPattern('https://paper.example:8443/a?b#c')).toBe('https://paper.example/*');
});
