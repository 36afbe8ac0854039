/** One file as it was given, read (đọc một tệp): a workbook, a book of an office below, or an archive of either. */
import { problem } from "#domain/problem";
import type { FileReading, GivenFile } from "#domain/submission";
import { expandArchive, looksLikeArchive } from "#workbook/read/read-archive";
import { readFile } from "#workbook/read/read-file";
import { bookAsReading, looksLikeBook } from "../book-as-submissions";
import { sha256 } from "../hash";
import { readFor, type ReadingJob } from "./reading-job";

/** How the files of an archive are read one by one, each with its own time. */
export interface MemberWatch {
  /** The member with this number is about to be read. */
  readonly begins: (member: number) => void;
  /** Members that were given up, with what is said of them instead. */
  readonly givenUp: ReadonlyMap<number, (path: string) => FileReading>;
}

/** An archive becomes the files it holds; with trouble of its own, or with nothing in it, it stands in the list itself. */
export async function readGiven(path: string, bytes: Uint8Array, hash: string | null, job: ReadingJob, watch?: MemberWatch): Promise<GivenFile[]> {
  const own = hash ?? (await sha256(bytes));
  const key = readFor(job);
  if (!looksLikeArchive(bytes, path)) return [{ path, sha256: own, reading: readOne(bytes, path, job), readFor: key }];
  const archive = expandArchive(bytes, path);
  const inner: GivenFile[] = [];
  for (const [index, member] of archive.entries.entries()) {
    const memberPath = member.path.normalize("NFC");
    watch?.begins(index);
    const reading = watch?.givenUp.get(index)?.(memberPath) ?? readOne(member.bytes, memberPath, job);
    inner.push({ path: memberPath, sha256: await sha256(member.bytes), reading, readFor: key });
  }
  if (archive.problems.length > 0 || inner.length === 0) {
    const problems = archive.problems.length > 0 ? archive.problems : [problem("file-empty", { file: path }, {})];
    inner.push({ path, sha256: own, reading: { kind: "unreadable", problems }, readFor: key });
  }
  return inner.map((file) => ({ ...file, archive: { sha256: own, files: inner.length } }));
}

function readOne(bytes: Uint8Array, path: string, { plan, stage, template, otherPlans }: ReadingJob): FileReading {
  try {
    if (looksLikeBook(bytes)) return bookAsReading(bytes, path, { plan, stage });
    return readFile(bytes, path, { plan, stage, template, otherPlans });
  } catch (error) {
    return unreadable(path, error);
  }
}

/** The file was not read to its end within the time it had. */
export function tookTooLong(path: string, seconds: number): FileReading {
  return { kind: "unreadable", problems: [problem("file-took-too-long", { file: path }, { seconds })] };
}

/** The one place where an unforeseen failure of a reader is kept from stopping the batch. */
export function unreadable(path: string, error: unknown): FileReading {
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: "unreadable", problems: [problem("file-unreadable", { file: path }, { reason })] };
}
