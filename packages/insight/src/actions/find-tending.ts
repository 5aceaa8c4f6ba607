/** What many customers met and nobody looks after: rules that cost, reasons behind bad experiences, questions without an article. */
import type { NextAction } from '@rapport/contract';
import { hundredths } from '../write-sentences.ts';
import type { ActionFacts, ReasonForAction } from './action-facts.ts';
import { actionRanks, type RankedAction } from './choose-actions.ts';

const afterwards = 'Unknown yet: seen after the fix.';

export function findTending({ untended, gaps, may }: ActionFacts): RankedAction[] {
  const ofMany = [...untended].sort((a, b) => b.conversations - a.conversations || (a.key < b.key ? -1 : 1));
  const rising = ofMany.filter(({ trend }) => trend.sign === 'real' && (trend.difference.value ?? 0) > 0);
  const [gap] = gaps?.groups ?? [];
  const found = [
    ...rising.slice(0, 1).map((one) => ({ one, isRising: true })),
    ...ofMany.filter((one) => one !== rising[0]).map((one) => ({ one, isRising: false })),
  ].map(({ one, isRising }) => ({
    many: one.conversations,
    ranked: {
      rank: isRising ? actionRanks.rising : actionRanks.untended,
      action: isRising ? ofRising(one, may) : ofReason(one, may),
    },
  }));
  if (gap) found.push({ many: gap.conversations, ranked: { rank: actionRanks.untended, action: ofGap(gap, gaps) } });
  // Within a rank what more customers met stands first.
  return found.sort((a, b) => b.many - a.many).map(({ ranked }) => ranked);
}

function ofRising(one: ReasonForAction, may: ActionFacts['may']): NextAction {
  const { value, lower, upper } = one.trend.difference;
  const range = `likely ${tenths(lower)} to ${tenths(upper)}`;
  return {
    ...tending(one, may),
    kind: 'rising',
    because: `In the newest four weeks it came up in ${tenths(value)} of 100 conversations more than before (${range}).`,
  };
}

const ofReason = (one: ReasonForAction, may: ActionFacts['may']): NextAction => ({
  ...tending(one, may),
  because:
    one.kind === 'rule'
      ? `Named in refusals or apologies of ${many(one.conversations)}, and nobody looks after it.`
      : `Said in ${one.conversations.toLocaleString('en-GB')} bad experiences, and nobody looks after it.`,
});

type Tending = Omit<NextAction, 'because'>;

function tending(one: ReasonForAction, may: ActionFacts['may']): Tending {
  const kind = one.kind === 'rule' ? 'rule' : 'reason';
  const title = one.kind === 'rule' ? `Decide on the rule “${one.name}”` : `Find out about “${one.name}”`;
  return {
    ...{ kind, title, who: 'An owner whom you name' },
    ...{ gain: null, gainOf: null, gainWords: afterwards, effort: 'a few quotes to read' },
    button: may.tend ? 'Give it an owner' : 'Read the quotes',
    go: { path: '/reasons', params: {}, search: { at: `${one.kind}:${one.key}` } },
  };
}

type Gaps = NonNullable<ActionFacts['gaps']>;

function ofGap(gap: Gaps['groups'][number], gaps: ActionFacts['gaps']): NextAction {
  const none = (gaps?.articles ?? 0) === 0;
  return {
    ...{ kind: 'gap', title: `Write an article about “${gap.name}”`, who: 'Whoever writes your articles' },
    because: none
      ? `Asked in ${many(gap.conversations)} and answered unsurely. No article is here yet; perhaps there is one elsewhere.`
      : `Asked in ${many(gap.conversations)}, answered unsurely, and no article answers it.`,
    ...{ gain: null, gainOf: null, gainWords: 'Unknown yet: seen in what is asked afterwards.' },
    ...{ effort: 'one article', button: 'See the questions' },
    go: { path: '/articles/gaps', params: {}, search: { at: gap.key } },
  };
}

const many = (count: number): string =>
  count === 1 ? 'one conversation' : `${count.toLocaleString('en-GB')} conversations`;
const tenths = (share: number | null): string =>
  Math.abs(share ?? 0) >= 0.1 ? String(hundredths(share ?? 0)) : ((share ?? 0) * 100).toFixed(1);
