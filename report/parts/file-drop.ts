import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Name of a table that was pasted; a spreadsheet puts tabs between its cells. */
const PASTED = 'pasted.tsv';

/** Takes files that are dropped anywhere on the page or pasted into it, as long as its host stands in it. */
export class FileDrop implements ReactiveController {
  /** Files hang over the page. */
  over = false;
  readonly #host: ReactiveControllerHost;
  readonly #take: (files: readonly File[]) => void;
  #connection: AbortController | undefined;

  constructor(host: ReactiveControllerHost, take: (files: readonly File[]) => void) {
    this.#host = host;
    this.#take = take;
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#connection = new AbortController());
    addEventListener('dragover', this.#dragOver, { signal });
    addEventListener('dragleave', this.#dragLeave, { signal });
    addEventListener('drop', this.#drop, { signal });
    addEventListener('paste', this.#paste, { signal });
  }

  hostDisconnected(): void {
    this.#connection?.abort();
  }

  #hang(over: boolean): void {
    if (this.over === over) return;
    this.over = over;
    this.#host.requestUpdate();
  }

  readonly #dragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#hang(true);
  };

  readonly #dragLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.#hang(false);
  };

  readonly #drop = (event: DragEvent): void => {
    this.#hang(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    this.#take(files);
  };

  /** What is pasted into a field is the field's. */
  readonly #paste = (event: ClipboardEvent): void => {
    const [target] = event.composedPath();
    if (target instanceof HTMLTextAreaElement || isTextField(target)) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    // A copied range carries its picture as well; a table has two rows at least.
    const pasted = /\S[^\n]*\n./.test(text) ? [new File([text], PASTED)] : files;
    if (pasted.length === 0) return;
    event.preventDefault();
    this.#take(pasted);
  };
}

function isTextField(target: EventTarget | undefined): boolean {
  return target instanceof HTMLInputElement && !['file', 'radio', 'checkbox'].includes(target.type);
}
