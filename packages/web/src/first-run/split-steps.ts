/** Sets apart the ways out of a refusal that names one for each helpdesk, so that nobody reads six to find theirs. */

const names = ['Zendesk', 'Intercom', 'Freshdesk', 'Help Scout', 'A mailbox', 'Any other'];
const startOfStep = new RegExp(`(?:^|\\s)(?=(?:${names.join('|')}): )`);

export interface WayOut {
  lead: string;
  steps: { name: string; words: string }[];
}

/** A way out that names no helpdesk stays whole, as the lead. */
export function splitSteps(wayOut: string): WayOut {
  const [first = '', ...rest] = wayOut.split(startOfStep);
  const pieces = names.some((name) => first.startsWith(`${name}: `)) ? [first, ...rest] : rest;
  const lead = pieces.length > rest.length ? '' : first;
  return {
    lead,
    steps: pieces.map((piece) => {
      const at = piece.indexOf(': ');
      const words = piece.slice(at + 2).trim();
      return { name: piece.slice(0, at), words: words.charAt(0).toUpperCase() + words.slice(1) };
    }),
  };
}
