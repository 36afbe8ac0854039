/** Scripts that the command line starts as threads and processes of their own (chương trình chạy cạnh). */
import { existsSync } from "node:fs";
import { join } from "node:path";

export interface ProgramBeside {
  readonly file: string;
  /** What Node has to be told to run it. */
  readonly execArgv: readonly string[];
}

/** The script of that name in the folder: put together like this program, or as a source, which TypeScript is read for. */
export function programBeside(folder: string, name: string): ProgramBeside {
  const built = join(folder, `${name}.js`);
  return existsSync(built) ? { file: built, execArgv: [] } : { file: join(folder, `${name}.ts`), execArgv: ["--require", "tsx/cjs"] };
}
