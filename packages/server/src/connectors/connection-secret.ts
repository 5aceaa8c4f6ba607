import { RapportError } from '@rapport/contract';
import { z } from 'zod';

/** A secret is sealed for the host it may be sent to: a connection that was turned to another host cannot open it. */
export const secretPurpose = ({ kind, address }: { kind: string; address: string }): string =>
  `connection ${kind} ${new URL(address).origin}`;

/** @returns null where there is none, or none that opens */
export function readSecrets(
  { sealedSecret }: { sealedSecret: string | null },
  open: (sealed: string) => string,
): Record<string, string> | null {
  if (sealedSecret === null) return null;
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(open(sealedSecret)));
  } catch (error) {
    if (error instanceof RapportError) return null;
    throw error;
  }
}
