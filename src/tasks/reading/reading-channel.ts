/** A reader on the other side of a message channel (bộ đọc chạy song song): bytes go there, only what was read comes back. */
import { layoutTable, type LayoutTable } from "#workbook/book/kept-files";
import { filesToText } from "#workbook/book/state-text";
import type { Channel } from "../engine/channel";
import { readGiven } from "./read-given";
import type { ReadingJob } from "./reading-job";

export type ToReader =
  /** What the files that follow are read for. */
  | { readonly kind: "job"; readonly job: ReadingJob }
  | { readonly kind: "read"; readonly id: number; readonly path: string; readonly bytes: Uint8Array; readonly hash: string | null };

export type FromReader =
  /** It is there: whatever happens from now on is a file's doing. */
  | { readonly kind: "ready" }
  | FilesRead;

export interface FilesRead {
  readonly kind: "read";
  readonly id: number;
  /** The files as a book keeps them, without days of arrival. */
  readonly files: string;
  /** Layouts met for the first time, to follow those told before. */
  readonly layouts: LayoutTable["layouts"];
}

/** Reads what it is sent, one file after another, until it is ended. */
export function serveReading(channel: Channel): void {
  let job: ReadingJob | null = null;
  const table = layoutTable();
  let told = 0;
  let turn: Promise<unknown> = Promise.resolve();
  channel.addEventListener("message", ({ data }) => {
    const asked = data as ToReader;
    if (asked.kind === "job") {
      ({ job } = asked);
      channel.postMessage({ kind: "ready" } satisfies FromReader);
      return;
    }
    const wanted = job;
    if (!wanted) return;
    const { id, path, bytes, hash } = asked;
    turn = turn.then(async () => {
      const given = await readGiven(path, bytes, hash, wanted);
      const files = filesToText(given.map((file) => ({ ...file, receivedOn: null })), table);
      channel.postMessage({ kind: "read", id, files, layouts: table.layouts.slice(told) } satisfies FromReader);
      told = table.layouts.length;
    });
  });
}
