/** Work that can be put down and taken up again; each `yield` is a place to pause. */
export type Work<Result> = Generator<undefined, Result, undefined>;

/** Things of one kind, none of them large, that are looked at without a pause. */
export const AT_ONCE = 200;

/** Does all of it without a pause. */
export function atOnce<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Others wait no longer than this, and the step that was under way when the time was up. */
const SLICE_MS = 15;

/** Does it in slices and lets others have their turn in between. */
export async function inSlices<Result>(
  work: Work<Result>,
  now: () => number, // ms
  turn: () => Promise<unknown>, // done when others had theirs
): Promise<Result> {
  let start = now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (now() - start < SLICE_MS) continue;
    await turn();
    start = now();
  }
}
