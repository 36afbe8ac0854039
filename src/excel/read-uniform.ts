/** What is equal over whole rectangles, asked for rectangle by rectangle; a mixed one is halved until it is not. */
import { askAll, type Question } from "./batches";
import type { Block } from "./read-cells";
import { cellCount, halves } from "./ranges";

export interface Uniform<Value> extends Block {
  readonly value: Value;
}

/** Loads of one range, and its value once loaded; `null`: mixed. */
export type AskUniform<Value> = (range: Excel.Range, block: Block) => () => Value | null;

/** Rectangles in which `ask` found one value; together they cover `blocks`. A single cell that stays mixed is `otherwise`. */
export async function readUniform<Value>(
  context: Excel.RequestContext, blocks: readonly Block[], addressOf: (block: Block) => string, ask: AskUniform<Value>, otherwise: Value, signal?: AbortSignal,
): Promise<Uniform<Value>[]> {
  const found: Uniform<Value>[] = [];
  const question = (block: Block): Question<{ readonly block: Block; readonly value: Value | null }> => ({
    cells: 20,
    ask: (running) => {
      const take = ask(running.workbook.worksheets.getItem(block.sheet).getRange(addressOf(block)), block);
      return () => ({ block, value: take() });
    },
    divide: () => [],
  });
  for (let open = [...blocks]; open.length > 0;) {
    const answers = await askAll(context, open.map(question), signal);
    open = answers.flatMap(({ block, value }) => {
      if (value === null && cellCount(block.range) > 1) return halves(block.range).map((range) => ({ sheet: block.sheet, range }));
      found.push({ ...block, value: value ?? otherwise });
      return [];
    });
  }
  return found;
}
