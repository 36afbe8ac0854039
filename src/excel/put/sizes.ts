/** Column widths (độ rộng cột): characters of the default font, as files keep them, and points, as Excel's API does. */
const DIGIT = 7;

export function pointsOfWidth(width: number): number {
  return Math.floor(((256 * width + Math.floor(128 / DIGIT)) / 256) * DIGIT) * 0.75;
}

export function widthOfPoints(points: number): number {
  return points / 0.75 / DIGIT;
}

/** Screens round to whole pixels. */
export function sameSize(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.9;
}
