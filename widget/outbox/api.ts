import { deliver, keeper, loadSender } from './main.ts';
import type { Entry } from './outbox-store.ts';
import { deleteCopies, pageCaches } from './second-copy.ts';

/** What pages ask about answers that are not delivered yet; loaded when one asks. */
export const outboxApi = {
  pending: async () => (await keeper.store.entries()).filter(({ parked }) => !parked).length,
  flush: () => deliver(true),
  /** The records; those that are not sent any more say why in `parked`. */
  export: async () => (await keeper.store.entries()).map(exported),
  async forget() {
    await keeper.forget();
    const sender = await loadSender();
    await (sender ? sender.forget() : deleteCopies(pageCaches));
  },
};

function exported({ body, parked }: Entry): unknown {
  const record = JSON.parse(body) as object; // an answer record, by whoever kept it
  return parked ? { ...record, parked } : record;
}
