/** A zip out of parts packed beforehand: what a thousand forms share is compressed once. */
import { crc32, deflateRawSync } from "node:zlib";

export interface PackedPart {
  readonly path: Buffer;
  readonly packed: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

export function packed(path: string, content: Uint8Array): PackedPart {
  return { path: Buffer.from(path), packed: deflateRawSync(content, { level: 4 }), size: content.length, crc: crc32(content) };
}

export function zipOf(parts: readonly PackedPart[]): Uint8Array {
  const heads = parts.map(headOf);
  const directory: Buffer[] = [];
  const pieces: Uint8Array[] = [];
  let at = 0;
  parts.forEach((part, index) => {
    const head = heads[index] ?? Buffer.alloc(0);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    head.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, part.path);
    pieces.push(head, part.path, part.packed);
    at += 30 + part.path.length + part.packed.length;
  });
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...pieces, ...directory, end]));
}

function headOf({ path, packed: { length }, size, crc }: PackedPart): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(0x0800, 6);
  head.writeUInt16LE(8, 8);
  head.writeUInt16LE(0x21, 12);
  head.writeUInt32LE(crc, 14);
  head.writeUInt32LE(length, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(path.length, 26);
  return head;
}
