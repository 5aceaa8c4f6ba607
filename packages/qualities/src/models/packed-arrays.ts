/**
 * One block of bytes that holds named arrays of numbers and a small description, as the weights travel.
 *
 *     const bytes = packArrays({ title: 'acts' }, { keys: new Int32Array([1]), rows: new Int8Array([3]) });
 *     unpackArrays(bytes).arrays.get('keys');
 *
 * Layout: "RPM1", length of the JSON header as 32-bit number, header, arrays, each beginning at a multiple of four.
 * Little-endian throughout.
 */
export type NumberArray = Int8Array | Int32Array | Float32Array;

interface Part {
  name: string;
  type: 'int8' | 'int32' | 'float32';
  length: number;
}

const magic = 0x314d5052;

export const packArrays = (about: unknown, arrays: Readonly<Record<string, NumberArray>>): Uint8Array => {
  const parts = Object.entries(arrays).map(
    ([name, array]): Part => ({ name, type: typeOf(array), length: array.length }),
  );
  const header = new TextEncoder().encode(JSON.stringify({ about, parts }));
  const start = aligned(8 + header.length);
  const size = Object.values(arrays).reduce((sum, array) => sum + aligned(array.byteLength), start);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, header.length, true);
  bytes.set(header, 8);
  let at = start;
  for (const array of Object.values(arrays)) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += aligned(array.byteLength);
  }
  return bytes;
};

/** Throws a RangeError with the cause when the bytes are not what `packArrays` wrote. */
export const unpackArrays = (bytes: Uint8Array): { about: unknown; arrays: ReadonlyMap<string, NumberArray> } => {
  // Copied so that every array begins at a multiple of four, wherever the bytes came from.
  const own = bytes.slice();
  const view = new DataView(own.buffer);
  if (own.length < 8 || view.getUint32(0, true) !== magic) {
    throw new RangeError('These bytes are not model weights: they do not begin as weight files do.');
  }
  const headerLength = view.getUint32(4, true);
  if (8 + headerLength > own.length) throw new RangeError('The model weights are cut off within their header.');
  // Written by packArrays above; the sizes are checked against the bytes below.
  const header = JSON.parse(new TextDecoder().decode(own.subarray(8, 8 + headerLength))) as {
    about: unknown;
    parts: Part[];
  };
  const arrays = new Map<string, NumberArray>();
  let at = aligned(8 + headerLength);
  for (const { name, type, length } of header.parts) {
    const byteLength = type === 'int8' ? length : length * 4;
    if (at + byteLength > own.length) throw new RangeError(`The model weights are cut off within "${name}".`);
    arrays.set(name, arrayOf(type, own.buffer, at, length));
    at += aligned(byteLength);
  }
  return { about: header.about, arrays };
};

const aligned = (size: number): number => (size + 3) & ~3;

const typeOf = (array: NumberArray): Part['type'] =>
  array instanceof Int8Array ? 'int8' : array instanceof Int32Array ? 'int32' : 'float32';

const arrayOf = (type: Part['type'], buffer: ArrayBuffer, at: number, length: number): NumberArray => {
  if (type === 'int8') return new Int8Array(buffer, at, length);
  return type === 'int32' ? new Int32Array(buffer, at, length) : new Float32Array(buffer, at, length);
};
