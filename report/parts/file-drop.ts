import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Takes files that are dropped anywhere on the page, as long as its host stands in it. */
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
}
