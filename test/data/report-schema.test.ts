import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { reportJsonSchema } from "#domain/report-json";

const file = join(__dirname, "../../docs/report.schema.json");

test("docs/report.schema.json is the schema of the JSON that aggregate writes (UPDATE_SCHEMA=1 renews it)", () => {
  const schema = `${JSON.stringify(z.toJSONSchema(reportJsonSchema), null, 2)}\n`;
  if (process.env["UPDATE_SCHEMA"] === "1") writeFileSync(file, schema);
  expect(readFileSync(file, "utf8")).toBe(schema);
});
