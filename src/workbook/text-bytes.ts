/** A long text as UTF-8, put together piece by piece: the whole of a province's sheet is never one string. */

const encoder = new TextEncoder();
const FIRST_SIZE = 1 << 16;
/** Characters encoded at once. */
const PIECE = 1 << 17;

export class TextBytes {
  private bytes = new Uint8Array(FIRST_SIZE);
  private length = 0;
  private pending: string[] = [];
  private waiting = 0;

  push(text: string): void {
    this.pending.push(text);
    this.waiting += text.length;
    if (this.waiting >= PIECE) this.flush();
  }

  /** Everything pushed. */
  finish(): Uint8Array<ArrayBuffer> {
    this.flush();
    return this.bytes.subarray(0, this.length);
  }

  private flush(): void {
    const text = this.pending.join("");
    this.pending = [];
    this.waiting = 0;
    // A character takes at most three bytes, a pair of halves four.
    const needed = this.length + text.length * 3;
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
    }
    this.length += encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
  }
}
