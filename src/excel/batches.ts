/** Work for Excel in pieces it accepts (chia lô): by size, halved again where it is still too much. */
import { HostStop, isTooLarge } from "./host-faults";
import { has, stopIfCancelled } from "./run-excel";

/** One change. It may be sent twice: after a refusal for size nothing of it was done. */
export interface Operation {
  /** Estimated size on the wire. */
  readonly bytes: number;
  readonly apply: (context: Excel.RequestContext) => void;
}

/** Well under the 5 MB that Excel on the web takes in one request, answers included. */
const MOST_BYTES = 1_500_000;
const MOST_OPERATIONS = 400;

/** In order. A single change that is too large by itself is a fault with its size. */
export async function runOperations(context: Excel.RequestContext, operations: readonly Operation[], signal?: AbortSignal): Promise<void> {
  let batch: Operation[] = [];
  let bytes = 0;
  for (const operation of operations) {
    if (batch.length > 0 && (bytes + operation.bytes > MOST_BYTES || batch.length >= MOST_OPERATIONS)) {
      await sendBatch(context, batch, signal);
      batch = [];
      bytes = 0;
    }
    batch.push(operation);
    bytes += operation.bytes;
  }
  await sendBatch(context, batch, signal);
}

async function sendBatch(context: Excel.RequestContext, batch: readonly Operation[], signal: AbortSignal | undefined): Promise<void> {
  if (batch.length === 0) return;
  stopIfCancelled(signal);
  if (has("1.6")) context.application.suspendApiCalculationUntilNextSync();
  if (has("1.9")) context.application.suspendScreenUpdatingUntilNextSync();
  for (const { apply } of batch) apply(context);
  try {
    await context.sync();
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    if (batch.length === 1) throw new HostStop({ kind: "too-large", bytes: batch[0]?.bytes ?? 0 });
    const middle = Math.ceil(batch.length / 2);
    await sendBatch(context, batch.slice(0, middle), signal);
    await sendBatch(context, batch.slice(middle), signal);
  }
}

/** A question to Excel: what to load, and how its answer is taken once it is there. */
export interface Question<Answer> {
  /** Cells asked for, as a measure of the answer's size. */
  readonly cells: number;
  readonly ask: (context: Excel.RequestContext) => () => Answer;
  /** The same in smaller pieces; empty where it cannot be divided. */
  readonly divide: () => readonly Question<Answer>[];
}

const MOST_CELLS = 25_000;
const MOST_QUESTIONS = 400;

/** Every answer, in order; a question whose answer was too large counts as its pieces. */
export async function askAll<Answer>(context: Excel.RequestContext, questions: readonly Question<Answer>[], signal?: AbortSignal): Promise<Answer[]> {
  const answers: Answer[] = [];
  let batch: Question<Answer>[] = [];
  let cells = 0;
  for (const question of questions) {
    if (batch.length > 0 && (cells + question.cells > MOST_CELLS || batch.length >= MOST_QUESTIONS)) {
      answers.push(...(await askBatch(context, batch, signal)));
      batch = [];
      cells = 0;
    }
    batch.push(question);
    cells += question.cells;
  }
  answers.push(...(await askBatch(context, batch, signal)));
  return answers;
}

async function askBatch<Answer>(context: Excel.RequestContext, batch: readonly Question<Answer>[], signal: AbortSignal | undefined): Promise<Answer[]> {
  if (batch.length === 0) return [];
  stopIfCancelled(signal);
  const takers = batch.map(({ ask }) => ask(context));
  try {
    await context.sync();
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    const [only] = batch;
    const smaller = batch.length === 1 && only ? only.divide() : batch;
    if (smaller.length < 2) throw new HostStop({ kind: "too-large", bytes: (only?.cells ?? 0) * 20 });
    const middle = Math.ceil(smaller.length / 2);
    return [...(await askBatch(context, smaller.slice(0, middle), signal)), ...(await askBatch(context, smaller.slice(middle), signal))];
  }
  return takers.map((take) => take());
}
