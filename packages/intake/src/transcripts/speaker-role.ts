/** Who is the agent: by the word that stands for a speaker, else by what they say, which is a guess to be confirmed. */
import type { AuthorRole } from '@rapport/contract';
import { readRole } from '../fields/read-role.ts';

const words: readonly [RegExp, AuthorRole][] = [
  [
    /^(?:caller|anrufer(?:in)?|kunde|kundin|client|cliente|klant|consumer|shopper|guest|member|patient|you|user)$/i,
    'customer',
  ],
  [
    /^(?:rep|csr|representative|advisor|adviser|operator|support|associate|call ?taker|consultant|conseiller|asesor|berater(?:in)?)$/i,
    'agent',
  ],
  [
    /^(?:ivr|voicebot|recording|automated (?:voice|message|system)|virtual (?:agent|assistant)|answering machine)$/i,
    'bot',
  ],
];

/** "Agent", "Customer 2", "Support Rep", "IVR"; null for a name or "Speaker 1". */
export function readSpeakerRole(speaker: string): AuthorRole | null {
  const word = speaker.replace(/[\s_#-]*\d{1,3}$/, '').trim();
  const known = readRole(word);
  if (known) return known;
  const found = words.find(([form]) => form.test(word));
  if (found) return found[1];
  const last =
    /^(?:support|service|call[\s-]?cent(?:er|re)|customer (?:service|support|care)) (?:agent|rep|representative|advisor|associate|specialist)$/i;
  return last.test(word) ? 'agent' : null;
}

/** "Speaker 1", "SPEAKER_00", "Channel 2", "Agent": somebody whose name nobody knows. */
export const isNameless = (speaker: string): boolean =>
  speaker === '' ||
  readSpeakerRole(speaker) !== null ||
  /^(?:speaker|sprecher(?:in)?|channel|person|participant|unknown|locuteur|hablante)[\s_#-]*\w{0,3}$/i.test(speaker);

const agentWords =
  /\b(?:thank(?:s| you) for (?:calling|contacting|reaching out|holding|your patience|waiting)|how (?:can|may) i (?:help|assist)|you(?:'|’)re (?:through to|speaking (?:to|with))|this call (?:may|is|will) be|is there anything else|anything else i can|(?:can|may|could) i (?:have|get|take) your|let me (?:check|pull|look|see what i)|i(?:'|’)ll (?:transfer|put you|process|look into|send you|arrange)|for (?:security|verification)|wie kann ich (?:ihnen )?helfen|was kann ich für sie tun|comment puis-je vous aider|en qué (?:le )?puedo ayudar)/gi;
const customerWords =
  /\b(?:i(?:'|’)m calling (?:about|because|to)|i am calling (?:about|because|to)|i(?:'|’)m having (?:a |an )?(?:problem|issue|trouble)|my (?:order|parcel|package|account|invoice|bill|subscription|delivery)\b|i (?:ordered|bought|paid|never received|haven(?:'|’)t received)|i(?:'|’)d like (?:to return|a refund|my money)|i want (?:a|my) (?:refund|money))/gi;

export interface SpeakerGuess {
  role: AuthorRole;
  /** True where the source's own word says it. */
  isSaid: boolean;
}

/** `firstIs` is what whoever speaks first mostly is: the agent answers a call, the customer opens a chat. */
export function guessSpeakers(
  turns: readonly { speaker: string; roleWord: string; text: string }[],
  firstIs: 'agent' | 'customer',
): Map<string, SpeakerGuess> {
  const found = new Map<string, SpeakerGuess>();
  const points = new Map<string, number>();
  for (const { speaker, roleWord, text } of turns) {
    const said = readSpeakerRole(roleWord) ?? readSpeakerRole(speaker);
    if (said) found.set(speaker, { role: said, isSaid: true });
    if (speaker === '') continue;
    const looked = text.slice(0, 2000);
    const score = (looked.match(agentWords)?.length ?? 0) - (looked.match(customerWords)?.length ?? 0);
    points.set(speaker, (points.get(speaker) ?? 0) + score);
  }
  const open = [...points.keys()].filter((speaker) => !found.has(speaker));
  const hasAgent = [...found.values()].some(({ role }) => role === 'agent');
  const hasCustomer = [...found.values()].some(({ role }) => role === 'customer');
  const agent = hasAgent ? null : pickAgent(open, points, hasCustomer ? 'agent' : firstIs);
  for (const speaker of open) {
    const role = speaker === agent || (hasCustomer && !hasAgent && open.length === 1) ? 'agent' : 'customer';
    found.set(speaker, { role, isSaid: false });
  }
  return found;
}

function pickAgent(
  open: readonly string[],
  points: ReadonlyMap<string, number>,
  firstIs: 'agent' | 'customer',
): string | null {
  const sorted = open.toSorted((a, b) => (points.get(b) ?? 0) - (points.get(a) ?? 0));
  const [best, second] = sorted;
  if (best === undefined) return null;
  if (second === undefined) return firstIs === 'agent' || (points.get(best) ?? 0) > 0 ? best : null;
  if ((points.get(best) ?? 0) > (points.get(second) ?? 0)) return best;
  return (firstIs === 'agent' ? open[0] : open[1]) ?? null;
}
