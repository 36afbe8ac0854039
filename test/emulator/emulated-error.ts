/** What the emulated Excel refuses, with Excel's own code. */
export class EmulatedError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
