/**
 * An official document (văn bản hành chính) as plain values: what stands in it, not how it looks. Its layout is that of
 * appendix I of Decree 30/2020/NĐ-CP as far as `write-official.ts` follows it; compliance is not claimed.
 */

/** A number in the text that stands for a figure of the book: which one, so that the text can be held against it. */
export interface Bound {
  readonly text: string;
  readonly node: string;
  readonly indicator: string;
}

/** A stretch of text; `open` is a place left for the officer's own words. */
export type Run = string | Bound | { readonly open: string };

export type Block =
  /** Level 1 is I., level 2 is 1. */
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: "paragraph"; readonly runs: readonly Run[] }
  /** What the office writes itself: a place in the file of its own, by which it is found again. */
  | { readonly kind: "own"; readonly tag: string; readonly title: string; readonly paragraphs: readonly (readonly Run[])[] }
  /** Items after a dash. */
  | { readonly kind: "items"; readonly items: readonly (readonly Run[])[] };

export interface TableColumn {
  readonly heading: string;
  /** Share of the page's width. */
  readonly width: number;
  readonly across?: "left" | "center" | "right";
}

/** A list on a page of its own, behind the text. */
export interface Annex {
  readonly title: string;
  readonly subtitle: string;
  readonly attached: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Run[])[];
}

export interface OfficialDocument {
  /** Facts about the document that its file keeps beside the text. */
  readonly properties: Readonly<Record<string, string>>;
  /** The office above the one that issues; empty where nobody says. */
  readonly parent: string;
  readonly office: string;
  readonly number: string;
  readonly placeAndDate: string;
  /** Marks above the title: a draft, sample data. */
  readonly marks: readonly string[];
  readonly kind: string;
  readonly subject: string;
  readonly blocks: readonly Block[];
  readonly recipients: readonly string[];
  readonly signer: string;
  readonly annexes: readonly Annex[];
}

export function plainText(runs: readonly Run[]): string {
  return runs.map((run) => (typeof run === "string" ? run : "open" in run ? run.open : run.text)).join("");
}
