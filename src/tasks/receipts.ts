/** Days of arrival stated by the officer (ngày nhận): a small table of file and day, as CSV. */

/** Reads `file,day` lines (comma, semicolon or tab; ISO or day/month/year); lines it cannot read are returned, not dropped. */
export function parseReceipts(csv: string): { receipts: Map<string, string>; unread: string[] } {
  const receipts = new Map<string, string>();
  const unread: string[] = [];
  const lines = csv.replace(/^\uFEFF/, "").split(/\r?\n/).filter((line) => line.trim() !== "");
  for (const [index, line] of lines.entries()) {
    const [file = "", day = ""] = fields(line);
    const iso = isoDay(day);
    if (file !== "" && iso) receipts.set(file.normalize("NFC"), iso);
    else if (index > 0) unread.push(line);
  }
  return { receipts, unread };
}

function fields(line: string): string[] {
  const separator = line.includes("\t") ? "\t" : line.includes(";") ? ";" : ",";
  const found: string[] = [];
  let field = "";
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line.charAt(at);
    if (quoted && letter === '"' && line.charAt(at + 1) === '"') { field += '"'; at += 1; }
    else if (letter === '"') quoted = !quoted;
    else if (letter === separator && !quoted) { found.push(field.trim()); field = ""; }
    else field += letter;
  }
  return [...found, field.trim()];
}

/** An ISO day from `2025-10-17`, `17/10/2025`, `17-10-2025` or `17.10.2025`; `null` for what is no day of the calendar. */
export function isoDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text.trim());
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(text.trim());
  const parts = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : null;
  if (!parts) return null;
  const day = `${parts[0]}-${parts[1]?.padStart(2, "0")}-${parts[2]?.padStart(2, "0")}`;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}
