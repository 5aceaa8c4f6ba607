/**
 * A text as a QR code that any camera reads: bytes, correction level M (15 % may be hidden), the mask with the fewest
 * look-alikes of its own patterns (ISO/IEC 18004). Made here because the secret of an authenticator must reach no other
 * page, and the few hundred lines need no library.
 *
 *     encodeQr('otpauth://totp/Rapport:olga@example.org?secret=…').length // modules of one side
 */
import { codewordsOf } from './qr-codewords.ts';
import { drawFormat, drawPatterns, placeData, type QrMatrix } from './qr-matrix.ts';

/** @returns dark modules, row by row, without the quiet edge of four @throws RangeError when the text is too long */
export function encodeQr(text: string): boolean[][] {
  const choices = maskRules.map((_, mask) => encodeWithMask(text, mask));
  const penalties = choices.map(penaltyOf);
  return choices[penalties.indexOf(Math.min(...penalties))] ?? [];
}

export function encodeWithMask(text: string, mask: number): boolean[][] {
  const { version, codewords } = codewordsOf(text);
  const matrix = drawPatterns(version);
  placeData(matrix, codewords);
  applyMask(matrix, mask);
  drawFormat(matrix, mask);
  return matrix.dark;
}

const maskRules: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

function applyMask({ size, dark, fixed }: QrMatrix, mask: number): void {
  const isTurned = maskRules[mask] ?? (() => false);
  for (let row = 0; row < size; row++) {
    const line = dark[row] ?? [];
    for (let column = 0; column < size; column++) {
      if (fixed[row]?.[column] !== true && isTurned(row, column)) line[column] = line[column] !== true;
    }
  }
}

/** What makes a code hard to read: long runs, filled squares, look-alikes of a finder, too much dark or light. */
function penaltyOf(dark: readonly boolean[][]): number {
  const size = dark.length;
  const columns = Array.from({ length: size }, (_, column) => dark.map((row) => row[column] === true));
  const lines = [...dark, ...columns].map((line) => line.map((one) => (one ? '1' : '0')).join(''));
  let penalty = 0;
  for (const line of lines) {
    for (const run of line.match(/0{5,}|1{5,}/g) ?? []) penalty += run.length - 2;
    for (const look of ['10111010000', '00001011101']) {
      for (let at = line.indexOf(look); at >= 0; at = line.indexOf(look, at + 1)) penalty += 40;
    }
  }
  let count = 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const own = dark[row]?.[column];
      if (own === true) count += 1;
      const isSquare = [dark[row]?.[column + 1], dark[row + 1]?.[column], dark[row + 1]?.[column + 1]];
      if (isSquare.every((one) => one === own)) penalty += 3;
    }
  }
  return penalty + Math.floor(Math.abs((count / size ** 2) * 20 - 10)) * 10;
}
