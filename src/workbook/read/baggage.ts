/** What a package brings along that is never run nor followed (macro, liên kết ngoài). */
import type { ZipEntry } from "./zip";

export interface Baggage {
  readonly hasMacros: boolean;
  readonly hasExternalLinks: boolean;
}

export function baggageOf(entries: readonly ZipEntry[]): Baggage {
  return {
    hasMacros: entries.some(({ path }) => /vbaProject\.bin$/i.test(path)),
    hasExternalLinks: entries.some(({ path }) => /^xl\/externalLinks\/externalLink\d+\.(xml|bin)$/i.test(path)),
  };
}
