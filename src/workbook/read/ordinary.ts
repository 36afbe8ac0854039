/**
 * Whether a file is of the ordinary kind (tệp thông thường): small, and read in a time that its size bounds. Everything
 * else is better read where reading can be ended.
 */
import { sniff } from "./sniff";
import { zipEntries } from "./zip";

const LARGEST = 2 * 1024 * 1024;
/** What it unpacks to: a hundred times an ordinary form. */
const LARGEST_EXPANDED = 8 * 1024 * 1024;
const [ZIP, OLD_CONTAINER] = [0x50, 0xd0];

export function isOrdinary(bytes: Uint8Array, name: string): boolean {
  if (bytes.length > LARGEST || bytes[0] === OLD_CONTAINER) return false;
  if (bytes[0] !== ZIP) return sniff(bytes, name).is !== "workbook";
  const entries = zipEntries(bytes);
  if (!entries) return true;
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  return size <= LARGEST_EXPANDED && entries.some(({ path }) => path === "xl/workbook.xml");
}
