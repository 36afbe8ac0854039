/** Measures of an official page (thể thức): A4, Times New Roman, in the units that Word counts in. */

export const FONT = "Times New Roman";
/** Twentieths of a point, from millimetres. */
export const millimetres = (length: number): number => Math.round((length * 1440) / 25.4);
export const PAGE = { width: millimetres(210), height: millimetres(297) };
export const MARGIN = { top: millimetres(20), bottom: millimetres(20), left: millimetres(30), right: millimetres(15), header: millimetres(10), footer: millimetres(10) };
/** Width of the text. */
export const TEXT = PAGE.width - MARGIN.left - MARGIN.right;
/** Annexes are wide tables and lie across the page: margins turn with it. */
export const ANNEX_MARGIN = { ...MARGIN, left: MARGIN.top, right: MARGIN.bottom };
export const ANNEX_TEXT = PAGE.height - ANNEX_MARGIN.left - ANNEX_MARGIN.right;
/** Half points. */
export const SIZE = { body: 28, head: 26, motto: 28, table: 23, small: 22, recipients: 24, page: 26 };
export const FIRST_LINE = millimetres(12.7);
/** Twentieths of a point. */
export const BETWEEN = 120;
/** Of 240 a line. */
export const LINE = 276;
