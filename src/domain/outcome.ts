import type { Problem } from "./problem";

/** A value that may carry warnings, or the problems that prevented it. Bad data is a value, never an exception. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };
