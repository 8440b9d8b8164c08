/** A command that cannot go on: what was expected, and what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** 1: files; 2: the command itself. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
