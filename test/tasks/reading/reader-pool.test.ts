/** Reading side by side: the same result as one by one, whoever is quicker, and whoever dies. */
import { MessageChannel, type MessagePort } from "node:worker_threads";
import type { KeptFile } from "#domain/report";
import { nodeReader } from "../../../src/cli/node-readers";
import type { Channel } from "#tasks/engine/channel";
import { zipSync } from "fflate";
import { takeIn, type ChosenFile } from "#tasks/intake";
import { carefulReaders } from "#tasks/reading/careful-readers";
import { readerHere, readerPool, type ReaderPort, type StartReaders } from "#tasks/reading/reader-pool";
import { serveReading, type FromReader, type ToReader } from "#tasks/reading/reading-channel";
import { makeSample } from "#tasks/sample/make-sample";
import { planOf, rosterOf, sampleCases, template } from "../../support/sample-reports";

jest.setTimeout(240_000);

const { json, stage, roster } = sampleCases.at(-1)!;
const plan = planOf(json);
let files: readonly ChosenFile[] = [];
let expected: readonly KeptFile[] = [];

beforeAll(async () => {
  const sample = await makeSample({ plan, stage, roster: rosterOf(roster), template, seed: 3 });
  files = sample.files.map(({ path, bytes }) => ({ path, bytes: () => Promise.resolve(bytes) }));
  expected = await read();
});

const read = (startReaders?: StartReaders, more: Partial<Parameters<typeof takeIn>[1]> = {}): Promise<KeptFile[]> =>
  takeIn(files, { plan, stage, template, otherPlans: [], receivedOn: null, receipts: new Map(), known: [], ...(startReaders ? { startReaders } : {}), ...more });

interface Manners {
  /** Milliseconds before a file is answered. */
  readonly delay?: (path: string) => number;
  /** Whether the reader dies of a file. */
  readonly diesOf?: (path: string) => boolean;
  readonly hangsOn?: (path: string) => boolean;
}

const open = new Set<MessagePort>();
afterAll(() => open.forEach((port) => port.close()));

/** A reader at the other end of a channel, with manners of its own. */
function readerWith({ delay = () => 0, diesOf = () => false, hangsOn = () => false }: Manners, seen: { started: number; most: number }): () => ReaderPort {
  return () => {
    seen.started += 1;
    const { port1, port2 } = new MessageChannel();
    [port1, port2].forEach((port) => open.add(port));
    let die: (reason: string) => void = () => undefined;
    let inHand = 0;
    let before = -Infinity;
    // It dies of the file when it is that file's turn; what came after it stays unread.
    const dieInTurn = (): void => (before > 0 ? void setTimeout(dieInTurn, 1) : die("killed"));
    serveReading({
      postMessage: (message) => port2.postMessage(message),
      addEventListener: (_type: string, listener: (event: MessageEvent) => void) => port2.on("message", (data: ToReader) => {
        if (before >= 0) return;
        if (data.kind === "read" && diesOf(data.path)) {
          before = inHand - 1;
          return dieInTurn();
        }
        if (data.kind === "read" && hangsOn(data.path)) return;
        setTimeout(() => listener({ data } as MessageEvent), data.kind === "read" ? delay(data.path) : 0);
      }),
    } as Channel);
    return {
      post: (message) => {
        if (message.kind === "read") seen.most = Math.max(seen.most, inHand += 1);
        port1.postMessage(message);
      },
      onAnswer: (listener) => port1.on("message", (answer: FromReader) => {
        if (answer.kind === "read") [inHand, before] = [inHand - 1, before - 1];
        listener(answer);
      }),
      onDeath: (listener) => { die = listener; },
      end: () => { port1.close(); port2.close(); },
    };
  };
}

const pool = (manners: Manners, readers: number, limitSeconds = 60, seen = { started: 0, most: 0 }): { readonly start: StartReaders; readonly seen: typeof seen } =>
  ({ start: (job) => readerPool(readerWith(manners, seen), job, { readers, limitSeconds }), seen });

