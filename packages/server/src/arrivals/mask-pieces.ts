import { type IntakeFormat, type MaskCounts, noMasks } from '@rapport/contract';
import { addMaskCounts } from '@rapport/intake';
import { countAgentDomains } from '../jobs/count-agent-domains.ts';
import type { Masking } from '../jobs/load-masking.ts';
import { createMasker } from '../jobs/mask-fragment.ts';
import { type ArrivalContent, type ArrivedPiece, fragmentOf } from './arrived-piece.ts';

/** What is stored of pieces. Counts whose domains wrote before their addresses are masked. */
export function maskPieces(pieces: readonly ArrivedPiece[], format: IntakeFormat, masking: Masking): ArrivalContent {
  const masker = createMasker(masking.pseudonymKey, masking.seal);
  const domains = new Map<string, number>();
  let masked: MaskCounts = noMasks;
  const maskedPieces = pieces.map((piece) => {
    countAgentDomains(piece.messages, format, domains);
    const { fragment, counts } = masker(fragmentOf(piece));
    masked = addMaskCounts(masked, counts);
    // Whole, so that it is not stored that an address stood beside its made name.
    const messages = fragment.messages.map(({ authorEmail, ...message }) =>
      authorEmail?.includes('@') === true ? { ...message, authorEmail } : message,
    );
    return { ...piece, conversation: fragment.conversation, messages };
  });
  return { pieces: maskedPieces, masked, agentDomains: [...domains] };
}
