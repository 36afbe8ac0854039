/** The office's own column in the list of role models: at which step of the plan it sees each (bước của điển hình). */
import { modelKey, stepsOf } from "#domain/model-steps";
import type { BookState } from "#domain/report";
import { bookWords as words } from "#messages/book-vi";
import type { BookContext } from "./book-context";
import type { Content, ReadRow, TableColumn } from "./table";

const KEY = "officeStep";
const MODEL = "model";

/** The column, and a hidden one with the name that the step is kept under. */
export function stepColumns({ report: { plan } }: BookContext): TableColumn[] {
  return [
    { key: KEY, heading: words.steps.heading, width: 14, input: true, choices: stepsOf(plan).map(({ order }) => words.steps.short(order)) },
    { key: MODEL, heading: MODEL, width: 8, hidden: true },
  ];
}

export function stepCells({ report: { state } }: BookContext, unit: string, name: string): Content[] {
  const ruled = state.steps?.[modelKey(unit, name)];
  const step = state.plan.steps.find(({ id }) => id === ruled);
  // What names no step is shown as it was typed.
  return [step ? words.steps.short(step.order) : ruled ?? null, name];
}

/** What the numbers of the steps stand for. */
export function stepLegend({ report: { plan } }: BookContext): string {
  return stepsOf(plan).map(({ order, name }) => `${words.steps.short(order)}: ${name}`).join("; ");
}

/** As the list says it now: a number will do, and what names no step is kept as typed. Models it does not list keep theirs. */
export function typedSteps({ plan, steps: before }: Pick<BookState, "plan" | "steps">, { rows }: { readonly rows: readonly ReadRow[] }): Record<string, string> {
  const now: Record<string, string> = { ...before };
  for (const row of rows) {
    const [unit, name, typed] = [row.text("unit"), row.text(MODEL), row.text(KEY)];
    if (unit === "" || name === "") continue;
    const key = modelKey(unit, name);
    const order = Number(/\d+/u.exec(typed)?.[0]);
    if (typed === "") delete now[key];
    else now[key] = plan.steps.find((one) => one.order === order)?.id ?? typed;
  }
  return now;
}