test("threads of Node read what one reader reads", async () => {
  expect(await read((job) => readerPool(nodeReader, job, { readers: 2, limitSeconds: 60 }))).toEqual(expected);
});

test.each([1, 2, 5])("%s readers, some slower than others: the same files in the same order, two in hand at most", async (readers) => {
  const { start, seen } = pool({ delay: (path) => (path.length * 7) % 12 }, readers);
  const steps: number[] = [];
  expect(await read(start, { onProgress: (done) => steps.push(done) })).toEqual(expected);
  expect(steps).toEqual(files.map((_, index) => index + 1));
  expect(seen.most).toBeLessThanOrEqual(2);
});

test("a reader that dies costs the file it had in hand, nothing else", async () => {
  const victim = files[5]?.path.normalize("NFC") ?? "";
  const { start, seen } = pool({ diesOf: (path) => path === victim }, 2);
  const got = await read(start);
  expect(got.map(({ path, sha256 }) => [path, sha256])).toEqual(expected.map(({ path, sha256 }) => [path, sha256]));
  expect(got.filter(({ path }) => path !== victim)).toEqual(expected.filter(({ path }) => path !== victim));
  expect(got.find(({ path }) => path === victim)?.reading).toMatchObject({ kind: "unreadable", problems: [{ code: "file-unreadable", facts: { reason: "killed" } }] });
  expect(seen.started).toBe(3);
});

test.each<[string, () => ReaderPort]>([
  ["cannot be started", () => { throw new Error("SecurityError"); }],
  ["dies before it is there", () => ({ post: () => undefined, onAnswer: () => undefined, onDeath: (listener) => setTimeout(() => listener("blocked by a policy"), 5), end: () => undefined })],
  ["is never there", () => ({ post: () => undefined, onAnswer: () => undefined, onDeath: () => undefined, end: () => undefined })],
])("where a reader %s, everything is read where the job runs", async (_case, start) => {
  expect(await read((job) => readerPool(start, job, { readers: 2, limitSeconds: 0.3 }))).toEqual(expected);
});

test("a file that never ends is given up after the time limit", async () => {
  const victim = files[2]?.path.normalize("NFC") ?? "";
  const { start } = pool({ hangsOn: (path) => path === victim }, 2, 0.4);
  const got = await read(start);
  expect(got.filter(({ path }) => path !== victim)).toEqual(expected.filter(({ path }) => path !== victim));
  expect(got.find(({ path }) => path === victim)?.reading).toMatchObject({ kind: "unreadable", problems: [{ code: "file-took-too-long" }] });
});

test("a cancelled batch ends at once with what was read until then", async () => {
  const controller = new AbortController();
  const { start } = pool({ delay: () => 30 }, 2);
  let cancelled = 0;
  const got = await read(start, { signal: controller.signal, onProgress: (done) => { if (done === 6) { cancelled = performance.now(); controller.abort(); } } });
  expect(performance.now() - cancelled).toBeLessThan(100);
  expect(got.length).toBeGreaterThanOrEqual(6);
  expect(got.length).toBeLessThan(expected.length);
  for (const file of got) expect(expected).toContainEqual(file);
});

test("a batch cancelled before it begins reads nothing", async () => {
  const controller = new AbortController();
  controller.abort();
  expect(await read(pool({}, 2).start, { signal: controller.signal })).toEqual([]);
  expect(await read(undefined, { signal: controller.signal })).toEqual([]);
});

