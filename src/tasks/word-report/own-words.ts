/**
 * What an office writes itself in its report (lời của cơ quan): kept in the book by section, put into every report made
 * anew, and taken back from one that was worked on in Word. Whatever else was changed there is listed, not taken: figures
 * are changed in the book.
 */
import { ownKey, ownSections, type OwnSection } from "#domain/own-sections";
import type { Report } from "#domain/report";
import type { ReportTemplate } from "#domain/report-template";
import type { Block } from "#document/official-document";
import { readOfficial, type ReadDocument } from "#document/read-official";
import { ownWordsWords as words } from "#messages/document-vi";
import type { ReportFacts } from "./report-facts";

/** Property of the file that says whose report it is. */
export const NODE_PROPERTY = "STD_node";
const tagOf = (section: OwnSection): string => `STD_own_${section}`;

/** LibreOffice keeps the title of a place and drops its tag. */
function placeIn({ regions }: ReadDocument, section: OwnSection): readonly string[] | undefined {
  return regions.get(tagOf(section)) ?? regions.get(words.place[section]);
}

/** The office's own words, or the place left for them. */
export function ownPlace({ report: { state }, template: { open }, node }: ReportFacts, section: OwnSection): Block {
  const text = state.ownWords?.[ownKey(node, section)] ?? "";
  return {
    kind: "own", tag: tagOf(section), title: words.place[section],
    paragraphs: text === "" ? [[{ open: open[section] }]] : text.split("\n").map((line) => [line]),
  };
}

export interface TakenWords {
  readonly node: string;
  readonly ownWords: Readonly<Record<string, string>>;
  /** Sections whose words are others than before. */
  readonly taken: readonly OwnSection[];
  /** What else was changed, as sentences. */
  readonly edits: readonly string[];
}

/** `null`: not a report of ours. `fresh`: the same report made anew, to be compared with. */
export async function takeWords(bytes: Uint8Array, report: Report, template: ReportTemplate, fresh: (node: string) => Promise<Uint8Array | null>): Promise<TakenWords | null> {
  const edited = readOfficial(bytes);
  const node = edited?.properties.get(NODE_PROPERTY);
  const own = node === undefined ? null : await fresh(node);
  const before = own && readOfficial(own);
  if (!edited || !before || node === undefined || ownSections.every((section) => !placeIn(edited, section))) return null;
  const ownWords: Record<string, string> = { ...report.state.ownWords };
  const taken: OwnSection[] = [];
  const edits: string[] = [];
  for (const section of ownSections) {
    const key = ownKey(node, section);
    const lines = placeIn(edited, section);
    if (!lines) {
      if (placeIn(before, section)) edits.push(words.placeGone(words.place[section]));
      continue;
    }
    const text = lines.filter((line) => line !== "").join("\n");
    const now = text === plain(template.open[section]) ? "" : text;
    if (now === plainLines(ownWords[key] ?? "")) continue;
    taken.push(section);
    if (now === "") delete ownWords[key];
    else ownWords[key] = now;
  }
  return { node, ownWords, taken, edits: [...edits, ...figureEdits(before, edited), ...textEdits(before, edited)] };
}

const plain = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim();
const plainLines = (text: string): string => text.split("\n").map(plain).filter((line) => line !== "").join("\n");

function figureEdits(before: ReadDocument, edited: ReadDocument): string[] {
  return [...before.figures].flatMap(([mark, text]) => {
    const now = edited.figures.get(mark);
    return now === text ? [] : [now === undefined || now === "" ? words.figureGone(text) : words.figureChanged(text, now)];
  });
}

/** Paragraphs that only one of the two has. */
function textEdits(before: ReadDocument, edited: ReadDocument): string[] {
  const only = (here: readonly string[], there: readonly string[]): string[] => {
    const left = new Map<string, number>();
    for (const text of there) left.set(text, (left.get(text) ?? 0) + 1);
    return here.filter((text) => {
      const count = left.get(text) ?? 0;
      if (count > 0) left.set(text, count - 1);
      return count === 0;
    });
  };
  return [...only(edited.paragraphs, before.paragraphs).map(words.added), ...only(before.paragraphs, edited.paragraphs).map(words.removed)];
}
