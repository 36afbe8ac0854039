/** What the product is made of: exact versions, the same in the lockfile, and nothing known to be unsafe where strangers' files are read. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");
const json = (name: string): Record<string, unknown> => JSON.parse(readFileSync(join(root, name), "utf8")) as Record<string, unknown>;
const { dependencies, devDependencies } = json("package.json") as Record<"dependencies" | "devDependencies", Record<string, string>>;
const { packages } = json("package-lock.json") as { packages: Record<string, { version?: string; resolved?: string }> };

test.each(Object.entries({ ...dependencies, ...devDependencies }))("%s is the very version %s, in the lockfile too", (name, version) => {
  expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  expect(packages[`node_modules/${name}`]?.version).toBe(version);
});

test("the reader of workbooks that lacks its corrections is nowhere among them", () => {
  expect(Object.keys(packages).filter((path) => /(^|\/)node_modules\/xlsx$/.test(path))).toEqual([]);
});

test("everything comes from the public registry", () => {
  const elsewhere = Object.values(packages).flatMap(({ resolved }) => (resolved && !resolved.startsWith("https://registry.npmjs.org/") ? [resolved] : []));
  expect(elsewhere).toEqual([]);
});
