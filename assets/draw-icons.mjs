// Draws the icons of the add-in: an open register (sổ) with a check mark, and one for each command of the ribbon. Run
// after changing it:
//   node assets/draw-icons.mjs
// Pure Node: shapes are sampled 8 × 8 per pixel and written as PNG with zlib. Small sizes are
// drawn with fewer, thicker strokes on whole pixels, so that they stay legible in the ribbon.
import { writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

const colours = {
  cover: [0x1b, 0x4f, 0x8f],
  leftPage: [0xff, 0xff, 0xff],
  rightPage: [0xe6, 0xef, 0xf9],
  row: [0x8f, 0xb4, 0xdc],
  check: [0xf0, 0xae, 0x1a],
  edge: [0x1b, 0x4f, 0x8f],
};

/** Distances in a unit square, y down. Every stroke width is at least a fixed number of pixels. */
function layersFor(size) {
  const px = 1 / size;
  const small = size <= 24;
  const snap = (value) => (small ? Math.round(value * size) * px : value);
  const left = snap(0.03), right = 1 - left, top = snap(0.17), bottom = snap(0.86);
  const rim = Math.max(0.035, px);
  const sag = small ? px : 0.06;
  // The pages sag towards the spine, as those of a thick register do.
  const fall = (x) => (small ? (Math.abs(x - 0.5) < 2.5 * px ? px : 0) : sag * Math.pow(1 - Math.abs(x - 0.5) * 2, 2));
  const inPages = (x, y, inset) =>
    x > left + inset && x < right - inset && y > top + fall(x) + inset && y < bottom + fall(x) - sag - inset;
  const onCover = (x, y) => {
    const corner = small ? 0 : 0.05;
    const cx = Math.min(Math.max(x, left + corner), right - corner);
    const cy = Math.min(Math.max(y, top + corner), bottom - corner);
    return y > top + fall(x) - (small ? 0 : 0.005) && Math.hypot(x - cx, y - cy) <= corner + 1e-9;
  };
  const spine = Math.max(0.022, px / 2);
  const middle = small ? 0.5 - px / 2 : 0.5; // a spine of one whole pixel
  const rows = small ? 2 : size <= 40 ? 3 : 4;
  const rowHeight = Math.max(0.045, px);
  const onRow = (x, y) => {
    if (x < snap(left + rim + (small ? px : 0.08)) || x > snap(0.5 - spine - (small ? px : 0.06))) return false;
    const room = bottom - top - sag;
    for (let row = 0; row < rows; row++) {
      const at = snap(top + sag * 0.6 + (room * (row + 1)) / (rows + 1) - rowHeight / 2);
      if (y >= at && y < at + rowHeight) return true;
    }
    return false;
  };
  const check = small
    ? [[0.52, 0.53], [0.66, 0.68], [0.92, 0.22]]
    : [[0.50, 0.50], [0.655, 0.665], [0.905, 0.245]];
  const stroke = small ? Math.max(0.14, 2.1 * px) : 0.125;
  const toCheck = (x, y) => Math.min(toSegment(x, y, check[0], check[1]), toSegment(x, y, check[1], check[2]));
  const outline = small ? 0.8 * px : 0.035;
  return [
    { colour: colours.check, inside: (x, y) => toCheck(x, y) < stroke / 2 },
    { colour: colours.edge, inside: (x, y) => toCheck(x, y) < stroke / 2 + outline },
    { colour: colours.row, inside: (x, y) => inPages(x, y, rim) && onRow(x, y) },
    { colour: colours.edge, inside: (x, y) => Math.abs(x - middle) < spine && inPages(x, y, rim) },
    { colour: colours.leftPage, inside: (x, y) => x < 0.5 && inPages(x, y, rim) },
    { colour: colours.rightPage, inside: (x, y) => x >= 0.5 && inPages(x, y, rim) },
    { colour: colours.cover, inside: onCover },
  ];
}

function toSegment(x, y, [ax, ay], [bx, by]) {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

// The commands' icons, on a grid of 16 whose lines fall on whole pixels at 16, 32, 48, 64 and 80.
const box = (left, top, right, bottom) => (x, y) => x >= left && x < right && y >= top && y < bottom;
const triangle = (...corners) => (x, y) => {
  const side = ([ax, ay], [bx, by]) => (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0;
  return corners.every((corner, index) => side(corner, corners[(index + 1) % corners.length]));
};
const ring = (left, top, right, bottom, width) => (x, y) => box(left, top, right, bottom)(x, y) && !box(left + width, top + width, right - width, bottom - width)(x, y);
const line = (width, ...points) => (x, y) => points.slice(1).some((point, index) => toSegment(x, y, points[index], point) < width / 2);

const commands = {
  /** A sheet to be handed out, with a plus. */
  prepare: [
    [colours.check, line(2, [9.5, 12], [15.5, 12])], [colours.check, line(2, [12.5, 9], [12.5, 15])],
    [colours.row, box(4, 4, 10, 5)], [colours.row, box(4, 7, 10, 8)], [colours.row, box(4, 10, 7, 11)],
    [colours.edge, ring(2, 1, 12, 15, 1)], [colours.leftPage, box(2, 1, 12, 15)],
  ],
  /** Files falling into a tray. */
  receive: [
    [colours.check, box(7, 1, 9, 6)], [colours.check, triangle([4, 6], [12, 6], [8, 10])],
    [colours.edge, box(1, 9, 3, 15)], [colours.edge, box(13, 9, 15, 15)], [colours.edge, box(1, 13, 15, 15)],
    [colours.rightPage, box(3, 11, 13, 13)],
  ],
  /** Who handed in: a list with checks. */
  results: [
    [colours.check, line(1.6, [1.2, 3.5], [3, 5.2], [6, 1.6])], [colours.check, line(1.6, [1.2, 9.5], [3, 11.2], [6, 7.6])],
    [colours.edge, box(8, 3, 15, 5)], [colours.edge, box(8, 8, 15, 10)], [colours.row, box(8, 13, 15, 15)], [colours.row, ring(2, 12, 5, 15, 1)],
  ],
  /** Columns of a report. */
  report: [
    [colours.row, box(2, 8, 5, 14)], [colours.edge, box(6, 4, 9, 14)], [colours.check, box(10, 1, 13, 14)], [colours.edge, box(1, 14, 15, 15)],
  ],
};

const commandLayers = (command) => commands[command].map(([colour, inside]) => ({ colour, inside: (x, y) => inside(x * 16, y * 16) }));

function draw(size, layers) {
  const samples = 8;
  const pixels = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0];
      let hits = 0;
      for (let i = 0; i < samples * samples; i++) {
        const x = (column + ((i % samples) + 0.5) / samples) / size;
        const y = (row + (Math.floor(i / samples) + 0.5) / samples) / size;
        const layer = layers.find(({ inside }) => inside(x, y));
        if (!layer) continue;
        hits++;
        layer.colour.forEach((part, index) => (sum[index] += part));
      }
      const at = (row * size + column) * 4;
      sum.forEach((part, index) => (pixels[at + index] = hits ? Math.round(part / hits) : 0));
      pixels[at + 3] = Math.round((255 * hits) / (samples * samples));
    }
  }
  return pixels;
}

function png(size, pixels) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGB with alpha
  const lines = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row++) pixels.copy(lines, row * (size * 4 + 1) + 1, row * size * 4, (row + 1) * size * 4);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

for (const size of [16, 20, 24, 32, 40, 48, 64, 80, 128]) {
  writeFileSync(new URL(`icon-${size}.png`, import.meta.url), png(size, draw(size, layersFor(size))));
}
for (const command of Object.keys(commands)) {
  for (const size of [16, 20, 24, 32, 40, 48, 64, 80]) writeFileSync(new URL(`${command}-${size}.png`, import.meta.url), png(size, draw(size, commandLayers(command))));
}
