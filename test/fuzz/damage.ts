/**
 * Damage on purpose (làm hỏng có chủ ý), at every level at which a file is built: single bytes, the records of the zip
 * and of old formats, the XML of the parts, what the parts say. The same seed gives the same damage.
 */
import { CFB } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from "fflate";
import { randomOf, type Random } from "#tasks/sample/random";
import { mutantOf, partsOf } from "../support/mutate-package";
import type { Seed } from "./seeds";

export interface Damaged {
  readonly bytes: Uint8Array;
  /** What was done, in short. */
  readonly story: string;
}

type Damage = (bytes: Uint8Array, random: Random) => Damaged;

const ODD_NUMBERS = [0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff] as const;

/** One to eight bytes changed, cut off, doubled, blanked or made up. */
const ofBytes: Damage = (bytes, random) => {
  let now: Uint8Array = bytes.slice();
  const story: string[] = [];
  for (let count = random.between(1, 8); count > 0 && now.length > 8; count -= 1) {
    const at = random.between(0, now.length - 1);
    const some = Math.min(now.length - at, random.between(1, 64));
    switch (random.between(0, 5)) {
      case 0: now[at] = (now[at] ?? 0) ^ (1 << random.between(0, 7)); story.push(`bit ${at}`); break;
      case 1: now[at] = random.between(0, 255); story.push(`byte ${at}`); break;
      case 2: now.fill(0, at, at + some); story.push(`blank ${at}+${some}`); break;
      case 3: now = joined(now.subarray(0, at), now.subarray(at, at + some), now.subarray(at)); story.push(`double ${at}+${some}`); break;
      case 4: now = joined(now.subarray(0, at), now.subarray(at + some)); story.push(`drop ${at}+${some}`); break;
      default: if (random.chance(0.2)) { now = now.slice(0, at); story.push(`cut ${at}`); }
    }
  }
  return { bytes: now, story: `bytes: ${story.join(", ")}` };
};

/** Fields of the zip's own records set to what they should not be. */
const ofZipRecords: Damage = (bytes, random) => {
  const now = bytes.slice();
  const view = new DataView(now.buffer);
  const records: { at: number; fields: readonly (readonly [offset: number, size: 2 | 4])[] }[] = [];
  for (let at = 0; at + 22 <= now.length; at += 1) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50 && at + 30 <= now.length) records.push({ at, fields: [[6, 2], [8, 2], [14, 4], [18, 4], [22, 4], [26, 2], [28, 2]] });
    if (signature === 0x02014b50 && at + 46 <= now.length) records.push({ at, fields: [[8, 2], [10, 2], [16, 4], [20, 4], [24, 4], [28, 2], [30, 2], [32, 2], [42, 4]] });
    if (signature === 0x06054b50) records.push({ at, fields: [[8, 2], [10, 2], [12, 4], [16, 4], [20, 2]] });
  }
  const story: string[] = [];
  for (let count = random.between(1, 3); count > 0; count -= 1) {
    const record = records[random.between(0, records.length - 1)];
    const field = record?.fields[random.between(0, (record?.fields.length ?? 1) - 1)];
    if (!record || !field) continue;
    const other = records[random.between(0, records.length - 1)];
    const value = random.chance(0.4) && other ? view.getUint32(Math.min(other.at + field[0], now.length - 4), true) : ODD_NUMBERS[random.between(0, ODD_NUMBERS.length - 1)] ?? 0;
    if (field[1] === 2) view.setUint16(record.at + field[0], value & 0xffff, true);
    else view.setUint32(record.at + field[0], value, true);
    story.push(`${record.at}+${field[0]}=${value}`);
  }
  return { bytes: now, story: `zip: ${story.join(", ")}` };
};

/** Parts that change places, go, come twice, or hold something else. */
const ofParts: Damage = (bytes, random) => {
  const parts: Unzipped = unzipSync(bytes);
  const paths = Object.keys(parts);
  const one = paths[random.between(0, paths.length - 1)] ?? "";
  const two = paths[random.between(0, paths.length - 1)] ?? "";
  const [a = new Uint8Array(), b = new Uint8Array()] = [parts[one], parts[two]];
  switch (random.between(0, 5)) {
    case 0: delete parts[one]; break;
    case 1: [parts[one], parts[two]] = [b, a]; break;
    case 2: parts[one] = b; break;
    case 3: parts[one.toUpperCase()] = b; break;
    case 4: parts[`${one}/../${two}`] = b; break;
    default: parts[one] = new Uint8Array();
  }
  return { bytes: zipSync(parts, { level: 1 }), story: `parts: ${one} ${two}` };
};

/** What the parts of our own forms say, changed by what is known of them. */
const ofMeaning: Damage = (bytes, random) => mutantOf(partsOf(bytes), random.between(0, 0x7fffffff));

/** Markup of any XML part: tags dropped, doubled, nested, moved; attributes and texts changed. */
const ofMarkup: Damage = (bytes, random) => {
  const parts: Unzipped = unzipSync(bytes);
  const paths = Object.keys(parts).filter((path) => /\.(xml|rels)$/.test(path));
  const path = paths[random.between(0, paths.length - 1)] ?? "";
  const { text, story } = damagedXml(strFromU8(parts[path] ?? new Uint8Array()), random);
  return { bytes: zipSync({ ...parts, [path]: strToU8(text) }, { level: 1 }), story: `${path}: ${story}` };
};

const ofOneXml: Damage = (bytes, random) => {
  const { text, story } = damagedXml(strFromU8(bytes), random);
  return { bytes: strToU8(text), story };
};

