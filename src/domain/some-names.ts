/** Names in a sentence (kể tên đơn vị): more than a dozen tell nobody anything; how many there are is said beside them. */
const MOST = 12;

export function someNames(names: readonly string[]): string {
  return [...names.slice(0, MOST), ...(names.length > MOST ? ["…"] : [])].join("; ");
}
