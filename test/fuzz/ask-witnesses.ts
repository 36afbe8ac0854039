/** Asks the other readers, one file at a time, and does not wait for one that never answers. */
import { fork, type ChildProcess } from "node:child_process";
import { programBeside } from "../../src/cli/program-beside";
import type { AskedOfWitnesses, Testimony } from "./witness-process";

export interface Witnesses {
  /** `null` where they never answered. */
  readonly ask: (about: Omit<AskedOfWitnesses, "id">) => Promise<Testimony["seen"] | null>;
  readonly end: () => void;
}

const PATIENCE = 10_000;

export function startWitnesses(): Witnesses {
  let child: ChildProcess | null = null;
  let last = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const started = (): ChildProcess => {
    const { file, execArgv } = programBeside(__dirname, "witness-process");
    child ??= fork(file, { execArgv: [...execArgv, "--max-old-space-size=1024"], serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"] });
    return child;
  };
  const end = (): void => {
    child?.kill("SIGKILL");
    child = null;
  };
  const one = (about: Omit<AskedOfWitnesses, "id">): Promise<Testimony["seen"] | null> => new Promise((resolve) => {
    const asked: AskedOfWitnesses = { id: (last += 1), ...about };
    const witness = started();
    const settle = (seen: Testimony["seen"] | null): void => {
      clearTimeout(clock);
      witness.off("message", hear);
      witness.off("exit", lose);
      if (seen === null) end();
      resolve(seen);
    };
    const hear = (answer: unknown): void => {
      const { id, seen } = answer as Testimony;
      if (id === asked.id) settle(seen);
    };
    const lose = (): void => settle(null);
    const clock = setTimeout(lose, PATIENCE);
    witness.on("message", hear);
    witness.on("exit", lose);
    witness.send(asked, () => undefined);
  });
  return { ask: (about) => (turn = turn.then(() => one(about))) as Promise<Testimony["seen"] | null>, end };
}
