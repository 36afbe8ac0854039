/** What a package brings along that is never run nor followed (macro, liên kết ngoài, đối tượng nhúng). */
import type { ZipEntry } from "./zip";

export interface Baggage {
  readonly hasMacros: boolean;
  readonly hasExternalLinks: boolean;
  readonly hasObjects: boolean;
}

export function baggageOf(entries: readonly ZipEntry[]): Baggage {
  return {
    hasMacros: entries.some(({ path }) => /vbaProject\.bin$/i.test(path)),
    hasExternalLinks: entries.some(({ path }) => /^xl\/externalLinks\/externalLink\d+\.(xml|bin)$/i.test(path)),
    hasObjects: entries.some(({ path }) => /^xl\/(embeddings|activeX)\//i.test(path)),
  };
}
