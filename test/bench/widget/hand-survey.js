/* global HTMLElement, customElements, document, indexedDB, localStorage, crypto, location */
// What the widget is measured against: one NPS question with a comment, written by hand without a library, and no
// more than that. `hand-loader.js` loads it for who is asked. A strict write and a request start together with the
// first answer, as the widget's do.
const CSS = `:host{font:16px system-ui;color:#1a1e27}
form{position:fixed;inset:auto 16px 16px auto;width:400px;padding:16px;border-radius:16px;background:#fff;box-shadow:0 8px 32px #0003}
h2{font-size:16px;margin:0 24px 12px 0}fieldset{display:flex;gap:2px;border:0;margin:0;padding:0}
label{flex:1;padding:10px 0;text-align:center;border:1px solid #868d9a;border-radius:8px}
input{position:absolute;opacity:0}label:has(:checked){background:#23335c;color:#fff}label:focus-within{outline:2px solid #2463eb}
p{display:flex;justify-content:space-between;margin:8px 0;color:#5b6372}
textarea{width:100%;box-sizing:border-box;font:inherit}.close{position:absolute;top:8px;right:8px}`;

const REST_MS = 90 * 86_400_000;
const POINTS = Array.from(
  { length: 11 },
  (_, point) => `<label part="point"><input type="radio" name="nps" value="${point}">${point}</label>`,
);

class HandSurvey extends HTMLElement {
  record = {
    schemaVersion: 1,
    id: crypto.randomUUID(),
    revision: 1,
    survey: 'nps',
    surveyVersion: 1,
    status: 'shown',
    shownAt: new Date().toISOString(),
    locale: 'en',
    page: location.origin + location.pathname,
    context: {},
    answers: {},
    skipped: [],
    notApplicable: {},
    order: {},
  };

  connectedCallback() {
    this.database = new Promise((resolve, reject) => {
      const opening = indexedDB.open('hand', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('entries', { keyPath: 'id' });
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>${CSS}</style><form><h2 id="q">How likely are you to recommend us to a friend or colleague?</h2>
      <button type="button" class="close" aria-label="Close">×</button>
      <fieldset aria-labelledby="q">${POINTS.join('')}</fieldset><p><span>Not at all likely</span><span>Extremely likely</span></p>
      <div hidden><label for="why">What is the main reason?</label><textarea id="why" maxlength="500"></textarea><button>Send</button></div></form>`;
    root.querySelector('.close').onclick = () => this.remove();
    root.querySelector('fieldset').onchange = ({ target }) => {
      root.querySelector('div').hidden = false;
      this.keep({ nps: Number(target.value) }, 'partial');
    };
    root.querySelector('form').onsubmit = (event) => {
      event.preventDefault();
      this.keep({ ...this.record.answers, why: root.querySelector('textarea').value }, 'completed');
      root.querySelector('form').textContent = 'Thank you.';
    };
  }

  /** Keeps and sends; what was kept goes once the collector has it. */
  async keep(answers, status) {
    const { id, revision, shownAt } = this.record;
    const now = new Date();
    const times = { answeredAt: now.toISOString(), durationMs: now - new Date(shownAt) };
    this.record = { ...this.record, ...times, answers, status, revision: revision + 1 };
    const body = JSON.stringify({ records: [this.record] });
    const sent = fetch(this.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const kept = this.write((entries) => entries.put({ id, body }));
    localStorage.hand = JSON.stringify({ ...JSON.parse(localStorage.hand), restsUntil: +now + REST_MS });
    await kept;
    const receipt = await (await sent).json();
    if (receipt.stored.some((one) => one.id === id && one.revision >= this.record.revision))
      await this.write((entries) => entries.delete(id));
  }

  async write(change) {
    const transaction = (await this.database).transaction('entries', 'readwrite', { durability: 'strict' });
    change(transaction.objectStore('entries'));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
  }
}

customElements.define('hand-survey', HandSurvey);

/** Puts the question on the page. */
export function ask(endpoint) {
  document.body.append(Object.assign(document.createElement('hand-survey'), { endpoint }));
}
