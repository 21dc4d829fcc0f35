/** The chance that a right example scores above a wrong one. */
export function areaUnder(rows: readonly { score: number; right: boolean }[]): number {
  const sorted = rows.toSorted((a, b) => a.score - b.score);
  let wrong = 0;
  let above = 0;
  for (const { right } of sorted) {
    if (right) above += wrong;
    else wrong++;
  }
  return above / (wrong * (sorted.length - wrong));
}
