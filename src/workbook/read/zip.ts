/**
 * A zip as a table of entries, read with limits and checks: what does not unpack to exactly what its
 * directory says is not unpacked at all, for a damaged byte inside a sheet would be a wrong figure.
 */
import { inflateSync } from "fflate";
import { beyond, MAX_ENTRIES, MAX_EXPANDED, MAX_RATIO, RATIO_MATTERS_FROM, unsafe } from "./limits";

export interface ZipEntry {
  readonly path: string;
  readonly size: number;
  readonly packed: number;
  readonly method: number;
  readonly crc: number;
  readonly encrypted: boolean;
  /** Where the entry's local header stands. */
  readonly at: number;
}

/** Entries in the order of the central directory; `null` when there is none (cut short, damaged). */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const stated = view.getUint32(end + 16, true);
  const start = stated + size <= end && signatureAt(view, stated, DIRECTORY) ? stated : end - size;
  const entries: ZipEntry[] = [];
  let at = count === 0 ? end : start;
  while (at + 46 <= end && entries.length <= MAX_ENTRIES && signatureAt(view, at, DIRECTORY)) {
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const flags = view.getUint16(at + 8, true);
    const [unpacked, packed, offset] = wideSizes(view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true), extra);
    entries.push({
      path: decodeName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0, extra),
      size: unpacked, packed, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), encrypted: (flags & 1) !== 0,
      at: offset + (start - stated > 0 && start !== stated ? start - stated : 0),
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries.length < (count === 0xffff || entries.length > MAX_ENTRIES ? 0 : count) ? null : entries;
}

/** Stops at what no honest archive has: too many entries, and entries that lie over one another so that little unpacks to much. */
export function refuseTricks(entries: readonly ZipEntry[]): void {
  if (entries.length > MAX_ENTRIES) beyond("entries", MAX_ENTRIES);
  const placed = [...entries].sort((a, b) => a.at - b.at);
  placed.forEach(({ at }, index) => {
    const before = placed[index - 1];
    if (before && at < before.at + LOCAL_HEADER + before.packed) unsafe("overlap");
  });
}

/** True where unpacking would take more than the limit, or far more than such files ever hold. */
export function isTooLarge(entries: readonly ZipEntry[], limit = MAX_EXPANDED): boolean {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  return total > limit || entries.some(({ size, packed }) => size > RATIO_MATTERS_FROM && size > packed * MAX_RATIO);
}

/** One entry's content; `null` when it is damaged, encrypted or packed in a way nobody uses for workbooks. */
export function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const packed = packedBytes(bytes, entry);
  if (!packed || entry.encrypted) return null;
  const content = entry.method === 0 ? packed : entry.method === 8 ? inflate(packed, entry.size) : null;
  return content && content.length === entry.size && crc32(content) === entry.crc ? content : null;
}

/** An entry's bytes as they stand in the archive; `null` where they are not all there. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.at + LOCAL_HEADER > bytes.length || !signatureAt(view, entry.at, LOCAL)) return null;
  const start = entry.at + LOCAL_HEADER + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  return packed.length === entry.packed ? packed : null;
}

const LOCAL_HEADER = 30;
const LOCAL = 0x04034b50;
const DIRECTORY = 0x02014b50;
const END = 0x06054b50;

function signatureAt(view: DataView, at: number, signature: number): boolean {
  return at >= 0 && at + 4 <= view.byteLength && view.getUint32(at, true) === signature;
}

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (signatureAt(view, at, END)) return at;
  }
  return -1;
}

/** Sizes and offset of the wide (zip64) extra field, where the narrow ones say "look there". */
function wideSizes(size: number, packed: number, offset: number, extra: Uint8Array): [number, number, number] {
  const wide = extraField(extra, 0x0001);
  if (!wide) return [size, packed, offset];
  const view = new DataView(wide.buffer, wide.byteOffset, wide.byteLength);
  let at = 0;
  const next = (narrow: number): number => {
    if (narrow !== 0xffffffff || at + 8 > wide.byteLength) return narrow;
    at += 8;
    return Number(view.getBigUint64(at - 8, true));
  };
  return [next(size), next(packed), next(offset)];
}

