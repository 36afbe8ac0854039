/** Going on with a book: what it holds is recognised and not opened, unless it was read for something else. */
import { zipSync } from "fflate";
import type { KeptFile } from "#domain/report";
import { hash128 } from "#domain/hash-text";
import { mergeFiles, takeIn, type ChosenFile, type IntakeRequest } from "#tasks/intake";
import { readerHere, type StartReaders } from "#tasks/reading/reader-pool";
import { makeSample } from "#tasks/sample/make-sample";
import { stateFromCells, stateToCells } from "#workbook/book/state-text";
import { READER_VERSION } from "#workbook/read/reader-version";
import { planOf, rosterOf, sampleCases, template } from "../support/sample-reports";

jest.setTimeout(240_000);

const { json, stage, roster } = sampleCases.at(-1)!;
const plan = planOf(json);
let sample: { readonly path: string; readonly bytes: Uint8Array }[] = [];
let opened: string[] = [];

const counting: StartReaders = (job) => {
  const here = readerHere(job);
  return { ...here, read: (path, bytes, hash) => { opened.push(path); return here.read(path, bytes, hash); } };
};
const chosen = (files: typeof sample): ChosenFile[] => files.map(({ path, bytes }) => ({ path, bytes: () => Promise.resolve(bytes) }));
const request: IntakeRequest = { plan, stage, template, otherPlans: [], receivedOn: null, receipts: new Map(), known: [], startReaders: counting };

async function take(files: typeof sample, more: Partial<IntakeRequest> = {}): Promise<KeptFile[]> {
  opened = [];
  return takeIn(chosen(files), { ...request, ...more });
}

/** Through the book's own text and back. */
function kept(files: readonly KeptFile[]): readonly KeptFile[] {
  const state = stateFromCells(stateToCells({ plan, answers: {}, roster: rosterOf(roster), stage, files, decisions: [], corrections: [], extensions: [], entered: [], snapshots: [], notes: {}, documents: {} }));
  if (!state) throw new Error("not a book");
  return state.state.files;
}

beforeAll(async () => {
  const made = await makeSample({ plan, stage, roster: rosterOf(roster), template, seed: 4 });
  sample = made.files.slice(0, 20).map(({ path, bytes }) => ({ path, bytes }));
});

test("files of the book are not opened again, new ones are", async () => {
  const known = kept(await take(sample.slice(0, 15)));
  expect(opened).toHaveLength(15);
  const again = await take(sample, { known });
  expect(opened).toEqual(sample.slice(15).map(({ path }) => path));
  expect(again).toEqual(await take(sample));
});

test("the same file under a changed plan is read again, and the new reading counts", async () => {
  const known = kept(await take(sample.slice(0, 5)));
  const changed = { ...plan, version: String(Number(plan.version) + 1) };
  const again = await take(sample.slice(0, 5), { known, plan: changed });
  expect(opened).toHaveLength(5);
  const merged = mergeFiles(known, again);
  expect(merged).toHaveLength(known.length);
  const told = merged.flatMap(({ reading }) => reading.problems).filter(({ code }) => code === "older-version");
  expect(told.length).toBeGreaterThan(0);
});

test("what no reader settled, or an earlier program kept, is read again", async () => {
  const known = kept(await take(sample.slice(0, 3))).map(({ readFor: _readFor, ...file }) => file);
  await take(sample.slice(0, 3), { known });
  expect(opened).toHaveLength(3);
});

describe("an archive given again", () => {
  const archive = (files: typeof sample) => [{ path: "Phòng Mẫu/bai-nop.zip", bytes: zipSync(Object.fromEntries(files.map(({ bytes }, index) => [`${index}.xlsx`, bytes])), { mtime: "2026-01-05" }) }];

  test("is known by its bytes", async () => {
    const known = kept(await take(archive(sample.slice(0, 4))));
    expect(known).toHaveLength(4);
    const again = await take(archive(sample.slice(0, 4)), { known });
    expect(opened).toEqual([]);
    expect(again).toEqual(known);
  });

  test("is opened again where the book lost one of its files", async () => {
    const known = kept(await take(archive(sample.slice(0, 4)))).slice(1);
    expect(await take(archive(sample.slice(0, 4)), { known })).toHaveLength(4);
    expect(opened).toHaveLength(1);
  });
});

/** What the reader makes of the sample. Where this fails because a cell is read otherwise than before, `READER_VERSION` is to be raised. */
test(`readings are those of version ${READER_VERSION}`, async () => {
  const readings = (await take(sample)).map(({ reading }) => reading);
  const told = JSON.stringify(readings, (_key, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
  expect([READER_VERSION, hash128(told)]).toEqual([2, "1fa875e915c3f0a02afcd251f268fdd0"]);
});
