/**
 * What a file really is, by its first bytes and never by its ending: a photograph named `.xlsx` is a
 * photograph, a web page named `.xls` is a web page.
 */
import { CFB } from "@e965/xlsx";
import { unpack, zipEntries, type ZipEntry } from "./zip";

export type FileKind =
  | { readonly is: "workbook"; readonly format: "ooxml" | "ods" | "biff" | "xml" }
  | { readonly is: "archive" }
  | { readonly is: "empty" | "lock" | "pdf" | "word" | "rar" | "html" | "encrypted" | "brokenZip" }
  | { readonly is: "picture" | "other"; readonly kind: string };

/** Says what the bytes are. The name only decides for the litter of operating systems (`~$a.xlsx`, `Thumbs.db`). */
export function sniff(bytes: Uint8Array, name: string): FileKind {
  const base = name.split(/[/\\]|› /u).at(-1) ?? name;
  if (base.startsWith("~$")) return { is: "lock" };
  if (/^(thumbs\.db|desktop\.ini|\.ds_store|\._.*)$/i.test(base)) return { is: "other", kind: base };
  if (bytes.length === 0) return { is: "empty" };
  return ofMagic(bytes) ?? ofText(bytes, base);
}

const MAGIC: readonly { readonly hex: string; readonly at?: number; readonly kind: FileKind | ((bytes: Uint8Array) => FileKind) }[] = [
  { hex: "504b0304", kind: ofZip },
  { hex: "504b0506", kind: { is: "archive" } },
  { hex: "d0cf11e0a1b11ae1", kind: ofCompound },
  { hex: "25504446", kind: { is: "pdf" } },
  { hex: "526172211a07", kind: { is: "rar" } },
  { hex: "377abcaf271c", kind: { is: "other", kind: "7z" } },
  { hex: "1f8b", kind: { is: "other", kind: "gzip" } },
  { hex: "ffd8ff", kind: { is: "picture", kind: "JPEG" } },
  { hex: "89504e470d0a1a0a", kind: { is: "picture", kind: "PNG" } },
  { hex: "47494638", kind: { is: "picture", kind: "GIF" } },
  { hex: "49492a00", kind: { is: "picture", kind: "TIFF" } },
  { hex: "4d4d002a", kind: { is: "picture", kind: "TIFF" } },
  { hex: "57454250", at: 8, kind: { is: "picture", kind: "WEBP" } },
  { hex: "66747970", at: 4, kind: ofMedia },
  { hex: "7b5c727466", kind: { is: "word" } },
  { hex: "0908", kind: ofRawBiff },
  { hex: "0904", kind: ofRawBiff },
  { hex: "0902", kind: ofRawBiff },
  { hex: "4d5a", kind: { is: "other", kind: "EXE" } },
];

function ofMagic(bytes: Uint8Array): FileKind | null {
  for (const { hex, at = 0, kind } of MAGIC) {
    if (startsWith(bytes, hex, at)) return typeof kind === "function" ? kind(bytes) : kind;
  }
  return startsWith(bytes, "424d", 0) && bytes[5] === 0 && bytes[6] === 0 ? { is: "picture", kind: "BMP" } : null;
}

function startsWith(bytes: Uint8Array, hex: string, at: number): boolean {
  for (let index = 0; index * 2 < hex.length; index += 1) {
    if (bytes[at + index] !== Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16)) return false;
  }
  return true;
}

function ofRawBiff(): FileKind {
  return { is: "workbook", format: "biff" };
}

function ofMedia(bytes: Uint8Array): FileKind {
  const brand = String.fromCharCode(...bytes.subarray(8, 12));
  return /^(hei|hev|mif|msf|avif)/.test(brand) ? { is: "picture", kind: "HEIC" } : { is: "other", kind: "video" };
}

