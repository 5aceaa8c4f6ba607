/** What was not scored and why, so that the counts add up. */
import { type ImportRun, notServiceKinds } from '@rapport/contract';
import { countOf, countWords } from './count-words.ts';

const reasons: Record<string, string> = {
  'bot-only': 'only bots answered',
  'no-agent-reply': 'no agent replied',
  'no-customer': 'no customer in it',
  language: 'in another language',
  'too-little-text': 'too little text',
  'too-long': 'too long, over 3,000 messages',
  'other-scorer': 'read by another version of the scorer',
  'logged-by-hand': 'written down by hand',
  newsletter: 'sent to a list',
  bounce: 'undelivered',
  alert: 'by a monitor',
  'auto-mail': 'by machines alone',
  invoice: 'with an invoice',
  supplier: 'with a supplier',
  staff: 'among your own people',
  spam: 'spam',
};

/** "4,844 conversations gone through: 4,801 scored, 43 not scored (20 only bots answered, 23 no agent replied)." Null before scoring. */
export function notScoredWords(run: Pick<ImportRun, 'counts'>): string | null {
  const { notScored, scored } = run.counts;
  const not = notScored.reduce((sum, one) => sum + one.conversations, 0);
  if (not === 0) return null;
  // `scored` counts every conversation that went through scoring, those that gave no score among them.
  const given = Math.max(0, scored - not);
  const why = [...notScored]
    .filter((one) => one.conversations > 0)
    .sort((one, other) => other.conversations - one.conversations)
    .map((one) => `${countWords(one.conversations)} ${reasonWords(one.reason)}`);
  return `${countOf(scored, 'conversation')} gone through: ${countWords(given)} scored, ${countWords(not)} not scored (${why.join(', ')}).`;
}

/** Something was left out as no service, which a person may want to look at. */
export const hasNotService = ({ counts }: Pick<ImportRun, 'counts'>): boolean =>
  counts.notScored.some(
    ({ reason, conversations }) => conversations > 0 && notServiceKinds.some((one) => one === reason),
  );

/** A reason may carry its detail after a colon, such as "language:de" or "language: German". */
export function reasonWords(reason: string): string {
  const [kind = '', detail] = reason.split(/:\s*/, 2);
  const words = reasons[kind] ?? reason;
  return detail === undefined || words === reason ? words : `${words} (${detail})`;
}
