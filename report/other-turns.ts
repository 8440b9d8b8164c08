/** Resolves when the messages that have come meanwhile were heard; a page in the background is not held up, as by a timer. */
export function otherTurns(): Promise<void> {
  return new Promise((done) => {
    const { port1: ear, port2: mouth } = new MessageChannel();
    ear.onmessage = () => {
      ear.close();
      done();
    };
    mouth.postMessage(undefined);
  });
}