describe("an archive", () => {
  const archive = async (): Promise<ChosenFile> => {
    const some = await Promise.all(files.slice(0, 4).map(async ({ path, bytes }) => [path, await bytes()] as const));
    const bytes = zipSync(Object.fromEntries(some.filter(([path]) => path.endsWith(".xlsx"))), { mtime: "2025-01-01" });
    return { path: "bai-nop.zip", bytes: () => Promise.resolve(bytes) };
  };

  /** A reader that never gets beyond the member with this number, until it is told to leave it out. */
  const stuckAt = (member: number, end: "hangs" | "dies", always = false): (() => ReaderPort) => () => {
    const { port1, port2 } = new MessageChannel();
    [port1, port2].forEach((port) => open.add(port));
    let die: (reason: string) => void = () => undefined;
    let isStuck = false;
    let givenUp: readonly number[] = [];
    serveReading({
      postMessage: (message: FromReader) => {
        if (isStuck) return;
        port2.postMessage(message);
        if (message.kind !== "member" || message.member !== member || (givenUp.includes(member) && !always)) return;
        isStuck = true;
        if (end === "dies") setTimeout(() => die("out of memory"), 5);
      },
      addEventListener: (_type: string, listener: (event: MessageEvent) => void) => port2.on("message", (data: ToReader) => {
        if (data.kind === "read") givenUp = data.givenUp.map((one) => one.member);
        listener({ data } as MessageEvent);
      }),
    } as Channel);
    return {
      post: (message) => port1.postMessage(message),
      onAnswer: (listener) => port1.on("message", listener),
      onDeath: (listener) => { die = listener; },
      end: () => { port1.close(); port2.close(); },
    };
  };

  test.each<["hangs" | "dies", string]>([["hangs", "file-took-too-long"], ["dies", "file-unreadable"]])("whose reader %s at one file loses that file alone", async (end, code) => {
    const given = await archive();
    const request = { plan, stage, template, otherPlans: [], receivedOn: null, receipts: new Map<string, string>(), known: [] };
    const whole = await takeIn([given], request);
    expect(whole.length).toBeGreaterThan(2);
    const got = await takeIn([given], { ...request, startReaders: (job) => readerPool(stuckAt(1, end), job, { readers: 1, limitSeconds: 0.5 }) });
    expect(got.map(({ path }) => path)).toEqual(whole.map(({ path }) => path));
    expect(got.filter((_, index) => index !== 1)).toEqual(whole.filter((_, index) => index !== 1));
    expect(got[1]?.reading).toMatchObject({ kind: "unreadable", problems: [{ code, at: { file: whole[1]?.path } }] });
  });

  test("that ends its reader whatever is left out is given up as a whole", async () => {
    const request = { plan, stage, template, otherPlans: [], receivedOn: null, receipts: new Map<string, string>(), known: [] };
    const got = await takeIn([await archive()], { ...request, startReaders: (job) => readerPool(stuckAt(1, "dies", true), job, { readers: 1, limitSeconds: 5 }) });
    expect(got).toMatchObject([{ path: "bai-nop.zip", reading: { kind: "unreadable", problems: [{ code: "file-unreadable" }] } }]);
  });
});

describe("a few files", () => {
  test("ordinary forms are read at once, without any reader beside", async () => {
    let started = 0;
    const ordinary = expected.filter(({ path, archive }) => path.endsWith(".xlsx") && !archive).slice(0, 5).map(({ path }) => path);
    const few = files.filter(({ path }) => ordinary.includes(path.normalize("NFC")));
    const got = await takeIn(few, {
      plan, stage, template, otherPlans: [], receivedOn: null, receipts: new Map(), known: [],
      startReaders: (job) => carefulReaders(readerHere(job), () => { started += 1; throw new Error("not needed"); }),
    });
    expect(got).toEqual(expected.filter(({ path }) => ordinary.includes(path)));
    expect(got.length).toBe(5);
    expect(started).toBe(0);
  });

  test("one of another kind that never ends costs itself", async () => {
    const endless: ChosenFile = { path: "cu.xls", bytes: () => Promise.resolve(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) };
    const { start } = pool({ hangsOn: (path) => path === "cu.xls" }, 1, 0.4);
    const got = await takeIn([...files.slice(0, 3), endless], {
      plan, stage, template, otherPlans: [], receivedOn: null, receipts: new Map(), known: [],
      startReaders: (job, count) => carefulReaders(readerHere(job), () => start(job, count)!),
    });
    expect(got.at(-1)?.reading).toMatchObject({ kind: "unreadable", problems: [{ code: "file-took-too-long" }] });
    expect(got.slice(0, -1)).toEqual(expected.filter(({ path }) => got.some((one) => one.path === path)));
  });
});
