/** A reader on the other side of a message channel (bộ đọc chạy song song): bytes go there, only what was read comes back. */
import { layoutTable, type LayoutTable } from "#workbook/book/kept/layouts";
import { filesToText } from "#workbook/book/state-text";
import type { Channel } from "../engine/channel";
import type { FileReading } from "#domain/submission";
import { readGiven, tookTooLong, unreadable } from "./read-given";
import type { ReadingJob } from "./reading-job";

export type ToReader =
  /** What the files that follow are read for. */
  | { readonly kind: "job"; readonly job: ReadingJob }
  | {
      readonly kind: "read"; readonly id: number; readonly path: string; readonly bytes: Uint8Array; readonly hash: string | null;
      /** Of an archive: members that ended a reader before. */
      readonly givenUp: readonly GivenUp[];
    };

/** A member of an archive that is not tried again: it took so many seconds, or ended its reader for a reason. */
export interface GivenUp {
  readonly member: number;
  readonly why: { readonly seconds: number } | { readonly reason: string };
}

export type FromReader =
  /** It is there: whatever happens from now on is a file's doing. */
  | { readonly kind: "ready" }
  /** The next file of an archive has its turn. */
  | { readonly kind: "member"; readonly id: number; readonly member: number }
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
    const givenUp = new Map(asked.givenUp.map(({ member, why }) => [member, (at: string) => readingWithout(at, why)]));
    const begins = (member: number): void => channel.postMessage({ kind: "member", id, member } satisfies FromReader);
    turn = turn.then(async () => {
      const given = await readGiven(path, bytes, hash, wanted, { begins, givenUp });
      const files = filesToText(given.map((file) => ({ ...file, receivedOn: null })), table);
      channel.postMessage({ kind: "read", id, files, layouts: table.layouts.slice(told) } satisfies FromReader);
      told = table.layouts.length;
    });
  });
}

/** What is said of a file that was not read to its end. */
export function readingWithout(path: string, why: GivenUp["why"]): FileReading {
  return "seconds" in why ? tookTooLong(path, why.seconds) : unreadable(path, new Error(why.reason));
}
