/**
 * Formulas of old workbooks as their tokens (công thức dạng mã), walked only to see that they end where they say: the
 * reader library reads on without end where they do not. Sizes: [MS-XLS] 2.5.198, and those of Excel 5 before it.
 */

/** Bytes behind the token itself, in Excel 97 and later and in Excel 5. */
type Sizes = ReadonlyMap<number, readonly [since97: number, before: number]>;

const SIZES: Sizes = new Map([
  [0x01, [4, 4]], [0x02, [4, 4]], ...Array.from({ length: 0x14 }, (_, at): [number, [number, number]] => [at + 3, [0, 0]]),
  [0x1c, [1, 1]], [0x1d, [1, 1]], [0x1e, [2, 2]], [0x1f, [8, 8]],
  [0x20, [7, 7]], [0x21, [2, 2]], [0x22, [3, 3]], [0x23, [4, 14]], [0x24, [4, 3]], [0x25, [8, 6]], [0x26, [6, 6]], [0x27, [6, 6]],
  [0x28, [6, 6]], [0x29, [2, 2]], [0x2a, [4, 3]], [0x2b, [8, 6]], [0x2c, [4, 3]], [0x2d, [8, 6]],
  [0x39, [6, 24]], [0x3a, [6, 17]], [0x3b, [10, 20]], [0x3c, [6, 17]], [0x3d, [10, 20]],
]);

const TEXT = 0x17;
const ATTRIBUTES = 0x19;
const CHOICE = 0x04;

/** Whether the tokens between two places follow one another without a gap and none of them is unknown. */
export function areTokensSound(bytes: Uint8Array, from: number, to: number, since97: boolean): boolean {
  let at = from;
  while (at < to) {
    const token = bytes[at] ?? 0;
    at += 1;
    const size = token === TEXT ? textSize(bytes, at, since97) : token === ATTRIBUTES ? attributesSize(bytes, at) : SIZES.get(baseOf(token))?.[since97 ? 0 : 1];
    if (size === undefined) return false;
    at += size;
  }
  return at === to && to <= bytes.length;
}

/** Tokens that yield a reference, a value or a list share one number. */
function baseOf(token: number): number {
  return token < 0x20 ? token : token < 0x80 ? (token & 0x1f) | 0x20 : 0xff;
}

function textSize(bytes: Uint8Array, at: number, since97: boolean): number {
  const letters = bytes[at] ?? 0;
  if (!since97) return 1 + letters;
  return 2 + letters * ((bytes[at + 1] ?? 0) & 1 ? 2 : 1);
}

function attributesSize(bytes: Uint8Array, at: number): number {
  if (!((bytes[at] ?? 0) & CHOICE)) return 3;
  return 3 + 2 * (((bytes[at + 1] ?? 0) | ((bytes[at + 2] ?? 0) << 8)) + 1);
}
