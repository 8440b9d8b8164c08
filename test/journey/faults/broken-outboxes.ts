/**
 * Outboxes as they are often written, each with the one mistake that it is named for. They keep and send answers in
 * place of the prompt's own, so that the cases can show that they notice.
 */
export const BROKEN = {
  /** The entry leaves the queue before it is sent. */
  'deletes before sending': outbox({ send: `const entry = queue.shift(); save(); await post(entry);` }),
  /** Every attempt makes a record of its own. */
  'new id per try': outbox({
    send: `const { ok, id } = await post({ ...queue[0], id: crypto.randomUUID() }); if (ok && id) { queue.shift(); save(); }`,
  }),
  /** Whoever answers 200 has taken it. */
  'any 200 counts': outbox({ send: `if ((await post(queue[0])).ok) { queue.shift(); save(); }` }),
  /** The queue is in localStorage, which the browser writes when it likes. */
  localStorage: outbox({
    send: `if ((await post(queue[0])).id) { queue.shift(); save(); }`,
    load: `JSON.parse(localStorage.getItem('queue') ?? '[]')`,
    save: `localStorage.setItem('queue', JSON.stringify(queue))`,
  }),
  /** The oldest go, without a word, when there are more. */
  'silent bound of 30': outbox({
    send: `if ((await post(queue[0])).id) { queue.shift(); save(); }`,
    keep: `while (queue.length > 30) queue.shift();`,
  }),
} as const;

interface Parts {
  /** Sends the first entry of `queue`. */
  readonly send: string;
  /** After an entry was added. */
  readonly keep?: string;
  readonly load?: string;
  /** Keeps `queue`; the default is an IndexedDB with strict durability, as it should be. */
  readonly save?: string;
}

/** The script of a page: it takes the place of the prompt in what the page script offers. */
function outbox({ send, keep = '', load = 'await loadAll()', save = 'saved = saveAll()' }: Parts): string {
  return `<script>
    let queue = [], saved, sending = false;
    const database = new Promise((resolve) => {
      const opening = indexedDB.open('broken', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('queue');
      opening.onsuccess = () => resolve(opening.result);
    });
    const loadAll = async () => {
      const request = (await database).transaction('queue').objectStore('queue').get(0);
      return new Promise((resolve) => (request.onsuccess = () => resolve(request.result ?? [])));
    };
    const saveAll = async () => {
      const written = (await database).transaction('queue', 'readwrite', { durability: 'strict' });
      written.objectStore('queue').put(queue.map((entry) => ({ ...entry })), 0);
      return new Promise((resolve) => (written.oncomplete = resolve));
    };
    const save = () => { ${save}; };
    async function post({ id, token }) {
      const record = { schemaVersion: 1, id, revision: 1, status: 'completed', answers: { why: token } };
      try {
        const response = await fetch(window.endpoint, { method: 'POST', body: JSON.stringify({ records: [record] }) , headers: { 'content-type': 'application/json' }, referrerPolicy: 'no-referrer' });
        const text = await response.text();
        return { ok: response.ok, id: response.ok && text.includes(id) ? id : undefined };
      } catch { return { ok: false }; }
    }
    async function drain() {
      if (sending) return;
      sending = true;
      const before = queue.length;
      if (before > 0) { ${send} }
      sending = false;
      setTimeout(drain, queue.length < before ? 0 : 50);
    }
    const ready = (async () => { queue = ${load}; void drain(); })();
    Object.defineProperty(window, 'giver', { value: async (token) => {
      await ready;
      const entry = { id: crypto.randomUUID(), token };
      queue.push(entry);
      ${keep}
      save();
      await saved;
      return { token, id: entry.id, revision: 1, told: 'kept', toldAfterMs: 0 };
    } });
    Object.defineProperty(window, 'fourfold', { value: { show() {}, pending: async () => queue.length, flush: drain,
      export: async () => queue.map(({ id, token }) => ({ id, revision: 1, answers: { why: token } })) } });
  </script>`;
}
