/**
 * Runs `change` when nobody else holds `name`, in whichever view or worker: what is read, changed and written again
 * would else undo what another window wrote meanwhile. Who dies lets go.
 */
export async function inTurn<Result>(name: string, change: () => Promise<Result>): Promise<Result> {
  // Node before 24 has no locks, and no windows either.
  return 'locks' in navigator ? navigator.locks.request(name, change) : change();
}

/** Done when others had their turn. A timer would wait a second each time in a tab that is not in front. */
export function turn(): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise(resolve => {
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
}
