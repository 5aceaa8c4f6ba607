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
    : { marked: 'Too few to say', rest: ` how these ${conversations.toLocaleString('en-GB')} conversations ended.` };
}

function writeSentence({ asked, conversations }: Told): string {
  const csat = asked.find(({ measure }) => measure === 'csat');
  if (!csat) {
    return conversations === 0
      ? 'One conversation is enough to read; from twenty on outcomes carry a range.'
      : 'Nobody was asked, as far as these data say. A rating column in the export, or one question after the conversation, would tell what customers think; the rest is seen in their words and actions.';
  }
  const { answered, of, summary } = csat;
  const rated = `${answered.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} conversations carry a rating; who was asked the data do not say, and those who did not answer may think otherwise.`;
  return summary.lower === null || summary.upper === null
    ? `${rated} A share starts at twenty.`
    : `Likely ${hundredths(summary.lower)}–${hundredths(summary.upper)}. ${rated}`;
}