function extraField(extra: Uint8Array, id: number): Uint8Array | null {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = (extra[at + 2] ?? 0) | ((extra[at + 3] ?? 0) << 8);
    if (((extra[at] ?? 0) | ((extra[at + 1] ?? 0) << 8)) === id) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return null;
}

const [SLASH, BACKSLASH] = [0x2f, 0x5c];

/** The name, where it is plain ASCII: so are those of nearly all parts of nearly all workbooks. */
function asciiIn(raw: Uint8Array): string | null {
  let text = "";
  for (const byte of raw) {
    if (byte > 0x7f) return null;
    text += String.fromCharCode(byte === BACKSLASH ? SLASH : byte);
  }
  return text;
}

/**
 * Names come in UTF-8, said or unsaid, or in the code page of a Vietnamese Windows (1258, whose letters are
 * in parts and are put together here).
 */
function decodeName(raw: Uint8Array, isUtf8: boolean, extra: Uint8Array): string {
  const unicode = extraField(extra, 0x7075)?.subarray(5);
  const plain = unicode ? null : asciiIn(raw);
  if (plain !== null) return plain;
  return (decode(unicode ?? raw, isUtf8) ?? new TextDecoder("windows-1258").decode(raw)).normalize("NFC").replaceAll("\\", "/");
}

const [UTF8, CERTAINLY_UTF8] = [new TextDecoder(), new TextDecoder("utf-8", { fatal: true })];

function decode(raw: Uint8Array, mustBeUtf8: boolean): string | null {
  try {
    return (mustBeUtf8 ? UTF8 : CERTAINLY_UTF8).decode(raw);
  } catch {
    return null;
  }
}

/** What a platform does quicker than any script: Node has both, a browser neither at once. */
export interface ZipPlatform {
  /** Throws where the packed bytes are damaged or unpack to more than `size`. */
  readonly inflate: (packed: Uint8Array, size: number) => Uint8Array;
  readonly crc32: (content: Uint8Array) => number;
  /** Packs, at once or on a thread beside; left out, what browsers have is used. */
  readonly deflate?: { readonly atOnce: (content: Uint8Array) => Uint8Array; readonly aside: (content: Uint8Array) => Promise<Uint8Array> };
}

let platform: ZipPlatform = { inflate: (packed, size) => inflateSync(packed, { out: new Uint8Array(size) }), crc32: crc32Here };

/** Said once, at the start of a program. */
export function useZipPlatform(own: ZipPlatform): void {
  platform = own;
}

function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    return platform.inflate(packed, size);
  } catch {
    return null;
  }
}

/** The host's own way of packing, where it has one. */
export function platformDeflate(): ZipPlatform["deflate"] {
  return platform.deflate;
}

export function crc32(content: Uint8Array): number {
  return platform.crc32(content);
}

/** Four bytes at a time: table k holds what a byte does to the sum k bytes later. */
const crcTables = (() => {
  const tables = Array.from({ length: 4 }, () => new Uint32Array(256));
  const [first = new Uint32Array(256)] = tables;
  for (let index = 0; index < 256; index += 1) {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    first[index] = value;
  }
  tables.slice(1).forEach((table, place) => {
    const before = tables[place] ?? first;
    for (let index = 0; index < 256; index += 1) table[index] = ((before[index] ?? 0) >>> 8) ^ (first[(before[index] ?? 0) & 0xff] ?? 0);
  });
  return tables as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
})();

/* eslint-disable @typescript-eslint/no-non-null-assertion -- every place is inside its table; asked of each byte this would cost half the time */
function crc32Here(content: Uint8Array): number {
  const [t0, t1, t2, t3] = crcTables;
  let crc = 0xffffffff;
  let at = 0;
  for (const last = content.length - 3; at < last; at += 4) {
    crc ^= content[at]! | (content[at + 1]! << 8) | (content[at + 2]! << 16) | (content[at + 3]! << 24);
    crc = t3[crc & 0xff]! ^ t2[(crc >>> 8) & 0xff]! ^ t1[(crc >>> 16) & 0xff]! ^ t0[crc >>> 24]!;
  }
  for (; at < content.length; at += 1) crc = (crc >>> 8) ^ t0[(crc ^ content[at]!) & 0xff]!;
  return (crc ^ 0xffffffff) >>> 0;
}
/* eslint-enable @typescript-eslint/no-non-null-assertion */
