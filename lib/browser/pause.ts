/** Done when others had their turn. A timer would wait a second each time in a tab that is not in front. */
export function pause(): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise(resolve => {
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
}
