/**
 * Several readers at work at once (đọc song song). Each has at most two files in hand, so that memory stays what it is
 * for one; a reader that dies or takes too long costs the file it had in hand, and another takes its place.
 */
import type { GivenFile } from "#domain/submission";
import type { LayoutTable } from "#workbook/book/kept/layouts";
import { filesFromText, keptLean } from "#workbook/book/state-text";
import { MAX_SECONDS } from "#workbook/read/limits";
import { sha256 } from "../hash";
import { readGiven } from "./read-given";
import type { ReadingJob } from "./reading-job";
import { readingWithout, type FromReader, type GivenUp, type ToReader } from "./reading-channel";

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
export function readerHere(job: ReadingJob, lean = false): Readers {
  const packed = lean ? keptLean() : null;
  const kept = (files: readonly GivenFile[]): readonly GivenFile[] => (packed ? packed(files.map((file) => ({ ...file, receivedOn: null }))) : files);
  return { lanes: 2, read: async (path, bytes, hash) => kept(await readGiven(path, bytes, hash, job)), end: () => undefined };
}

const IN_HAND = 2;

export interface PoolOptions {
  readonly readers: number;
  /** A file, or one file of an archive, that takes longer is given up. */
  readonly limitSeconds?: number;
  /** Keep what stands beside the figures packed: for more files than a book can hold. */
  readonly lean?: boolean;
}

interface Asked {
  readonly id: number;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly hash: string | null;
  /** Of an archive: its files that ended a reader, and the one being read. */
  givenUp: readonly GivenUp[];
  member: number | null;
  readonly resolve: (files: readonly GivenFile[]) => void;
}

export function readerPool(start: () => ReaderPort, job: ReadingJob, options: PoolOptions): Readers {
  const readers = Array.from({ length: options.readers }, () => new Reader(start, job, options));
  let last = 0;
  return {
    lanes: options.readers * IN_HAND,
    read: (path, bytes, hash) => new Promise((resolve) => {
      const idlest = readers.reduce((best, reader) => (reader.waiting < best.waiting ? reader : best));
      idlest.ask({ id: (last += 1), path, bytes, hash, givenUp: [], member: null, resolve });
    }),
    end: () => readers.forEach((reader) => reader.end()),
  };
}

async function fingerprint({ hash, bytes }: Asked): Promise<string> {
  return hash ?? sha256(bytes);
}

/** The archive once more, without the member being read; `null` for other files, and where that one was left out already and is not to blame. */
function withoutMember(asked: Asked, why: GivenUp["why"]): Asked | null {
  const { member, givenUp } = asked;
  if (member === null || givenUp.some((one) => one.member === member)) return null;
  return { ...asked, member: null, givenUp: [...givenUp, { member, why }] };
}

/** One place of the pool, whoever sits there. */
class Reader {
  private readonly start: () => ReaderPort;
  private readonly job: ReadingJob;
  private readonly limit: number;
  private readonly lean: boolean;
  private readonly here: Readers;
  private port: ReaderPort | null = null;
  /** In the order in which they are read. */
  private inHand: Asked[] = [];
  private clock: ReturnType<typeof setTimeout> | null = null;
  private isReady = false;
  private isHere = false;

  constructor(start: () => ReaderPort, job: ReadingJob, { limitSeconds = MAX_SECONDS, lean = false }: PoolOptions) {
    this.start = start;
    this.job = job;
    this.limit = limitSeconds;
    this.lean = lean;
    this.here = readerHere(job, lean);
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
      if (answer.kind === "member") {
        if (this.port === port) this.goesOn(answer);
        return;
      }
      known.push(...answer.layouts);
      if (this.port === port) this.answered(answer.id, filesFromText(answer.files, known, this.lean));
    });
    port.onDeath((reason) => {
      if (this.port !== port) return;
      if (this.isReady) this.giveUp({ reason });
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
    void this.here.read(path, bytes, hash).then(resolve);
  }

  private send(port: ReaderPort, { id, path, bytes, hash, givenUp }: Asked): void {
    port.post({ kind: "read", id, path, bytes, hash, givenUp });
  }

  /** The next file of an archive has the whole time for itself. */
  private goesOn({ id, member }: { readonly id: number; readonly member: number }): void {
    const asked = this.inHand.find((one) => one.id === id);
    if (!asked) return;
    asked.member = member;
    this.windUp();
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
      else this.giveUp({ seconds: this.limit });
    }, this.limit * 1000);
  }

  /** What the reader had in hand is lost; of an archive only the file that was being read, and the archive is begun anew. */
  private giveUp(why: GivenUp["why"]): void {
    this.port?.end();
    this.port = null;
    const [lost, ...others] = this.inHand;
    const again = lost ? withoutMember(lost, why) : null;
    this.inHand = again ? [again, ...others] : others;
    if (this.inHand.length > 0) this.begin();
    this.windUp();
    if (lost && !again) void fingerprint(lost).then((hash) => lost.resolve([{ path: lost.path, sha256: hash, reading: readingWithout(lost.path, why) }]));
  }
}
