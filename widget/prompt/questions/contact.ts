import type { TemplateResult } from 'lit/html.js';
import { html, nothing } from 'lit/html.js';
import type { ContactAnswer } from '../../../shared/answers/answer-record.ts';
import { localize } from '../../../shared/questionnaire/localize.ts';
import type { ContactQuestion } from '../../../shared/questionnaire/questionnaire.ts';
import type { WholeView } from '../card.ts';
import { phrased } from '../card.ts';
import { TICK } from '../icons.ts';
import type { QuestionParts } from '../kind-module.ts';

/** Longest name or address taken, in UTF-16 code units. */
const CONTACT_MAX_LENGTH = 200;

interface ContactDraft {
  readonly name: string;
  readonly reach: string;
  readonly consent: boolean;
  /** The respondent went on before all was there. */
  readonly told: boolean;
}

/** How to reach the respondent. Until there is an address and consent, nothing of it is an answer. */
export function contactParts(view: WholeView, question: ContactQuestion): QuestionParts {
  const { run, strings } = view;
  const { id, consent = strings.contact.consent } = question;
  const words = strings.contact;
  const given = run.session.answers[id] as ContactAnswer | undefined; // a contact holds this
  const empty = {
    name: given?.name ?? '',
    reach: given?.reach ?? '',
    consent: given !== undefined,
    told: false,
  };
  const draft = (run.drafts[id] ?? empty) as ContactDraft; // set by the next function only
  const change = (more: Partial<ContactDraft>, soon: boolean) => {
    const next = { ...draft, ...more };
    run.drafts[id] = next;
    const [name, reach] = [next.name.trim(), next.reach.trim()];
    const contact: ContactAnswer = { ...(name && { name }), reach, consent: true };
    view.give(id, next.consent && reach ? contact : undefined, soon);
  };
  const write = (name: 'name' | 'reach', { target }: InputEvent) => {
    const { value } = target as HTMLInputElement; // the listener is on the field
    change({ [name]: value }, true);
  };
  const touched = [draft.name, draft.reach].some((text) => text.trim() !== '') || draft.consent;
  const missing = touched && !(draft.consent && draft.reach.trim());

  const field = (name: 'name' | 'reach', autocomplete: string, label: TemplateResult) =>
    html`<label class="field"
      ><span class="label">${label}</span
      ><input
        part="input"
        type="text"
        dir="auto"
        name=${name}
        autocomplete=${autocomplete}
        inputmode=${name === 'reach' ? 'email' : 'text'}
        maxlength=${CONTACT_MAX_LENGTH}
        data-path=${`${id}.${name}`}
        aria-describedby=${draft.told && missing ? 'missing' : nothing}
        aria-invalid=${name === 'reach' && draft.told && missing && !draft.reach.trim() ? 'true' : nothing}
        .value=${draft[name]}
        @input=${(event: InputEvent) => write(name, event)}
    /></label>`;
  // A full-width bracket brings its own space.
  const gap = words.optional.startsWith('（') ? '' : ' ';
  return {
    touched,
    hold() {
      if (missing) run.drafts[id] = { ...draft, told: true };
      return missing;
    },
    body: html`${field('name', 'name', html`${words.name + gap}<small>${words.optional}</small>`)}
      ${field('reach', 'email', html`${words.reach}`)}
      <label class="consent" part="consent"
        ><input
          type="checkbox"
          class="check"
          data-path=${`${id}.consent`}
          .checked=${draft.consent}
          @change=${() => change({ consent: !draft.consent }, false)}
        />${draft.consent ? TICK : nothing}<span
          >${phrased(localize(consent, strings.locale), strings)}</span
        ></label
      >
      <p class="missing" id="missing" role="alert">${draft.told && missing ? words.incomplete : nothing}</p>`,
  };
}
