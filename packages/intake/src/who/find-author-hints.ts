/**
 * Who is who: what the habits of an author say about whether a person writes, before anybody's words are scored. A bot
 * scored as an agent spoils every number that follows; an agent taken for a bot is put right by a person in a second.
 */
import type { Author, AuthorRole } from '@rapport/contract';

export interface AuthorActivity {
  id: string;
  name: string;
  role: AuthorRole;
  roleGuessed: boolean;
  messages: number;
  conversations: number;
  /** How many messages the author's most frequent text makes up. */
  mostFrequentTextMessages: number;
  /** Messages that follow somebody else's message and whose times are known. */
  timedReplies: number;
  /** Of those, the ones within five seconds. */
  repliesWithinFiveSeconds: number;
  /** How many of the 24 hours of the day the author has written in, over all days. */
  activeHours: number;
  /** How many calendar days the author has written on. */
  activeDays: number;
}

export type AuthorHint = Author['hints'][number];

export interface AuthorProposal {
  id: string;
  /** Null when nothing speaks against the role as it is. */
  proposedRole: AuthorRole | null;
  hints: AuthorHint[];
  why: string;
}

const fewestMessages = 10;
const botName =
  /(?:^|[\s._@-])(?:bot|chatbot|ai|auto|automation|autoreply|auto-?reply|auto-?responder|virtual assistant|virtual agent|answer ?bot|no-?reply|do-?not-?reply|noreply|mailer-daemon|postmaster|notifications?|system)(?:$|[\s._@\d-])/i;
const sharedName =
  /^(?:the )?(?:support|help|helpdesk|service|customer (?:service|care|support)|info|team|hello|contact|office|sales|billing|admin|kundenservice|service client|atenci[oó]n al cliente)(?:[\s-](?:team|desk|staff|center|centre|department))?(?:@.*)?$/i;

/** Only agents are looked at for being bots: what customers are does not change what is scored. */
export function findAuthorHints(authors: readonly AuthorActivity[]): AuthorProposal[] {
  return authors.map((one) => {
    const hints: AuthorHint[] = [];
    const reasons: string[] = [];
    let botPoints = 0;
    if (one.role === 'agent') {
      const enough = one.messages >= fewestMessages;
      const sameShare = one.mostFrequentTextMessages / Math.max(1, one.messages);
      if (enough && sameShare > 0.5) {
        hints.push('same-text');
        reasons.push(`${percent(sameShare)} of ${one.messages} messages are one and the same text`);
        botPoints += 2;
      }
      const quickShare = one.repliesWithinFiveSeconds / Math.max(1, one.timedReplies);
      if (one.timedReplies >= fewestMessages && quickShare > 0.5) {
        hints.push('instant-replies');
        reasons.push(`${percent(quickShare)} of ${one.timedReplies} replies come within five seconds`);
        botPoints += 2;
      }
      // A person on changing shifts reaches many hours of the day over months, so that this alone decides nothing.
      if (one.messages >= 50 && one.activeDays >= 3 && one.activeHours >= 22) {
        hints.push('round-the-clock');
        reasons.push(`it writes in ${one.activeHours} of the 24 hours of the day`);
        botPoints += 1;
      }
      if (botName.test(one.name)) {
        reasons.push('the name is that of a machine');
        botPoints += 1;
      }
      if (sharedName.test(one.name.trim())) {
        hints.push('shared-name');
        reasons.push('the name is that of a mailbox many people may write from');
      }
    }
    hints.push(one.roleGuessed ? 'guessed-first-author' : 'said-by-file');
    const proposedRole = botPoints >= 2 ? 'bot' : null;
    return { id: one.id, proposedRole, hints, why: describe(one, reasons, proposedRole) };
  });
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function describe(one: AuthorActivity, reasons: readonly string[], proposed: AuthorRole | null): string {
  const start = one.roleGuessed
    ? `The file does not say who this is; “${one.role}” is a guess from who wrote first`
    : `The file says “${one.role}”`;
  if (reasons.length === 0) return `${start}.`;
  const list = reasons.length === 1 ? reasons[0] : `${reasons.slice(0, -1).join(', ')} and ${reasons.at(-1)}`;
  return `${start}; ${list}${proposed ? `, so it is probably a ${proposed}` : ''}.`;
}
