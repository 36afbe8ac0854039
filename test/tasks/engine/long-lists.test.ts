import { Gathered, ITEMS_AT_ONCE, takeApart } from "#tasks/engine/long-lists";
import { MessageChannel } from "node:worker_threads";
import { callThrough, serve, type Channel } from "#tasks/engine/channel";
import type { Engine } from "#tasks/engine/contract";
import fc from "fast-check";
import { anEngine } from "../../support/engine";

const long = (mark: string, length = ITEMS_AT_ONCE + 1): readonly unknown[] => Array.from({ length }, (_, at) => `${mark}${at}`);

test("taken apart and put together it is the same, and what has no long list is the very same", () => {
  const leaf = fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.constantFrom("a", "b").map((mark) => long(mark)));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: "small" }, leaf, fc.array(tie("value"), { maxLength: 3 }), fc.dictionary(fc.constantFrom("sheets", "cells", "x"), tie("value"), { maxKeys: 3 })),
  }));
  fc.assert(fc.property(value, (whole) => {
    const { rest, lists } = takeApart(whole);
    if (lists.length === 0) expect(rest).toBe(whole);
    const gathered = new Gathered();
    for (const { path, items } of lists) {
      gathered.add(1, path, items.slice(0, 10));
      gathered.add(1, path, items.slice(10));
    }
    expect(gathered.complete(1, structuredClone(rest))).toEqual(whole);
  }), { numRuns: 60 });
});

test("a workbook goes through the channel in pieces, both ways, and arrives as it was", async () => {
  const { port1, port2 } = new MessageChannel();
  const content = { sheets: [{ name: "A", cells: long("a", 20_000) }, { name: "B", cells: ["b"] }, { name: "C", cells: long("c") }], names: [], styles: [] };
  const heard: unknown[] = [];
  const echo = { ...anEngine(), shown: () => Promise.resolve(content), recognise: (workbook: unknown) => { heard.push(workbook); return Promise.resolve({ kind: "blank" }); } };
  const largest: number[] = [];
  const watched = (port: typeof port1): Channel => ({
    postMessage: (message: { readonly items?: readonly unknown[] }) => { largest.push(message.items?.length ?? 0); port.postMessage(message); },
    addEventListener: (type: string, listener: never) => { port.addEventListener(type, listener); port.start(); },
  }) as unknown as Channel;
  serve(echo as unknown as Engine, watched(port1));
  const engine = callThrough(watched(port2));
  expect(await engine.shown(new Uint8Array())).toEqual(content);
  await engine.recognise(content as never);
  expect(heard).toEqual([content]);
  expect(Math.max(...largest)).toBe(ITEMS_AT_ONCE);
  expect(largest.filter((count) => count > 0)).toHaveLength(2 * 5);
  port1.close();
  port2.close();
});

test("lists of one call are no other's, are given once, and forgotten where it came to nothing", () => {
  const gathered = new Gathered();
  gathered.add(1, ["cells"], ["old"]);
  expect(gathered.complete(2, { cells: [] })).toEqual({ cells: [] });
  expect(gathered.complete(1, { cells: [] })).toEqual({ cells: ["old"] });
  expect(gathered.complete(1, { cells: [] })).toEqual({ cells: [] });
  gathered.add(3, ["cells"], ["old"]);
  gathered.forget(3);
  expect(gathered.complete(3, { cells: [] })).toEqual({ cells: [] });
});
