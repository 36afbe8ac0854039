/** Archives of forms (tệp nén .zip): opened one inside another once, never deeper, within limits. */
import { problem, type Problem } from "#domain/problem";
import { sniff } from "./sniff";
import { MAX_ARCHIVE_DEPTH, MAX_EXPANDED, Refused } from "./limits";
import { isTooLarge, refuseTricks, unpack, zipEntries } from "./zip";

export interface ArchiveMember {
  /** `bai-nop.zip › Trường A/bieu.xlsx` */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Expanded {
  readonly entries: readonly ArchiveMember[];
  readonly problems: readonly Problem[];
}

/** Whether the file is an archive of files, not a workbook that happens to be a zip. */
export function looksLikeArchive(bytes: Uint8Array, name: string): boolean {
  const kind = sniff(bytes, name);
  return kind.is === "archive" || (kind.is === "brokenZip" && /\.zip$/i.test(name));
}

/** The files an archive holds. Folders and the litter of other systems (`__MACOSX`) are no files. */
export function expandArchive(bytes: Uint8Array, name: string): Expanded {
  try {
    return expand(bytes, name, 0, { left: MAX_EXPANDED });
  } catch (error) {
    return { entries: [], problems: [problem("archive-unreadable", { file: name }, { reason: error instanceof Error ? error.message : String(error) })] };
  }
}

function expand(bytes: Uint8Array, path: string, depth: number, budget: { left: number }): Expanded {
  const at = { file: path };
  const listed = zipEntries(bytes);
  if (!listed) return { entries: [], problems: [problem("archive-unreadable", at, { reason: "zip" })] };
  try {
    refuseTricks(listed);
  } catch (error) {
    if (error instanceof Refused) return { entries: [], problems: [error.found(path)] };
    throw error;
  }
  const size = listed.reduce((sum, entry) => sum + entry.size, 0);
  if (isTooLarge(listed, budget.left)) return { entries: [], problems: [problem("file-too-large", at, { size, limit: MAX_EXPANDED })] };
  budget.left -= size;
  const entries: ArchiveMember[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const entry of listed) {
    if (entry.path.endsWith("/") || /(^|\/)__MACOSX\//.test(entry.path)) continue;
    const count = (seen.get(entry.path) ?? 0) + 1;
    seen.set(entry.path, count);
    const member = `${path} › ${entry.path}${count > 1 ? ` (${count})` : ""}`;
    if (entry.encrypted) {
      problems.push(problem("file-encrypted", { file: member }, {}));
      continue;
    }
    const content = unpack(bytes, entry);
    if (!content) {
      problems.push(problem("file-corrupt", { file: member }, { reason: "zip" }));
      continue;
    }
    if (!looksLikeArchive(content, member)) {
      entries.push({ path: member, bytes: content });
    } else if (depth >= MAX_ARCHIVE_DEPTH) {
      problems.push(problem("archive-too-deep", { file: member }, {}));
    } else {
      const inner = expand(content, member, depth + 1, budget);
      entries.push(...inner.entries);
      problems.push(...inner.problems);
    }
  }
  return { entries, problems };
}
