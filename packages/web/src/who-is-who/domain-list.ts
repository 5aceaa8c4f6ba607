/** The team's own domains as a person writes them: one after the other, with or without what stands before the @. */
import { ownDomainName } from '@rapport/contract';

export interface DomainList {
  domains: string[];
  /** The first word that is no domain; null when all are. */
  wrong: string | null;
}

export function parseDomains(text: string): DomainList {
  const words = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((word) => word.slice(word.lastIndexOf('@') + 1))
    .filter((word) => word !== '');
  const wrong = words.find((word) => !ownDomainName.safeParse(word).success) ?? null;
  return { domains: [...new Set(words)], wrong };
}
