/** The headline of outcomes: the asked rating where there is one, else what was seen; each named for what it is. */
import type { OutcomesAnswer } from '@rapport/contract';
import { hundredths } from '../write-sentences.ts';

type Told = Omit<OutcomesAnswer, 'headline' | 'sentence'>;

export function sayOutcomes(answer: Told): Pick<OutcomesAnswer, 'headline' | 'sentence'> {
  return { headline: writeHeadline(answer), sentence: writeSentence(answer) };
}

function writeHeadline({ asked, seen, conversations }: Told): OutcomesAnswer['headline'] {
  const satisfied = asked.find(({ measure }) => measure === 'csat')?.summary;
  if (satisfied && satisfied.value !== null) {
    return { marked: `${hundredths(satisfied.value)} of 100`, rest: ' customers who rated were satisfied.' };
  }
  const { feelingChange, wroteAgain } = seen;
  if (feelingChange.lower !== null && feelingChange.upper !== null) {
    if (feelingChange.lower > 0)
      return { marked: 'Customers end happier', rest: ' than they began, as far as words show.' };
    if (feelingChange.upper < 0)
      return { marked: 'Customers end less happy', rest: ' than they began, as far as words show.' };
    return { marked: 'No clear change of feeling', rest: ' from first to last message.' };
  }
  if (wroteAgain.value !== null) {
    return { marked: `${hundredths(wroteAgain.value)} of 100`, rest: ' customers had to write again.' };
  }
  return conversations === 0
    ? { marked: 'Nothing is scored yet.', rest: '' }
    : {
        marked: 'Too few to say',
        rest: ` how ${conversations === 1 ? 'this conversation' : `these ${conversations.toLocaleString('en-GB')} conversations`} ended.`,
      };
}

function writeSentence({ asked, conversations }: Told): string {
  if (conversations === 0)
    return 'One conversation is enough to read; from twenty on outcomes carry a range. Drop one export.';
  const csat = asked.find(({ measure }) => measure === 'csat');
  if (!csat) {
    const seen = asked.length === 0 ? 'Nobody was asked, as far as these data say' : 'Nobody was asked for a rating';
    return `${seen}. Bring in a rating column with the export, or ask one question after the conversation; the rest is seen in words and actions.`;
  }
  const { answered, of, summary } = csat;
  const rated = `${answered.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} conversations carry a rating; who was asked the data do not say, and those who did not answer may think otherwise.`;
  if (summary.lower === null || summary.upper === null) return `${rated} A share starts at twenty: read these first.`;
  return `Likely ${hundredths(summary.lower)}–${hundredths(summary.upper)}. ${rated} ${nextStep(summary)}`;
}

function nextStep({ value }: Told['asked'][number]['summary']): string {
  if (value === 1) return 'Nobody who rated was dissatisfied, so read some who did not rate.';
  if (value === 0) return 'Nobody who rated was satisfied, so begin with their words: read five of them.';
  return 'Read those who rated low first.';
}
