/** What the customer said that the draft passes over, each with the customer's own words. */
import type { Moment, QualityId } from '@rapport/contract';
import type { DraftFinding } from '../check-draft.ts';
import type { Reading } from '../reading.ts';
import { acknowledgementIn } from '../thread/acknowledgement.ts';
import { contentWordsOf, sharedWords } from '../thread/content-words.ts';
import { evidenceOf, type Spot, spotDoes, spotDoesAny, spotsOf } from '../thread/spot.ts';
import { stake, troubleActs } from '../thread/voiced.ts';
import { daysIn } from './days.ts';
import { draftId, newestId } from './draft-reading.ts';
import { quoteOf } from './words.ts';

export const findSkipped = (
  reading: Reading,
  moments: readonly Moment[],
  wanted: ReadonlySet<QualityId>,
): DraftFinding[] => {
  const said = spotsOf(reading.messages.filter(({ message }) => message.id === newestId));
  const draft = spotsOf(reading.messages.filter(({ message }) => message.id === draftId));
  if (draft.length === 0) return [];
  return [
    unseenTrouble(said, draft, moments),
    openQuestions(said, draft),
    passedDay(said, draft),
    unusedFact(said, draft, moments),
  ].filter((finding): finding is DraftFinding => finding !== null && wanted.has(finding.quality));
};

const quotes = (spots: readonly Spot[]): DraftFinding['quotes'] =>
  spots.slice(0, 3).map((spot) => quoteOf(evidenceOf(spot)));

const careQualities: readonly QualityId[] = ['empathy', 'people-first', 'emotional-intelligence'];

const unseenTrouble = (
  said: readonly Spot[],
  draft: readonly Spot[],
  moments: readonly Moment[],
): DraftFinding | null => {
  const unmet = moments.filter(({ quality, verdict }) => careQualities.includes(quality) && verdict !== 'met');
  const quality = unmet[0]?.quality;
  if (!quality) return null;
  const painful = said.filter(
    (spot) =>
      (spotDoesAny(spot, ['complain', 'personal-fact']) && !spotDoes(spot, 'ask')) || stake.test(spot.sentence.text),
  );
  const shown = painful.length > 0 ? painful : said.filter((spot) => spotDoesAny(spot, troubleActs)).slice(0, 1);
  if (shown.length === 0) return null;
  const found = acknowledgementIn(draft, contentWordsOf(said));
  if (found?.kind === 'case' && found.at > 0)
    return {
      title: 'Acknowledge first',
      quotes: quotes(shown),
      sentence: 'You saw it, but only after the process. Put that sentence at the start.',
      quality,
    };
  if (found?.kind === 'case' || (found && unmet.every(({ quality: one }) => one === 'people-first'))) return null;
  return {
    title: found ? 'Name what happened' : 'Acknowledge first',
    quotes: quotes(shown),
    sentence: found
      ? 'Your words of care would fit any case. Say what you saw in theirs.'
      : 'They told you what it means to them. Say that you saw it before you go on.',
    quality,
  };
};

const answering = ['inform', 'instruct', 'offer-solution', 'offer-alternative', 'promise', 'refuse', 'own'] as const;

/** A question is open when the draft shares none of its words and has no answer left over for it. */
const openQuestions = (said: readonly Spot[], draft: readonly Spot[]): DraftFinding | null => {
  const questions = said.filter((spot) => spotDoes(spot, 'ask'));
  const answers = draft.filter((spot) => spotDoesAny(spot, answering));
  const untouched = questions.filter((question) => {
    const words = contentWordsOf([question]);
    return words.size > 0 && !draft.some((spot) => sharedWords(spot.sentence, words) > 0);
  });
  const open = untouched.slice(0, Math.max(0, questions.length - answers.length));
  if (open.length === 0) return null;
  return {
    title: open.length === 1 ? 'A question is open' : `${open.length} questions are open`,
    quotes: quotes(open),
    sentence: 'Answer it, or say when you will.',
    quality: 'active-listening',
  };
};

/** A day the customer counts on and the draft does not mention. */
const passedDay = (said: readonly Spot[], draft: readonly Spot[]): DraftFinding | null => {
  const mentioned = new Set(draft.flatMap(({ sentence }) => daysIn(sentence.text)));
  for (const spot of said) {
    const day = daysIn(spot.sentence.text).find((one) => !mentioned.has(one));
    if (!day || !counts.test(spot.sentence.text)) continue;
    return {
      title: `${day} matters to them`,
      quotes: quotes([spot]),
      sentence: 'Say what you can do by then, or that you cannot.',
      quality: 'personalization',
    };
  }
  return null;
};

const counts =
  /\b(?:by|before|until|till|need|leave|leaving|fly|flying|travel\w*|party|wedding|birthday|exam|interview|trip|event|deadline|due|move|moving|appointment|starts?)\b/i;

const unusedFact = (said: readonly Spot[], draft: readonly Spot[], moments: readonly Moment[]): DraftFinding | null => {
  const missed = moments.find(({ quality, verdict }) => quality === 'personalization' && verdict === 'missed');
  const careMissed = moments.some(({ quality, verdict }) => careQualities.includes(quality) && verdict !== 'met');
  if (!missed || careMissed) return null;
  const words = contentWordsOf(draft);
  const unused = said.filter((spot) => spotDoes(spot, 'personal-fact') && sharedWords(spot.sentence, words) === 0);
  if (unused.length === 0) return null;
  return {
    title: 'Use what they told you',
    quotes: quotes(unused),
    sentence: 'They told you this about themselves; nothing in the draft takes it up.',
    quality: 'personalization',
  };
};
