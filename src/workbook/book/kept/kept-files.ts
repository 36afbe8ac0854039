/**
 * Files as a book keeps them (bài nộp đã nhận): what a school's form said, cell by cell and lossless, in a few
 * hundred bytes.
 */
import type { KeptFile } from "#domain/report";
import type { FileReading } from "#domain/submission";
import { submissionOf, submissionRecord, type KeptSubmission } from "./kept-submission";
import type { Layout, LayoutTable } from "./layouts";
import { leanSubmission } from "./lean-submission";

export interface KeptFileRecord extends Omit<KeptFile, "reading"> {
  readonly reading: Exclude<FileReading, { kind: "submissions" }> | (Omit<Extract<FileReading, { kind: "submissions" }>, "submissions"> & { readonly submissions: readonly KeptSubmission[] });
}

export function fileRecord(file: KeptFile, table: LayoutTable): KeptFileRecord {
  const { reading } = file;
  if (reading.kind !== "submissions") return { ...file, reading };
  return { ...file, reading: { ...reading, submissions: reading.submissions.map((submission) => submissionRecord(submission, table)) } };
}

/** `lean`: what stands beside the figures stays packed. */
export function fileOfRecord(record: KeptFileRecord, layouts: readonly Layout[], lean = false): KeptFile {
  const { reading } = record;
  if (reading.kind !== "submissions") return { ...record, reading };
  const submissions = reading.submissions.map((submission) => (lean ? leanSubmission : submissionOf)(submission, layouts));
  return { ...record, reading: { ...reading, submissions } };
}
