/** Writes to stdout and waits while the reader is slow, so that a long output costs no memory. */
export async function writeText(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}

export const writeLine = (line: string): Promise<void> => writeText(`${line}\n`);
