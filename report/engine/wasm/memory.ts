const PAGE = 1 << 16;

/** The memory of a scanner, laid out piece by piece. */
export class ScannerMemory {
  readonly #memory: WebAssembly.Memory;
  /** The first page is the scanner's own. */
  #top = PAGE;
  /** All of it; other views once it has grown. */
  bytes!: Uint8Array;
  shorts!: Uint16Array;
  words!: Int32Array;
  numbers!: Float64Array;

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
    this.#view();
  }

  /** Room of so many bytes, all zero; its address. */
  place(bytes: number): number {
    const at = this.#top;
    this.#top = (at + bytes + 15) & ~15;
    const more = this.#top - this.bytes.length;
    if (more > 0) {
      this.#memory.grow(Math.ceil(more / PAGE));
      this.#view();
    }
    this.bytes.fill(0, at, this.#top);
    return at;
  }

  #view(): void {
    const { buffer } = this.#memory;
    this.bytes = new Uint8Array(buffer);
    this.shorts = new Uint16Array(buffer);
    this.words = new Int32Array(buffer);
    this.numbers = new Float64Array(buffer);
  }
}
