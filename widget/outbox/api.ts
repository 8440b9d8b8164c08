import { deliver, keeper } from './main.ts';

/** What pages ask about answers that are not delivered yet; loaded when one asks. */
export const outboxApi = {
  pending: async () => (await waiting()).length,
  flush: () => deliver(true),
  export: async () => (await waiting()).map(({ body }): unknown => JSON.parse(body)),
  forget: () => keeper.forget(),
};

async function waiting() {
  return (await keeper.store.entries()).filter(({ parked }) => !parked);
}
