/** When files arrived (ngày nhận), as the officer states it after the fact. */
import type { KeptFile } from "#domain/report";
import { foldNameWithoutMarks } from "#domain/name-folding";
import { engineWords } from "#messages/engine-words";
import { fileKey } from "../intake";
import { isoDay } from "../receipts";
import type { Arrival } from "./contract";
import { dueView, milestoneNow } from "../due-view";
import { unitName, type Desk, type Session } from "./session";
import type { ArrivalView } from "./views/receiving";

export interface Dated {
  readonly files: readonly KeptFile[];
  readonly faults: readonly string[];
}

export function arrivalView(session: Session): ArrivalView {
  const undated = session.report.ledger.filter(({ receivedOn, submissions }) => receivedOn === null && submissions.some(({ unit }) => unit !== null));
  return {
    files: undated.map(({ path, sha256, submissions }) => {
      const unit = submissions.find((one) => one.unit !== null)?.unit ?? null;
      return { key: fileKey(path, sha256), path, unitName: unit === null ? null : unitName(session, unit) };
    }),
    due: dueView(session.report, milestoneNow(session.report)),
  };
}

/** The files with their days; a day already known is replaced only where one file is named. */
export function dated(session: Session, desk: Desk, arrival: Arrival): Dated {
  const words = engineWords[desk.language];
  const { files } = session.state;
  if ("all" in arrival || "onTime" in arrival) {
    const day = "all" in arrival ? isoDay(arrival.all) : inTime(session);
    if (day === null) return { files, faults: ["all" in arrival ? words.badDay(arrival.all) : words.arrivalNoDue] };
    return { files: files.map((file) => (file.receivedOn === null ? { ...file, receivedOn: day } : file)), faults: [] };
  }
  if ("file" in arrival) {
    const day = isoDay(arrival.day);
    if (day === null) return { files, faults: [words.badDay(arrival.day)] };
    return { files: files.map((file) => (fileKey(file.path, file.sha256) === arrival.file ? { ...file, receivedOn: day } : file)), faults: [] };
  }
  return fromTable(session, desk, arrival.table);
}

/** In time: on the last valid day, or today where that is still ahead. */
function inTime(session: Session): string | null {
  const { day } = dueView(session.report, milestoneNow(session.report));
  return day === null ? null : day < session.asOf ? day : session.asOf;
}

/** All lines are understood or none is written; a heading line on top is passed over. */
function fromTable(session: Session, { language }: Desk, table: string): Dated {
  const words = engineWords[language];
  const faults: string[] = [];
  const days = new Map<string, string>();
  const names = namesOfFiles(session);
  const lines = table.split(/\r?\n/).map((text) => text.trim()).filter((text) => text !== "");
  for (const [index, line] of lines.entries()) {
    const { name, day } = readLine(line);
    if (day === null || name === "") {
      if (index > 0 || /\d/u.test(line)) faults.push(words.arrivalUnread(line));
      continue;
    }
    const keys = names(name);
    if (keys.length === 0) faults.push(words.arrivalUnknown(name));
    else if (new Set(keys.map(({ unit }) => unit)).size > 1) faults.push(words.arrivalShared(name, keys.length));
    for (const { key } of keys) days.set(key, day);
  }
  if (faults.length > 0) return { files: session.state.files, faults };
  const files = session.state.files.map((file) => {
    const day = days.get(fileKey(file.path, file.sha256));
    return day === undefined ? file : { ...file, receivedOn: day };
  });
  return { files, faults };
}

function readLine(line: string): { readonly name: string; readonly day: string | null } {
  const match = /^(.*?)[\t;,]?\s*(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})\s*$/u.exec(line);
  const day = match?.[2] === undefined ? null : isoDay(match[2].replaceAll(".", "/"));
  return { name: (match?.[1] ?? "").replace(/[\t;,]+$/u, "").trim(), day };
}

interface NamedFile {
  readonly key: string;
  /** The unit it is from; a file of no known unit stands for itself. */
  readonly unit: string;
}

/** Between an archive's name and that of a file in it. */
const INSIDE = " › ";

/** A path and every end of it down to the bare name, with and without the ending. */
function endsOf(path: string): string[] {
  const parts = path.split(/[/\\]/u);
  return parts.map((_, at) => parts.slice(at).join("/")).flatMap((end) => [end, end.replace(/\.[^./]+$/u, "")]);
}

/**
 * What a file may be called by: its path or any end of it (whoever lists the files names another top folder), the
 * archive it came in, its unit's code or name.
 */
function namesOfFiles(session: Session): (name: string) => readonly NamedFile[] {
  const names = new Map<string, NamedFile[]>();
  for (const { path, sha256, submissions } of session.report.ledger) {
    const key = fileKey(path, sha256);
    const units = submissions.flatMap(({ unit }) => (unit === null ? [] : [unit]));
    const [archive = path, ...inside] = path.split(INSIDE);
    const said = [...endsOf(path), ...endsOf(inside.at(-1) ?? archive), ...units, ...units.map((unit) => unitName(session, unit))];
    const call = (name: string, unit: string): void => { names.set(name, [...(names.get(name) ?? []), { key, unit }]); };
    for (const name of new Set(said.map(foldNameWithoutMarks))) call(name, units.join(" ") || key);
    // An archive arrived as one, whoever is inside.
    if (inside.length > 0) for (const name of new Set(endsOf(archive).map(foldNameWithoutMarks))) call(name, archive);
  }
  // The longest end that is known: a list may also name folders above the chosen one.
  return (name) => {
    const parts = name.replaceAll("\\", "/").split("/");
    return parts.map((_, at) => names.get(foldNameWithoutMarks(parts.slice(at).join("/")))).find((found) => found !== undefined) ?? [];
  };
}
