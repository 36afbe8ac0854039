/** A workbook's package out of its parts (đóng gói tệp): packed by the platform itself where it can, which is several times quicker. */
import { deflateSync } from "fflate";
import { crc32, platformDeflate } from "./read/zip";

export interface PackedPart {
  readonly path: string;
  readonly packed: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

/** Below this the way to the platform's packer and back costs more than it saves. */
const WORTH_IT = 1 << 15;

export async function packedPart(path: string, content: Uint8Array): Promise<PackedPart> {
  return { path, packed: await deflated(content), size: content.length, crc: crc32(content) };
}

async function deflated(content: Uint8Array): Promise<Uint8Array> {
  const isSmall = content.length < WORTH_IT;
  const own = platformDeflate();
  if (own) return isSmall ? own.atOnce(content) : own.aside(content);
  const stream = isSmall ? null : platformPacker();
  if (!stream) return deflateSync(content, { level: 6 });
  const packed = new Blob([content as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** Older browsers have none, or know other formats only. */
function platformPacker(): ReadableWritablePair<Uint8Array<ArrayBuffer>, BufferSource> | null {
  try {
    return new CompressionStream("deflate-raw");
  } catch {
    return null;
  }
}

const LOCAL_HEAD = 30;
const DIRECTORY_HEAD = 46;
const END = 22;
const DEFLATED = 8;
const UTF8_NAMES = 0x0800;
/** Every entry carries this day, the earliest a zip can hold for any time zone: 2 January 1980. */
const DAY = 0x0022;

/** The archive; the same parts give the same bytes. */
export function zipContainer(parts: readonly PackedPart[]): Uint8Array<ArrayBuffer> {
  const named = parts.map((part) => ({ ...part, name: new TextEncoder().encode(part.path) }));
  const body = named.reduce((sum, { name, packed }) => sum + LOCAL_HEAD + name.length + packed.length, 0);
  const directory = named.reduce((sum, { name }) => sum + DIRECTORY_HEAD + name.length, 0);
  const bytes = new Uint8Array(body + directory + END);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let entry = body;
  for (const part of named) {
    const start = at;
    view.setUint32(at, 0x04034b50, true);
    facts(view, at + 4, part);
    bytes.set(part.name, at + LOCAL_HEAD);
    bytes.set(part.packed, at + LOCAL_HEAD + part.name.length);
    at += LOCAL_HEAD + part.name.length + part.packed.length;

    view.setUint32(entry, 0x02014b50, true);
    view.setUint16(entry + 4, 20, true);
    facts(view, entry + 6, part);
    view.setUint32(entry + 42, start, true);
    bytes.set(part.name, entry + DIRECTORY_HEAD);
    entry += DIRECTORY_HEAD + part.name.length;
  }
  view.setUint32(entry, 0x06054b50, true);
  view.setUint16(entry + 8, parts.length, true);
  view.setUint16(entry + 10, parts.length, true);
  view.setUint32(entry + 12, directory, true);
  view.setUint32(entry + 16, body, true);
  return bytes;
}

/** What both heads of an entry say alike: version, flags, method, day, sum, sizes, length of the name. */
function facts(view: DataView, at: number, { packed, size, crc, name }: PackedPart & { readonly name: Uint8Array }): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, DEFLATED, true);
  view.setUint16(at + 8, DAY, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, packed.length, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}