/** Our workbooks, others' documents and archives of forms are all zips. */
function ofZip(bytes: Uint8Array): FileKind {
  const entries = zipEntries(bytes);
  if (!entries) return { is: "brokenZip" };
  const has = (pattern: RegExp): boolean => entries.some(({ path }) => pattern.test(path));
  if (has(/^(\/?xl\/)?workbook\.(xml|bin)$/i) || has(/^\/?xl\//i)) return { is: "workbook", format: "ooxml" };
  if (has(/^word\//i)) return { is: "word" };
  if (has(/^ppt\//i)) return { is: "other", kind: "PowerPoint" };
  if (has(/^mimetype$/) && has(/^content\.xml$/)) {
    const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
    if (/opendocument\.text/.test(start)) return { is: "word" };
    return /opendocument\.(presentation|graphics)/.test(start) ? { is: "other", kind: "OpenDocument" } : { is: "workbook", format: "ods" };
  }
  if (has(/^Index\/.*\.iwa$/)) return { is: "other", kind: "Numbers" };
  return ofDeclaredTypes(bytes, entries) ?? { is: "archive" };
}

/** A package whose parts do not lie where they usually do says itself what it is. */
function ofDeclaredTypes(bytes: Uint8Array, entries: readonly ZipEntry[]): FileKind | null {
  const declaration = entries.find(({ path, size }) => /^(\[Content_Types\]\.xml|META-INF\/manifest\.xml)$/i.test(path) && size < LONGEST_DECLARATION);
  const text = declaration ? new TextDecoder().decode(unpack(bytes, declaration) ?? new Uint8Array()) : "";
  if (/spreadsheetml|ms-excel\.sheet/.test(text)) return { is: "workbook", format: "ooxml" };
  if (/opendocument\.spreadsheet/.test(text)) return { is: "workbook", format: "ods" };
  return /wordprocessingml/.test(text) ? { is: "word" } : null;
}

const LONGEST_DECLARATION = 1_000_000;

/** The library leaves its container reader untyped. */
interface Containers {
  read(bytes: Uint8Array, options: { readonly type: "array" }): { readonly FullPaths: readonly string[] };
}

/** The old container of Excel, Word and others, also of workbooks with a password. */
function ofCompound(bytes: Uint8Array): FileKind {
  try {
    const { FullPaths } = (CFB as Containers).read(bytes, { type: "array" });
    const paths = FullPaths.map((path) => path.replace(/^[^/]*\//, ""));
    const has = (name: string): boolean => paths.includes(name);
    if (has("EncryptedPackage") || has("EncryptionInfo")) return { is: "encrypted" };
    if (has("Workbook") || has("Book")) return { is: "workbook", format: "biff" };
    if (has("WordDocument")) return { is: "word" };
    return { is: "other", kind: has("PowerPoint Document") ? "PowerPoint" : "OLE" };
  } catch {
    // Cut short or damaged: the reader says so.
    return { is: "workbook", format: "biff" };
  }
}

function ofText(bytes: Uint8Array, base: string): FileKind {
  const start = textStart(bytes);
  if (/^(<\?xml[^>]*>)?\s*(<!--[\s\S]*?-->\s*)*(<!doctype html|<html|<table|<head|<body|<meta|<div|<style)/i.test(start)) return { is: "html" };
  if (/^MIME-Version:/i.test(start)) return { is: "html" };
  if (/^<\?xml|^<(\w+:)?Workbook\b/.test(start)) {
    if (/urn:schemas-microsoft-com:office:spreadsheet|mimetype="application\/vnd\.oasis\.opendocument\.spreadsheet"/.test(start)) return { is: "workbook", format: "xml" };
    return { is: "other", kind: "XML" };
  }
  const kind = /\.([a-z0-9]{1,5})$/i.exec(base)?.[1]?.toUpperCase();
  return { is: "other", kind: kind && !/^(XLSX?|XLSM|ODS)$/.test(kind) ? kind : "?" };
}

/** The first characters as text, whatever the encoding announced by the first bytes. */
function textStart(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 8000);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(head).trimStart();
}
