/** When files arrived (ngày nhận), as the officer states it after the fact. */
import type { KeptFile } from "#domain/report";
import { foldNameWithoutMarks } from "#domain/name-folding";
import { engineWords } from "#messages/engine-words";
import { fileKey } from "../intake";
import { isoDay } from "../receipts";
import type { Arrival } from "./contract";
import { dueView, milestoneNow } from "./due-view";
import { unitName, type Desk, type Session } from "./session";
import type { ArrivalView } from "./views";

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
    due: dueView(session, milestoneNow(session)),
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
  const { day } = dueView(session, milestoneNow(session));
  return day === null ? null : day < session.asOf ? day : session.asOf;
}

function fromTable(session: Session, { language }: Desk, table: string): Dated {
  const words = engineWords[language];
  const faults: string[] = [];
  const days = new Map<string, string>();
  const names = namesOfFiles(session);
  for (const line of table.split(/\r?\n/).map((text) => text.trim()).filter((text) => text !== "")) {
    const match = /^(.*?)[\t;,]?\s*(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})\s*$/u.exec(line);
    const day = match?.[2] === undefined ? null : isoDay(match[2].replaceAll(".", "/"));
    const name = (match?.[1] ?? "").replace(/[\t;,]+$/u, "").trim();
    if (day === null || name === "") {
      faults.push(words.arrivalUnread(line));
      continue;
    }
    const keys = names.get(foldNameWithoutMarks(name)) ?? [];
    if (keys.length === 0) faults.push(words.arrivalUnknown(name));
    for (const key of keys) days.set(key, day);
  }
  const files = session.state.files.map((file) => {
    const day = days.get(fileKey(file.path, file.sha256));
    return day === undefined ? file : { ...file, receivedOn: day };
  });
  return { files, faults };
}

/** What a file may be called by: its path, its name, its unit's code or name. */
function namesOfFiles(session: Session): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { path, sha256, submissions } of session.report.ledger) {
    const key = fileKey(path, sha256);
    const name = path.split(/[/\\]/u).at(-1) ?? path;
    const units = submissions.flatMap(({ unit }) => (unit === null ? [] : [unit, unitName(session, unit)]));
    for (const one of new Set([path, name, name.replace(/\.[^.]+$/u, ""), ...units].map(foldNameWithoutMarks))) names.set(one, [...(names.get(one) ?? []), key]);
  }
  return names;
}
