/** The ladder of how much is known with how much, as rows of a page. */
import type { Ladder } from '@rapport/contract';

export interface LadderRung {
  name: string;
  gives: string;
  /** Count so far against what this rung needs. */
  have: number;
  need: number;
  state: 'reached' | 'here' | 'ahead';
}

type Step = Ladder['step'];

const order: readonly Step[] = [
  'nothing',
  'one',
  'some',
  'thirty',
  'two-hundred-observed',
  'two-hundred-ratings',
  'four-hundred-reviews',
];

/** `some` (more than one, fewer than thirty conversations) stands on the rung of one conversation. */
export function ladderRungs(ladder: Ladder): LadderRung[] {
  const at = order.indexOf(ladder.step === 'some' ? 'one' : ladder.step);
  const rungs: { step: Step; name: string; gives: string; have: number; need: number }[] = [
    { step: 'one', name: 'One conversation', gives: 'its moments, with quotes', have: ladder.conversations, need: 1 },
    {
      step: 'thirty',
      name: '30 conversations',
      gives: 'how often each quality was met when called for',
      have: ladder.conversations,
      need: 30,
    },
    {
      step: 'two-hundred-observed',
      name: '200 with something observed',
      gives: 'what goes together with trouble, as a hint',
      have: ladder.observed,
      need: 200,
    },
    {
      step: 'two-hundred-ratings',
      name: '200 ratings',
      gives: 'what goes together with satisfaction, as a hint',
      have: ladder.ratings,
      need: 200,
    },
    {
      step: 'four-hundred-reviews',
      name: '400 reviews',
      gives: 'corrected drivers and first steps',
      have: ladder.reviews,
      need: 400,
    },
  ];
  return rungs.map(({ step, ...rung }) => {
    const place = order.indexOf(step);
    return { ...rung, state: place === at ? 'here' : place < at ? 'reached' : 'ahead' };
  });
}
