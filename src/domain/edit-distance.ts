/** How many letters must be typed, deleted or changed to turn one word into the other. */
export function editDistance(a: string, b: string): number {
  const from = [...a];
  const to = [...b];
  let above = to.map((_, column) => column + 1);
  for (const [row, letter] of from.entries()) {
    let left = row + 1;
    let diagonal = row;
    above = above.map((up, column) => {
      const cost = Math.min(up + 1, left + 1, diagonal + (letter === to[column] ? 0 : 1));
      diagonal = up;
      left = cost;
      return cost;
    });
  }
  return above.at(-1) ?? from.length;
}
