import { zipSync } from 'fflate';

/** Files of a folder as one zip, not made smaller: it is unpacked a moment later. */
export function packPages(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...files }, { level: 0 });
}
