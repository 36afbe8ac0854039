/**
 * Parts that a thousand forms of one plan share to the byte (phần giống nhau): styles, names, content types are
 * read once. Recognised by their packed bytes, compared one by one; a few of each are kept.
 */
import { packedBytes, unpack, type ZipEntry } from "../zip";
import { certain } from "./uncertain";

interface Kept {
  readonly packed: Uint8Array;
  readonly entry: ZipEntry;
  readonly made: unknown;
}

const MOST_KEPT = 12;
/** What is larger is no part of an ordinary form. */
const LARGEST = 1 << 18;
const memory = new Map<string, readonly Kept[]>();

/** What `make` makes of the part: the same object for the same bytes under the same path. */
export function partMemory<Made>(path: string, bytes: Uint8Array, entry: ZipEntry, make: (content: Uint8Array) => Made): Made {
  return rememberedPart(path, bytes, entry, (content) => make(certain(content, path)));
}

/** The same for what is asked of a part (`about`); `null`: it does not unpack, which is remembered of nothing. */
export function rememberedPart<Made>(about: string, bytes: Uint8Array, entry: ZipEntry, make: (content: Uint8Array | null) => Made): Made {
  const packed = packedBytes(bytes, entry);
  if (!packed) return make(null);
  const kept = memory.get(about) ?? [];
  const known = kept.find((one) => sameEntry(one.entry, entry) && sameBytes(one.packed, packed));
  if (known) return known.made as Made;
  const content = unpack(bytes, entry);
  const made = make(content);
  if (content && packed.length <= LARGEST) memory.set(about, [{ packed: packed.slice(), entry, made }, ...kept].slice(0, MOST_KEPT));
  return made;
}

function sameEntry(a: ZipEntry, b: ZipEntry): boolean {
  return a.crc === b.crc && a.size === b.size && a.method === b.method && a.encrypted === b.encrypted;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
