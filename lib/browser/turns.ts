/**
 * Runs `change` when nobody else holds `name`, in whichever view or worker: what is read, changed and written again
 * would else undo what another window wrote meanwhile. Who dies lets go.
 */
export async function inTurn<Result>(name: string, change: () => Promise<Result>): Promise<Result> {
  // Node before 24 has no locks, and no windows either.
  return 'locks' in navigator ? navigator.locks.request(name, change) : change();
}
