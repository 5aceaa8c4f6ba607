/** By whose clock. Numbers such as "+02:00" are refused: they keep no summer time, and the store reads their sign the other way. */
import { z } from 'zod';

export const timeZone = z
  .string()
  .max(60)
  .refine(isKnown, { message: 'This is no time zone that is known; name one such as Europe/Berlin, or UTC' });

function isKnown(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
