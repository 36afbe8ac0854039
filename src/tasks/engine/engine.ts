/** The engine, put together from its parts. */
import type { WorkbookContent } from "#domain/sheet-content";
import type { StartReaders } from "../reading/reader-pool";
import type { Bench, Part } from "./bench";
import { engineMethods, type Engine } from "./contract";
import { deciding } from "./deciding";
import { handing } from "./handing";
import { intaking } from "./intaking";
import { making } from "./making";
import { opening } from "./opening";
import { papers } from "./papers";
import { planning } from "./planning";
import { preparing } from "./preparing";
import { returning } from "./returning";
import type { Library } from "./session";
import { viewing } from "./viewing";

export interface Surroundings {
  readonly contentOf: (file: Uint8Array) => Promise<WorkbookContent>;
  readonly startReaders?: StartReaders;
}

export function createEngine(library: Library, { contentOf, startReaders }: Surroundings): Engine {
  const bench: Bench = { desk: { library, language: "vi" }, sessions: new Map(), front: null, recognised: null, shown: null, madePlans: new Map(), contentOf, startReaders: startReaders ?? null };
  const parts: Part<keyof Engine> = { ...planning(bench), ...preparing(bench), ...opening(bench), ...intaking(bench), ...viewing(bench), ...deciding(bench), ...making(bench), ...papers(bench), ...returning(bench), ...handing(bench) };
  return promising(parts);
}

/** What a part throws becomes a rejection, whether it worked at once or later. */
function promising(parts: Part<keyof Engine>): Engine {
  const methods = engineMethods.map((name) => {
    const method = parts[name] as (...given: unknown[]) => unknown;
    return [name, (...given: unknown[]): Promise<unknown> => Promise.resolve(given).then((all) => method(...all))] as const;
  });
  return Object.fromEntries(methods) as unknown as Engine;
}
