/**
 * The desk (bàn làm việc): everything a screen may use. Screens read `overview` and ask the engine for more; every
 * change goes through `act`, so that progress, cancel, faults and the refreshed head are written once.
 */
import { createContext, useContext } from "react";
import type { WorkbookHost } from "#domain/host";
import type { CallOptions, Engine, Progress } from "#tasks/engine/contract";
import type { Overview } from "#tasks/engine/views/overview";
import type { Recognised } from "#tasks/engine/views/preparing";

export type Tab = "today" | "receive" | "results" | "report";

/** What lies over the tabs; `null`: nothing. */
export type Overlay =
  | { readonly kind: "sources"; readonly node: string; readonly indicator: string }
  | { readonly kind: "unit"; readonly unit: string }
  | { readonly kind: "decisions"; readonly id?: string }
  | { readonly kind: "arrivals" }
  | { readonly kind: "entry"; readonly unit: string }
  | { readonly kind: "prepare"; readonly step: "plan" | "roster" | "issue" }
  | { readonly kind: "freeze" }
  | { readonly kind: "settings" };

/** What is going on now. */
export interface Working {
  readonly title: string;
  readonly progress: Progress | null;
  /** When it began, for the time left. */
  readonly since: number;
  readonly cancel: (() => void) | null;
}

/** How the last action ended, to be said once. */
export interface Notice {
  readonly kind: "done" | "partial" | "cancelled" | "failed";
  readonly text: string;
  readonly details?: readonly string[];
  /** Offers to take back what was written into our sheets. */
  readonly canTakeBack?: boolean;
}

export interface Desk {
  readonly engine: Engine;
  readonly host: WorkbookHost;
  /** Today, ISO. */
  readonly today: string;
  readonly recognised: Recognised;
  /** `null`: no book is open. */
  readonly overview: Overview | null;
  /** Where a new book goes: into a blank workbook (in Excel also the officer's own), beside a form or another book. */
  readonly newBook: true | "beside";
  readonly tab: Tab;
  readonly goTo: (tab: Tab) => void;
  readonly overlay: Overlay | null;
  readonly show: (overlay: Overlay | null) => void;
  readonly working: Working | null;
  readonly notice: Notice | null;
  readonly say: (notice: Notice | null) => void;
  /** The last change could not be written into the workbook's sheets: it is held, and can be written again. */
  readonly isUnwritten: boolean;
  /**
   * Runs one action: shows progress, offers cancel, catches what escapes, then refreshes the overview and, where the
   * book changed, our sheets in the open workbook, or `beside` it. What was typed in the book meanwhile is read
   * first. An answer that refuses is said with its faults. Resolves to null where something escaped.
   */
  readonly act: <Value>(title: string, action: (options: Required<CallOptions>) => Promise<Value>, after?: { readonly changesBook?: boolean | "beside" }) => Promise<Value | null>;
  /** Opens the made workbook beside this one; where the host cannot, it is handed over as a file. */
  readonly openBeside: (made: { readonly file: Uint8Array; readonly fileName: string }) => Promise<void>;
  /** Puts back what the last writing changed in our sheets. */
  readonly takeBack: () => Promise<void>;
  /** Gives the officer a file: download, or where the host drops downloads, as a workbook of its own. */
  readonly give: (fileName: string, file: Uint8Array) => Promise<void>;
  readonly copy: (text: string) => Promise<boolean>;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk stands outside the desk");
  return desk;
}
