/** The square of a QR code: its fixed patterns, and where the data goes between them. */
export interface QrMatrix {
  size: number;
  /** Dark modules, row by row. */
  dark: boolean[][];
  /** Those that no mask may change. */
  fixed: boolean[][];
}

/** Finders, timing and alignment, with room kept for format and version. */
export function drawPatterns(version: number): QrMatrix {
  const size = 17 + 4 * version;
  const empty = () => Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  const matrix: QrMatrix = { size, dark: empty(), fixed: empty() };
  for (let i = 0; i < size; i++) {
    setFixed(matrix, 6, i, i % 2 === 0);
    setFixed(matrix, i, 6, i % 2 === 0);
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const) {
    drawRings(matrix, { row, column, reach: 4 });
  }
  const places = alignmentsOf(version);
  const last = places.length - 1;
  for (const [i, row] of places.entries()) {
    for (const [j, column] of places.entries()) {
      const isFinder = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0);
      if (!isFinder) drawRings(matrix, { row, column, reach: 2 });
    }
  }
  drawVersion(matrix, version);
  drawFormat(matrix, 0);
  return matrix;
}

/** Level M and the mask, twice, with their own correction. */
export function drawFormat(matrix: QrMatrix, mask: number): void {
  const { size } = matrix;
  let rest = mask; // level M is 00
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((mask << 10) | rest) ^ 0x5412;
  const bit = (i: number) => ((bits >>> i) & 1) === 1;
  for (let i = 0; i <= 5; i++) setFixed(matrix, i, 8, bit(i));
  setFixed(matrix, 7, 8, bit(6));
  setFixed(matrix, 8, 8, bit(7));
  setFixed(matrix, 8, 7, bit(8));
  for (let i = 9; i < 15; i++) setFixed(matrix, 8, 14 - i, bit(i));
  for (let i = 0; i < 8; i++) setFixed(matrix, 8, size - 1 - i, bit(i));
  for (let i = 8; i < 15; i++) setFixed(matrix, size - 15 + i, 8, bit(i));
  setFixed(matrix, size - 8, 8, true);
}

/** In pairs of columns from the right, up and down in turn, over everything that is not fixed. */
export function placeData(matrix: QrMatrix, codewords: readonly number[]): void {
  const { size, dark, fixed } = matrix;
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const isUp = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) {
      const row = isUp ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (fixed[row]?.[column] === true || at >= codewords.length * 8) continue;
        const line = dark[row];
        if (line !== undefined) line[column] = (((codewords[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1) === 1;
        at += 1;
      }
    }
  }
}

function setFixed({ size, dark, fixed }: QrMatrix, row: number, column: number, isDark: boolean): void {
  const [line, kept] = [dark[row], fixed[row]];
  if (line === undefined || kept === undefined || column < 0 || column >= size) return;
  line[column] = isDark;
  kept[column] = true;
}

/** Squares around a middle, dark and light in turn: a finder reaches four, an alignment two. */
function drawRings(matrix: QrMatrix, { row, column, reach }: { row: number; column: number; reach: 2 | 4 }): void {
  for (let y = -reach; y <= reach; y++) {
    for (let x = -reach; x <= reach; x++) {
      const ring = Math.max(Math.abs(x), Math.abs(y));
      setFixed(matrix, row + y, column + x, reach === 4 ? ring !== 2 && ring !== 4 : ring !== 1);
    }
  }
}

function alignmentsOf(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const size = 17 + 4 * version;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  const places = [6];
  for (let place = size - 7; places.length < count; place -= step) places.splice(1, 0, place);
  return places;
}

function drawVersion(matrix: QrMatrix, version: number): void {
  if (version < 7) return;
  let rest = version;
  for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let i = 0; i < 18; i++) {
    const isDark = ((bits >>> i) & 1) === 1;
    const [far, near] = [matrix.size - 11 + (i % 3), Math.floor(i / 3)];
    setFixed(matrix, near, far, isDark);
    setFixed(matrix, far, near, isDark);
  }
}
