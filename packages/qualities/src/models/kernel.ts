/**
 * The two inner loops of the models, over one block of memory: rows of signed bytes are added up, and hidden values are
 * weighed into outputs. In WebAssembly with 128-bit instructions where the host allows it, else in plain JavaScript with
 * the same roundings, so that both give the same numbers.
 */
export interface Kernel {
  buffer: ArrayBuffer;
  /**
   * Adds the rows whose addresses stand at `list`, then `target += sum * factor * scale` for each of `width` columns.
   * `width` is a multiple of 16; at most `mostRows` rows at a time.
   */
  addRows: (list: number, count: number, width: number, scales: number, target: number, factor: number) => void;
  /** `sums += value * row` for every positive one of `units` hidden values; rows have `outputWidth` numbers. */
  addOutputs: (hidden: number, units: number, outputs: number, sums: number) => void;
}

/** Sums of so many bytes still fit 16 bits. */
export const mostRows = 250;
export const outputWidth = 28;

/** A kernel with `size` bytes of memory, all zero. */
export const createKernel = (size: number): Kernel => createFastKernel(size) ?? createPlainKernel(size);

/** Null where the host has no WebAssembly with 128-bit instructions, or a page's policy forbids it. */
export const createFastKernel = (size: number): Kernel | null => {
  try {
    const bytes = Uint8Array.from(atob(compiled), (character) => character.charCodeAt(0));
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    const { memory, addRows, addOutputs } = exports;
    if (!(memory instanceof WebAssembly.Memory)) return null;
    memory.grow(Math.ceil(size / 65_536));
    // The functions are those of kernel.wat, with the parameters of the interface.
    return { buffer: memory.buffer, addRows, addOutputs } as Kernel;
  } catch {
    return null;
  }
};

export const createPlainKernel = (size: number): Kernel => {
  const buffer = new ArrayBuffer((size + 15) & ~15);
  const bytes = new Int8Array(buffer);
  const whole = new Int32Array(buffer);
  const floats = new Float32Array(buffer);
  const { fround } = Math;
  // Every index below is in range when the caller's are; `?? 0` was measured to cost a third of the speed.
  return {
    buffer,
    addRows: (list, count, width, scales, target, factor) => {
      const sums = new Int32Array(width);
      const exact = fround(factor);
      for (let at = 0; at < count; at += 1) {
        let from = whole[(list >> 2) + at] as number;
        for (let column = 0; column < width; column += 1, from += 1)
          sums[column] = (sums[column] as number) + (bytes[from] as number);
      }
      for (let column = 0; column < width; column += 1) {
        const add = fround(fround((sums[column] as number) * exact) * (floats[(scales >> 2) + column] as number));
        const to = (target >> 2) + column;
        floats[to] = (floats[to] as number) + add;
      }
    },
    addOutputs: (hidden, units, outputs, sums) => {
      for (let unit = 0; unit < units; unit += 1) {
        const value = floats[(hidden >> 2) + unit] as number;
        if (!(value > 0)) continue;
        let from = (outputs >> 2) + unit * outputWidth;
        for (let to = sums >> 2; to < (sums >> 2) + outputWidth; to += 1, from += 1)
          floats[to] = (floats[to] as number) + fround(value * (floats[from] as number));
      }
    },
  };
};

/** kernel.wat beside this file, compiled by wat2wasm 1.0 of the WebAssembly Binary Toolkit. */
const compiled =
  'AGFzbQEAAAABEQJgBn9/f39/fQBgBH9/f38AAwMCAAEFAwEAAQchAwZtZW1vcnkCAAdhZGRSb3dzAAAKYWRkT3V0cHV0cwABCvkEAr4CAwN/BHsCfyAF/RMhDCAAIAFBAnRqIQgCQANAIAYgAk4NAf0MAAAAAAAAAAAAAAAAAAAAACEJ/QwAAAAAAAAAAAAAAAAAAAAAIQogACEHAkADQCAHIAhPDQEgBygCACAGav0ABAAhCyAJIAv9hwH9jgEhCSAKIAv9iAH9jgEhCiAHQQRqIQcMAAsLIAQgBkECdGohDSADIAZBAnRqIQ4gDSAN/QAEACAJ/acB/foBIAz95gEgDv0ABAD95gH95AH9CwQAIA0gDf0ABBAgCf2oAf36ASAM/eYBIA79AAQQ/eYB/eQB/QsEECANIA39AAQgIAr9pwH9+gEgDP3mASAO/QAEIP3mAf3kAf0LBCAgDSAN/QAEMCAK/agB/foBIAz95gEgDv0ABDD95gH95AH9CwQwIAZBEGohBgwACwsLtgIDAX8BfQh7IAP9AAQAIQcgA/0ABBAhCCAD/QAEICEJIAP9AAQwIQogA/0ABEAhCyAD/QAEUCEMIAP9AARgIQ0gACABQQJ0aiEEAkADQCAAIARPDQEgACoCACEFIAVDAAAAAF4EQCAF/RMhBiAHIAYgAv0ABAD95gH95AEhByAIIAYgAv0ABBD95gH95AEhCCAJIAYgAv0ABCD95gH95AEhCSAKIAYgAv0ABDD95gH95AEhCiALIAYgAv0ABED95gH95AEhCyAMIAYgAv0ABFD95gH95AEhDCANIAYgAv0ABGD95gH95AEhDQsgAEEEaiEAIAJB8ABqIQIMAAsLIAMgB/0LBAAgAyAI/QsEECADIAn9CwQgIAMgCv0LBDAgAyAL/QsEQCADIAz9CwRQIAMgDf0LBGAL';