const ODD_TEXTS = ["", "0", "-1", "1e9", "999999999", "NaN", "true", "A1:XFD1048576", "ZZZZ99999999", "&#0;", "&lt;", "&undefined;", "<![CDATA[x]]>", "\u0000", "../../x", "rId1", "x".repeat(40_000)] as const;

function damagedXml(xml: string, random: Random): { readonly text: string; readonly story: string } {
  let text = xml;
  const story: string[] = [];
  for (let count = random.between(1, 4); count > 0; count -= 1) {
    const tags = [...text.matchAll(/<[^>]*>/g)];
    const tag = tags[random.between(0, tags.length - 1)];
    if (!tag) break;
    const end = tag.index + tag[0].length;
    const odd = random.oneOf(ODD_TEXTS);
    const action = random.between(0, 7);
    story.push(`${action} at ${tag.index}`);
    switch (action) {
      case 0: text = text.slice(0, tag.index) + text.slice(end); break;
      case 1: text = text.slice(0, end) + tag[0] + text.slice(end); break;
      case 2: text = text.slice(0, tag.index) + tag[0].replace(/"[^"]*"/, `"${odd}"`) + text.slice(end); break;
      case 3: text = text.slice(0, tag.index) + tag[0].replace(/\s[\w:]+="[^"]*"/, "") + text.slice(end); break;
      case 4: text = text.slice(0, end) + odd + text.slice(end); break;
      case 5: text = text.slice(0, tag.index) + tag[0].repeat(random.between(2, 3000)) + text.slice(end); break;
      case 6: {
        const other = tags[random.between(0, tags.length - 1)];
        if (other) text = text.slice(0, tag.index) + text.slice(Math.min(tag.index, other.index), Math.max(tag.index, other.index)) + text.slice(end);
        break;
      }
      default: text = text.slice(0, tag.index) + tag[0].replace(/\w/, (letter) => (letter === "x" ? "y" : "x")) + text.slice(end);
    }
  }
  return { text, story: story.join(", ") };
}

/** Records of an old workbook: types, lengths and contents, inside a container that stays whole. */
const ofOldRecords: Damage = (bytes, random) => {
  const container = CFB.read(bytes, { type: "array" }) as { FileIndex: { name: string; content: Uint8Array | number[]; size: number }[] };
  const stream = container.FileIndex.find(({ name }) => name === "Workbook" || name === "Book");
  if (!stream) return ofBytes(bytes, random);
  const { bytes: content, story } = damagedRecords(Uint8Array.from(stream.content), random);
  stream.content = content;
  stream.size = content.length;
  return { bytes: Uint8Array.from(CFB.write(container as never, { type: "array" }) as Uint8Array), story };
};

function damagedRecords(content: Uint8Array, random: Random): Damaged {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const records: { at: number; length: number }[] = [];
  for (let at = 0; at + 4 <= content.length;) {
    const length = view.getUint16(at + 2, true);
    records.push({ at, length });
    at += 4 + length;
  }
  const story: string[] = [];
  for (let count = random.between(1, 4); count > 0; count -= 1) {
    const record = records[random.between(0, records.length - 1)];
    if (!record) break;
    const action = random.between(0, 3);
    story.push(`record ${record.at}: ${action}`);
    if (action === 0) view.setUint16(record.at, random.between(0, 0x1fff), true);
    else if (action === 1) view.setUint16(record.at + 2, random.oneOf(ODD_NUMBERS) & 0xffff, true);
    else if (record.length > 0) {
      const at = Math.min(record.at + 4 + random.between(0, record.length - 1), content.length - 1);
      if (action === 2) content[at] = random.between(0, 255);
      else if (at + 4 <= content.length) view.setUint32(at, random.oneOf(ODD_NUMBERS), true);
    }
  }
  return { bytes: content, story: story.join(", ") };
}

const BY_FORMAT: Readonly<Record<Seed["format"], readonly [Damage, ...Damage[]]>> = {
  xlsx: [ofMeaning, ofMeaning, ofMeaning, ofMarkup, ofMarkup, ofParts, ofZipRecords, ofBytes],
  xlsb: [ofBytesInside, ofBytesInside, ofParts, ofZipRecords, ofBytes],
  xls: [ofOldRecords, ofOldRecords, ofOldRecords, ofBytes],
  ods: [ofMarkup, ofMarkup, ofMarkup, ofParts, ofZipRecords, ofBytes],
  xml: [ofOneXml, ofOneXml, ofBytes],
  zip: [ofZipRecords, ofBytes, ofParts],
};

/** Bytes of one part, its checksum right again. */
function ofBytesInside(bytes: Uint8Array, random: Random): Damaged {
  const parts: Unzipped = unzipSync(bytes);
  const paths = Object.keys(parts);
  const path = paths[random.between(0, paths.length - 1)] ?? "";
  const damaged = ofBytes(parts[path] ?? new Uint8Array(), random);
  return { bytes: zipSync({ ...parts, [path]: damaged.bytes }, { level: 1 }), story: `${path}: ${damaged.story}` };
}

/** The damage with this number under a seed, of one of the files. */
export function damaged(seeds: readonly Seed[], seed: string, number: number): Damaged & { readonly of: Seed } {
  const random = randomOf("fuzz", seed, number);
  const drawn = seeds.flatMap((one) => new Array<Seed>(one.weight).fill(one));
  const of = drawn[random.between(0, drawn.length - 1)];
  if (!of) throw new Error("nothing to damage");
  const { bytes, story } = random.oneOf(BY_FORMAT[of.format])(of.bytes, random);
  return { of, bytes, story: `${of.name}: ${story}` };
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}
