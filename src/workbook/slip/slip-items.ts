/** What a unit is to put right (chỗ cần sửa), each with the cells it is about and what stands there now. */
import { severity, type Problem } from "#domain/problem";
import type { Scalar } from "#domain/sheet-content";
import { addressOf } from "#domain/snapshot";
import { sentenceOf } from "#messages/problems";
import type { RefilledCell } from "./refill";

export interface SlipCell {
  readonly sheet: string;
  readonly address: string;
  /** `null`: blank. */
  readonly value: Scalar;
}

export interface SlipItem {
  /** False: only to be looked at. */
  readonly isError: boolean;
  readonly sentence: string;
  readonly cells: readonly SlipCell[];
}

/** Of the refilled form's problems; of a cell whose trouble was another kind in the unit's own file, that is told. */
export function slipItems(found: readonly Problem[], before: readonly Problem[], refilled: readonly RefilledCell[]): SlipItem[] {
  const values = new Map(refilled.map(({ edit }) => [`${edit.sheet}!${addressOf(edit.row, edit.column)}`, edit.value]));
  const own = ownProblems(before, refilled);
  const items = found.flatMap((one): SlipItem[] => {
    if (severity(one) === "info") return [];
    const cells = cellsOf(one).map(({ sheet, address }) => ({ sheet, address, value: values.get(`${sheet}!${address}`) ?? null }));
    const [first] = cells;
    const known = first ? own.get(`${first.sheet}!${first.address}`) ?? [] : [];
    const told = severity(one) === "error" && known.length > 0 && !known.some(({ code }) => code === one.code) ? known[0] ?? one : one;
    return [{ isError: severity(one) === "error", sentence: sentenceOf(told), cells }];
  });
  const errors = items.filter(({ isError }) => isError);
  const wrong = new Set(errors.flatMap(({ cells }) => cells.map(({ sheet, address }) => `${sheet}!${address}`)));
  // What a wrong figure would miss is asked once the figure is right.
  const questions = items.filter(({ isError, cells }) => !isError && !cells.some(({ sheet, address }) => wrong.has(`${sheet}!${address}`)));
  return [...errors, ...questions];
}

/** Errors of the unit's file by the cell of the fresh form to which what was typed there has moved. */
function ownProblems(before: readonly Problem[], refilled: readonly RefilledCell[]): ReadonlyMap<string, readonly Problem[]> {
  const movedTo = new Map(refilled.map(({ edit, from }) => [`${from.sheet}!${from.cell}`, { sheet: edit.sheet, cell: addressOf(edit.row, edit.column) }]));
  const moved = new Map<string, Problem[]>();
  for (const one of before) {
    const place = movedTo.get(`${one.at.sheet ?? ""}!${one.at.cell ?? ""}`);
    if (!place || severity(one) !== "error") continue;
    const key = `${place.sheet}!${place.cell}`;
    moved.set(key, [...moved.get(key) ?? [], { ...one, at: { ...one.at, ...place } } as Problem]);
  }
  return moved;
}

/** The problem's own cell, and the others of its sentence. */
function cellsOf({ at, facts }: Problem): { readonly sheet: string; readonly address: string }[] {
  const { sheet = "" } = at;
  const more = "cells" in facts ? [...facts.cells.matchAll(/(?:([^,!]+)!)?\b([A-Z]{1,3}\d+)\b/gu)].map(([, other, address = ""]) => ({ sheet: other?.trim() ?? sheet, address })) : [];
  const all = [...(at.cell === undefined ? [] : [{ sheet, address: at.cell }]), ...more];
  return all.filter((one, index) => one.sheet !== "" && all.findIndex((other) => other.sheet === one.sheet && other.address === one.address) === index);
}
