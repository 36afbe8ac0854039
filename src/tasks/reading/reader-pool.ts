/**
 * Several readers at work at once (đọc song song). Each has at most two files in hand, so that memory stays what it is
 * for one; a reader that dies or takes too long costs the file it had in hand, and another takes its place.
 */
import type { FileReading, GivenFile } from "#domain/submission";
import { problem } from "#domain/problem";
import type { LayoutTable } from "#workbook/book/kept-files";
import { filesFromText } from "#workbook/book/state-text";
import { sha256 } from "../hash";
import { readGiven, unreadable } from "./read-given";
import type { ReadingJob } from "./reading-job";
import type { FromReader, ToReader } from "./reading-channel";

/** A reader somewhere else: a worker of the browser or of Node. */
export interface ReaderPort {
  readonly post: (message: ToReader) => void;
  readonly onAnswer: (listener: (answer: FromReader) => void) => void;
  /** It stopped by itself. */
  readonly onDeath: (listener: (reason: string) => void) => void;
  readonly end: () => void;
}

/** Readers for one batch of files. */
export interface Readers {
  /** Files that may be asked for at once. */
  readonly lanes: number;
  readonly read: (path: string, bytes: Uint8Array, hash: string | null) => Promise<readonly GivenFile[]>;
  readonly end: () => void;
}

/** How a host starts readers; `null` for a batch too small to be worth it. */
export type StartReaders = (job: ReadingJob, files: number) => Readers | null;

/** Reads where it is called; while one file is read, the next is fetched and its fingerprint taken. */
export function readerHere(job: ReadingJob): Readers {
  return { lanes: 2, read: (path, bytes, hash) => readGiven(path, bytes, hash, job), end: () => undefined };
}

const IN_HAND = 2;

export interface PoolOptions {
  readonly readers: number;
  /** A file that takes longer is given up; a school's form takes milliseconds. */
  readonly limitSeconds: number;
  /** Keep what stands beside the figures packed: for more files than a book can hold. */
  readonly lean?: boolean;
}

interface Asked {
  readonly id: number;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly hash: string | null;
  readonly resolve: (files: readonly GivenFile[]) => void;
}

export function readerPool(start: () => ReaderPort, job: ReadingJob, options: PoolOptions): Readers {
  const readers = Array.from({ length: options.readers }, () => new Reader(start, job, options));
  let last = 0;
  return {
    lanes: options.readers * IN_HAND,
    read: (path, bytes, hash) => new Promise((resolve) => {
      const idlest = readers.reduce((best, reader) => (reader.waiting < best.waiting ? reader : best));
      idlest.ask({ id: (last += 1), path, bytes, hash, resolve });
    }),
    end: () => readers.forEach((reader) => reader.end()),
  };
}

async function fingerprint({ hash, bytes }: Asked): Promise<string> {
  return hash ?? sha256(bytes);
}

/** One place of the pool, whoever sits there. */
class Reader {
  private readonly start: () => ReaderPort;
  private readonly job: ReadingJob;
  private readonly limit: number;
  private readonly lean: boolean;
  private port: ReaderPort | null = null;
  /** In the order in which they are read. */
  private inHand: Asked[] = [];
  private clock: ReturnType<typeof setTimeout> | null = null;
  private isReady = false;
  private isHere = false;

  constructor(start: () => ReaderPort, job: ReadingJob, { limitSeconds, lean = false }: PoolOptions) {
    this.start = start;
    this.job = job;
    this.limit = limitSeconds;
    this.lean = lean;
  }

  get waiting(): number {
    return this.inHand.length;
  }

  ask(asked: Asked): void {
    if (this.isHere) return this.readHere(asked);
    this.inHand.push(asked);
    if (this.port) this.send(this.port, asked);
    else this.begin();
    if (this.inHand.length === 1 && this.port) this.windUp();
  }

  end(): void {
    if (this.clock) clearTimeout(this.clock);
    this.port?.end();
    this.port = null;
    this.inHand = [];
  }

  private begin(): void {
    let port: ReaderPort;
    try {
      port = this.start();
    } catch {
      return this.stayHere();
    }
    this.port = port;
    const known: LayoutTable["layouts"] = [];
    this.isReady = false;
    port.onAnswer((answer) => {
      if (this.port === port) this.isReady = true;
      if (answer.kind === "ready") return;
      known.push(...answer.layouts);
      if (this.port === port) this.answered(answer.id, filesFromText(answer.files, known, this.lean));
    });
    port.onDeath((reason) => {
      if (this.port !== port) return;
      if (this.isReady) this.giveUp((path) => unreadable(path, new Error(reason)));
      else this.stayHere();
    });
    port.post({ kind: "job", job: this.job });
    for (const asked of this.inHand) this.send(port, asked);
  }

  /** No reader can be started in this place (a page's policy, a program without workers): its files are read where the job runs. */
  private stayHere(): void {
    if (this.clock) clearTimeout(this.clock);
    this.port?.end();
    this.port = null;
    this.isHere = true;
    for (const asked of this.inHand) this.readHere(asked);
    this.inHand = [];
  }

  private readHere({ path, bytes, hash, resolve }: Asked): void {
    void readGiven(path, bytes, hash, this.job).then(resolve);
  }

  private send(port: ReaderPort, { id, path, bytes, hash }: Asked): void {
    port.post({ kind: "read", id, path, bytes, hash });
  }

  private answered(id: number, files: readonly GivenFile[]): void {
    const asked = this.inHand.find((one) => one.id === id);
    this.inHand = this.inHand.filter((one) => one !== asked);
    this.windUp();
    asked?.resolve(files);
  }

  /** The clock runs for the file being read, not for those behind it. */
  private windUp(): void {
    if (this.clock) clearTimeout(this.clock);
    this.clock = this.inHand.length === 0 ? null : setTimeout(() => {
      if (!this.isReady) this.stayHere();
      else this.giveUp((path) => ({ kind: "unreadable", problems: [problem("file-took-too-long", { file: path }, { seconds: this.limit })] }));
    }, this.limit * 1000);
  }

  private giveUp(readingOf: (path: string) => FileReading): void {
    this.port?.end();
    this.port = null;
    const [lost, ...others] = this.inHand;
    this.inHand = others;
    if (others.length > 0) this.begin();
    this.windUp();
    if (lost) void fingerprint(lost).then((hash) => lost.resolve([{ path: lost.path, sha256: hash, reading: readingOf(lost.path) }]));
  }
}
