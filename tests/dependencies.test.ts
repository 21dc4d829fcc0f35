import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rows } from '../scripts/dependencies.ts';

const page = readFileSync('docs/dependencies.md', 'utf8');
const { ships, tools } = rows();

describe('docs/dependencies.md', () => {
  it.each([...ships, ...tools])('tells of %s %s under %s', (...row) => {
    expect(page).toContain(`| ${row.join(' | ')} |`);
  });

  it('tells of nothing else', () => {
    const told = page.split('\n').filter(line => line.startsWith('| ') && !/^\| (?:package|---)/.test(line));
    expect(told).toHaveLength(ships.length + tools.length);
  });

  it('knows a licence for each, and none that asks for more than naming it', () => {
    const kind = /^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|MPL-2\.0)$/;
    for (const [name, , licence] of [...ships, ...tools])
      expect([name, licence]).toEqual([name, expect.stringMatching(kind)]);
  });
});
