// A turn of the event loop, between the parts of long work: what somebody does meanwhile comes first. It waits for nothing else, as
// idleness does, and is not slowed down in a window that nobody sees, as timers are.

export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
