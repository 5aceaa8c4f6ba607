/**
 * One plain sentence on a conversation, from what was found in it: how the trouble was met, then how it ended for the
 * customer. It speaks of replies and of the customer's own words, never of what an agent is like or felt.
 *
 * @example describeConversation({ … fix before acknowledgement, customer lifted … })
 * // 'The fix came before the trouble was acknowledged; the customer ended happier than they began.'
 */
import { type ConversationDetail, type QualityId, qualityWords, type Verdict } from '@rapport/contract';

export type DescribedParts = Pick<
  ConversationDetail,
  'messages' | 'moments' | 'orderOfCare' | 'signals' | 'exceptional' | 'notScored' | 'scorerVersion' | 'wroteAgain'
>;

export function describeConversation(parts: DescribedParts): string {
  if (parts.notScored !== null) return `${notScoredSentences[parts.notScored] ?? 'No reply in it was scored'}.`;
  if (parts.scorerVersion === null) return 'It is stored and waits for its scores.';
  if (parts.exceptional) return 'Every moment was met, one of them beyond what was asked, and the customer said so.';
  const ending = describeEnding(parts);
  return `${describeCare(parts)}${ending === null ? '' : `; ${ending}`}.`;
}

const notScoredSentences: Readonly<Record<string, string>> = {
  'bot-only': 'Only a bot answered, so no reply was scored',
  'no-agent-reply': 'Nobody of the team replied, so there is nothing to score',
  'no-customer': 'No customer wrote in it, so there is nothing to score',
  language: 'It is not in a language that is scored today',
  'too-little-text': 'There is too little text to score',
  'too-long': 'It is longer than a conversation is, so nothing in it was scored',
  'logged-by-hand': 'It was written down by hand by whoever had it, so there is nothing said to score',
  newsletter: 'It is taken for a newsletter, so it is kept and not scored',
  bounce: 'It is a mail that could not be delivered, so it is kept and not scored',
  alert: 'A machine reports on itself in it, so it is kept and not scored',
  'auto-mail': 'Only machines write in it, so it is kept and not scored',
  invoice: 'It is taken for an invoice, so it is kept and not scored',
  supplier: 'It is taken for one with a supplier, so it is kept and not scored',
  staff: 'Only your own people write in it, so it is kept and not scored',
  spam: 'It is taken for spam, so it is kept and not scored',
};

/** The scores below the sentence say the same: nothing is called met, or acknowledged, that a moment calls missed. */
function describeCare({ moments, orderOfCare }: DescribedParts): string {
  if (orderOfCare.some(({ outOfOrder }) => outOfOrder)) return 'The fix came before the trouble was acknowledged';
  const missed = qualitiesWith(moments, 'missed');
  const acknowledged = orderOfCare.some(({ step }) => step === 'acknowledged');
  if (missed.includes('empathy') && !acknowledged) return 'The replies never acknowledged the trouble';
  const isHeard = moments.some(({ quality }) => quality === 'empathy') && !missed.includes('empathy');
  if (missed.length > 0) {
    const opening = isHeard ? 'The trouble was acknowledged, but the replies' : 'The replies';
    return `${opening} left a moment of ${listNames(missed)} unmet`;
  }
  if (moments.length === 0) return 'Nothing in it called for a service quality';
  const opening = isHeard ? 'The trouble was acknowledged, and the replies' : 'The replies';
  const partly = qualitiesWith(moments, 'partly');
  return `${opening} met what was called for${partly.length > 0 ? `, ${listNames(partly)} only in part` : ''}`;
}

function describeEnding({ messages, signals, wroteAgain }: DescribedParts): string | null {
  const said = new Set<string>(signals.map(({ kind }) => kind));
  for (const [kind, sentence] of endings) if (said.has(kind)) return sentence;
  if (wroteAgain === true) return 'the customer had to write again';
  const feelings = messages.flatMap(({ emotion }) => (emotion === null ? [] : [emotion.valence]));
  const [first, last] = [feelings[0], feelings.at(-1)];
  if (feelings.length < 2 || first === undefined || last === undefined) return null;
  if (last - first >= feelingStep) return 'the customer ended happier than they began';
  if (first - last >= feelingStep) return 'the customer ended less happy than they began';
  return null;
}

/** A change of feeling smaller than this (of −1 to 1) is not put into words: one lukewarm phrase moves it that much. */
const feelingStep = 0.25;

/** What weighs most is said; a thank-you after a threat to leave does not undo the threat. */
const endings: readonly [string, string][] = [
  ['threatened-to-leave', 'the customer spoke of leaving'],
  ['asked-for-manager', 'the customer asked for somebody above'],
  ['denied-resolved', 'the customer said it was not solved'],
  ['chased', 'the customer had to ask where the answer was'],
  ['repeated', 'the customer had to say it again'],
  ['confirmed-resolved', 'the customer confirmed that it was solved'],
  ['thanked', 'the customer said thank you'],
];

function qualitiesWith(moments: DescribedParts['moments'], verdict: Verdict): QualityId[] {
  return [...new Set(moments.filter((moment) => moment.verdict === verdict).map(({ quality }) => quality))];
}

function listNames(qualities: readonly QualityId[]): string {
  const names = qualities.slice(0, 2).map((id) => qualityWords[id].name.toLowerCase());
  const rest = qualities.length - names.length;
  return rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(' and ');
}
