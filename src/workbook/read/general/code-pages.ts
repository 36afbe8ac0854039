/**
 * Code pages (bảng mã) for workbooks of Excel 5/95, through the platform's own decoder. Without it the
 * reader library takes Vietnamese letters for others, silently.
 */
import { set_cptable } from "@e965/xlsx";

const decoders = new Map<number, TextDecoder>();

/** Gives the reader library the code pages that Vietnamese files were written in. Safe to call again. */
export function useCodePages(): void {
  set_cptable({ utils: { decode, encode: undefined, hascp: (page: number) => decoderOf(page) !== null } });
}

function decode(page: number, data: Uint8Array | readonly number[] | string): string {
  const bytes = typeof data === "string" ? Uint8Array.from(data, (letter) => letter.charCodeAt(0)) : Uint8Array.from(data);
  return (decoderOf(page) ?? decoderOf(1252))?.decode(bytes) ?? "";
}

function decoderOf(page: number): TextDecoder | null {
  const known = decoders.get(page);
  if (known) return known;
  try {
    const decoder = new TextDecoder(labelOf(page), { ignoreBOM: true });
    decoders.set(page, decoder);
    return decoder;
  } catch {
    return null;
  }
}

function labelOf(page: number): string {
  if (page === 1200) return "utf-16le";
  if (page === 65001) return "utf-8";
  if (page === 10000) return "macintosh";
  return page === 932 ? "shift_jis" : page === 936 ? "gbk" : page === 949 ? "euc-kr" : page === 950 ? "big5" : `windows-${page}`;
}
