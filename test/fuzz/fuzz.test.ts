/** A bounded run of `npm run fuzz` with a fixed seed, and proof that it would find what it looks for. */
import type { GivenFile, Submission } from "#domain/submission";
import { readerHere, type Readers } from "#tasks/reading/reader-pool";
import { damaged } from "./damage";
import { fuzzInputs } from "./inputs";
import type { Finding } from "./judge";
import { fuzz } from "./run-fuzz";
import { job, workbookSeeds } from "./seeds";

jest.setTimeout(300_000);

const SEED = "ci";
const FILES = 500;

const run = async (files: number, readers?: Readers): Promise<{ findings: Finding[]; result: Awaited<ReturnType<typeof fuzz>> }> => {
  const findings: Finding[] = [];
  const result = await fuzz({
    seed: SEED, goesOn: (started) => started < files, onFinding: (finding, { story }, number) => findings.push({ ...finding, about: `#${number} ${story}: ${finding.about}` }),
    ...(readers ? { readers } : {}),
  });
  return { findings, result };
};

test(`${FILES} damaged files of seed “${SEED}”: a verdict for each, no error that nobody foresaw, no hang, no figure that nobody else sees`, async () => {
  const { findings, result } = await run(FILES);
  expect(findings).toEqual([]);
  expect(result.files).toBe(FILES);
  // Of every format some, of every verdict some: damage that ruins everything would prove nothing.
  expect(Object.values(result.byFormat).every((count) => count > 5)).toBe(true);
  expect(result.tally.accepted).toBeGreaterThan(FILES / 5);
  expect(result.tally.refused).toBeGreaterThan(FILES / 5);
  expect(result.tally.compared).toBeGreaterThan(1000);
});

test("the same seed does the same damage", async () => {
  const seeds = await workbookSeeds();
  const story = (number: number): unknown => [damaged(seeds, SEED, number).story, damaged(seeds, SEED, number).bytes.length];
  for (let number = 0; number < 40; number += 1) expect(story(number)).toEqual(story(number));
});

test("damaged plans and rosters are met with faults or are sound", () => {
  const escapes: string[] = [];
  const { whole, faulty } = fuzzInputs(SEED, 300, (about) => escapes.push(about));
  expect(escapes).toEqual([]);
  expect(whole).toBeGreaterThan(10);
  expect(faulty).toBeGreaterThan(100);
});

/** Readers with a fault of their own. */
const faulty = (spoil: (given: readonly GivenFile[]) => readonly GivenFile[]): Readers => {
  const sound = readerHere(job);
  return { ...sound, read: async (...asked) => spoil(await sound.read(...asked)) };
};

const eachSubmission = (given: readonly GivenFile[], change: (one: Submission) => Submission): GivenFile[] =>
  given.map((file) => (file.reading.kind === "submissions" ? { ...file, reading: { ...file.reading, submissions: file.reading.submissions.map(change) } } : file));

describe("a reader with a fault is found out", () => {
  test.each<[Finding["kind"], string, (given: readonly GivenFile[]) => readonly GivenFile[]]>([
    ["difference", "that makes one figure up", (given) => eachSubmission(given, (one) => {
      const [key, reading] = Object.entries(one.parts).find(([, part]) => part?.value?.kind === "number") ?? [];
      return key && reading ? { ...one, parts: { ...one.parts, [key]: { ...reading, raw: "987654" } } } : one;
    })],
    ["mute", "that loses the file", () => []],
    ["mute", "that gives no reason", (given) => given.map((file) => ({ ...file, reading: { kind: "unreadable", problems: [] } }))],
    ["escape", "that meets an error nobody foresaw", (given) => given.map((file) => ({ ...file, reading: { kind: "unreadable", problems: [{ code: "file-unreadable", at: {}, facts: { reason: "x" } }] } }))],
  ])("%s: %s", async (kind, _case, spoil) => {
    const { findings } = await run(40, faulty(spoil));
    expect(findings.map((finding) => finding.kind)).toContain(kind);
  });
});
