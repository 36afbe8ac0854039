/**
 * The engine on the other side of a message channel (bộ máy chạy nền): one small protocol for a worker's two ends.
 * Values are posted as they are; progress and cancel travel beside the call they belong to.
 */
import { engineMethods, type CallOptions, type Engine, type Progress } from "./contract";
import { Gathered, ITEMS_AT_ONCE, takeApart, type Path } from "./long-lists";

/** What both ends of a channel offer: a worker, its own scope, a message port. */
export interface Channel {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
}

/** Some of a long list in what is given or answered; the call, or its answer, follows. */
interface Piece {
  readonly kind: "piece";
  readonly id: number;
  readonly path: Path;
  readonly items: readonly unknown[];
}

type ToEngine =
  | Piece
  | { readonly kind: "call"; readonly id: number; readonly method: keyof Engine; readonly given: readonly unknown[]; readonly listens: boolean }
  | { readonly kind: "cancel"; readonly id: number };

type FromEngine =
  | Piece
  | { readonly kind: "done"; readonly id: number; readonly value: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly reason: string }
  | { readonly kind: "progress"; readonly id: number; readonly progress: Progress };

/** Serves an engine to whoever is at the other end. */
export function serve(engine: Engine, channel: Channel): void {
  const running = new Map<number, AbortController>();
  const gathered = new Gathered();
  const answer = (message: FromEngine): void => channel.postMessage(message);
  const done = (id: number, value: unknown): void => {
    const { rest, lists } = takeApart(value);
    for (const { path, items } of lists) for (const some of inPieces(items, ITEMS_AT_ONCE)) answer({ kind: "piece", id, path, items: some });
    answer({ kind: "done", id, value: rest });
  };
  channel.addEventListener("message", ({ data }) => {
    const asked = data as ToEngine;
    if (asked.kind === "piece") return gathered.add(asked.id, asked.path, asked.items);
    if (asked.kind === "cancel") return running.get(asked.id)?.abort();
    if (asked.kind !== "call") return;
    const { id, method, listens } = asked;
    const given = gathered.complete(id, asked.given) as readonly unknown[];
    const controller = new AbortController();
    running.set(id, controller);
    const options: CallOptions = { signal: controller.signal, onProgress: unhurried((progress) => answer({ kind: "progress", id, progress })) };
    const call = engine[method] as (...all: readonly unknown[]) => Promise<unknown>;
    call(...given, ...(listens ? [options] : []))
      .then((value) => done(id, value)).catch((error: unknown) => answer({ kind: "failed", id, reason: error instanceof Error ? error.message : String(error) }))
      .finally(() => running.delete(id));
  });
}

/** Nobody sees more than some twenty steps a second; a step of another kind, and the last one, are always told. */
const MILLISECONDS_BETWEEN = 50;

function unhurried(tell: (progress: Progress) => void): (progress: Progress) => void {
  let told = 0;
  let phase: Progress["phase"] | null = null;
  return (progress) => {
    const now = Date.now();
    if (progress.phase === phase && progress.done < progress.total && now - told < MILLISECONDS_BETWEEN) return;
    told = now;
    ({ phase } = progress);
    tell(progress);
  };
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: CallOptions["onProgress"] | undefined;
}

/** A thousand files handed over at once would hold up the page for a third of a second: a browser needs up to two milliseconds for each. */
const GIVEN_AT_ONCE = 20;
const isLong = (given: unknown): given is readonly unknown[] => Array.isArray(given) && given.length > GIVEN_AT_ONCE;

function* inPieces(items: readonly unknown[], atOnce: number): Generator<readonly unknown[]> {
  for (let at = 0; at < items.length; at += atOnce) yield items.slice(at, at + atOnce);
}

/** What of a call goes ahead of it, in pieces: lists given as such, and lists inside what is given. */
function aheadOf(given: readonly unknown[]): { readonly pieces: readonly (readonly [Path, readonly unknown[]])[]; readonly rest: readonly unknown[] } {
  const { rest, lists } = takeApart(given);
  const plain = rest as readonly unknown[];
  return {
    pieces: [
      ...lists.flatMap(({ path, items }) => [...inPieces(items, path.length === 1 ? GIVEN_AT_ONCE : ITEMS_AT_ONCE)].map((some) => [path, some] as const)),
      ...plain.flatMap((one, place) => (isLong(one) ? [...inPieces(one, GIVEN_AT_ONCE)].map((some) => [[place], some] as const) : [])),
    ],
    rest: plain.map((one) => (isLong(one) ? [] : one)),
  };
}

/** An engine whose work is done at the other end of the channel. */
export function callThrough(channel: Channel): Engine {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  /** A call with a long list that is being handed over; what is asked meanwhile keeps its place behind it. */
  let handingOver: Promise<void> | null = null;
  const gathered = new Gathered();
  const post = (message: ToEngine): void => channel.postMessage(message);
  const handOver = async (call: Extract<ToEngine, { kind: "call" }>, { pieces, rest }: ReturnType<typeof aheadOf>): Promise<void> => {
    for (const [path, items] of pieces) {
      post({ kind: "piece", id: call.id, path, items });
      await new Promise((resolve) => setTimeout(resolve));
    }
    post({ ...call, given: rest });
  };
  const inTurn = (call: Extract<ToEngine, { kind: "call" }>): void => {
    const ahead = aheadOf(call.given);
    if (!handingOver && ahead.pieces.length === 0) return post(call);
    const turn: Promise<void> = (handingOver ?? Promise.resolve()).then(() => handOver(call, ahead)).finally(() => { if (handingOver === turn) handingOver = null; });
    handingOver = turn;
  };
  channel.addEventListener("message", ({ data }) => {
    const said = data as FromEngine;
    const call = waiting.get(said.id);
    if (!call) return;
    if (said.kind === "progress") return call.onProgress?.(said.progress);
    if (said.kind === "piece") return gathered.add(said.id, said.path, said.items);
    waiting.delete(said.id);
    if (said.kind === "done") return call.resolve(gathered.complete(said.id, said.value));
    gathered.forget(said.id);
    call.reject(new Error(said.reason));
  });
  const method = (name: keyof Engine) => (...given: unknown[]): Promise<unknown> => new Promise((resolve, reject) => {
    const id = (last += 1);
    const options = isOptions(given.at(-1)) ? (given.at(-1) as CallOptions) : null;
    waiting.set(id, { resolve, reject, onProgress: options?.onProgress });
    const cancel = (): void => void (handingOver ? handingOver.then(() => post({ kind: "cancel", id })) : post({ kind: "cancel", id }));
    options?.signal?.addEventListener("abort", cancel);
    const plain = options ? given.slice(0, -1) : given;
    inTurn({ kind: "call", id, method: name, given: plain, listens: options !== null });
    if (options?.signal?.aborted) cancel();
  });
  return Object.fromEntries(engineMethods.map((name) => [name, method(name)])) as unknown as Engine;
}

function isOptions(given: unknown): boolean {
  return typeof given === "object" && given !== null && ("onProgress" in given || "signal" in given);
}
