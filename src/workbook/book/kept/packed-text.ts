/**
 * Texts that are seldom looked at (chữ cất gọn), as bytes one after the other in a few large pieces of memory: tens of
 * thousands of them weigh what their letters weigh, and the engine has nothing to look through.
 */
const PIECE = 1 << 20;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Gives the text again. */
export type PackedText = () => string;

let piece = new Uint8Array(0);
let end = 0;

export function packText(text: string): PackedText {
  const most = text.length * 3;
  if (end + most > piece.length) {
    piece = new Uint8Array(Math.max(PIECE, most));
    end = 0;
  }
  const [own, from, to] = [piece, end, end + encoder.encodeInto(text, piece.subarray(end)).written];
  end = to;
  return () => decoder.decode(own.subarray(from, to));
}
