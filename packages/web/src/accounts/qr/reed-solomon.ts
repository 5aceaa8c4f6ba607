/** Codewords that mend others: Reed and Solomon's, over the field of 256 with x^8 + x^4 + x^3 + x^2 + 1 (ISO/IEC 18004). */

/** @param degree how many codewords of correction are wanted */
export function correctionOf(data: readonly number[], degree: number): number[] {
  const divisor = divisorOf(degree);
  const rest = new Array<number>(degree).fill(0);
  for (const one of data) {
    const factor = one ^ (rest.shift() ?? 0);
    rest.push(0);
    for (let i = 0; i < degree; i++) rest[i] = (rest[i] ?? 0) ^ multiply(divisor[i] ?? 0, factor);
  }
  return rest;
}

/** The product of (x − 2^i) for i below the degree, without its leading one. */
function divisorOf(degree: number): number[] {
  const divisor = new Array<number>(degree).fill(0);
  divisor[degree - 1] = 1;
  let root = 1;
  for (let i = 0; i < degree; i++) {
    for (let j = 0; j < degree; j++) divisor[j] = multiply(divisor[j] ?? 0, root) ^ (divisor[j + 1] ?? 0);
    root = multiply(root, 2);
  }
  return divisor;
}

function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> bit) & 1) * a;
  }
  return product;
}
