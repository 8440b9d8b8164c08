/** Reading and counting shorter than this show no progress: it would only flicker. */
const PROGRESS_AFTER_MS = 150;

/** Shows progress of what takes long, counted from the moment that this was made. */
export class Patience {
  readonly #begun = performance.now();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Shows it when that much time has passed, unless all is done by then. */
  show(progress: () => void): void {
    this.end();
    this.#timer = setTimeout(progress, this.#begun + PROGRESS_AFTER_MS - performance.now());
  }

  /** All is done. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
