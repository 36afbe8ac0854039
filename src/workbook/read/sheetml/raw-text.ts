/**
 * The bytes of a part as text to look for tags in (chữ thô của một phần). A platform may give one character a byte, which
 * costs next to nothing, and say what a piece of it means once that piece is wanted: most of a form was read before.
 */

export interface TextPlatform {
  /** In which every tag stands as it is written; `null` where the bytes are no sound UTF-8. */
  readonly raw: (content: Uint8Array) => string | null;
  /** What a piece of such a text means. */
  readonly meant: (raw: string) => string;
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** The whole part as meant; `null` where the bytes are no sound UTF-8. */
export function decoded(content: Uint8Array): string | null {
  try {
    return decoder.decode(content);
  } catch {
    return null;
  }
}

/** What every platform has: the whole part at once, and each piece as it stands. */
const everywhere: TextPlatform = { raw: decoded, meant: (raw) => raw };
let platform = everywhere;

/** To be called before anything is read: what was remembered of texts is remembered as the platform gives them. */
export function useTextPlatform(own: TextPlatform | null): void {
  platform = own ?? everywhere;
}

export const rawText = (content: Uint8Array): string | null => platform.raw(content);
export const meant = (raw: string): string => platform.meant(raw);
