/** What there is to read when nothing can be counted yet, and promises that nothing in the text says were kept. */
import { type NextAction, qualityWords } from '@rapport/contract';
import { findLowest } from '../few-data.ts';
import { inHundred, nameOf } from '../write-sentences.ts';
import type { ActionFacts } from './action-facts.ts';
import { actionRanks, isOld, type RankedAction } from './choose-actions.ts';

const unknown = 'Unknown yet: reading shows what happened, not what it moves.';

export function findReading(facts: ActionFacts): RankedAction[] {
  const { focus, team } = facts;
  const ofTeam = team === null ? {} : { teamId: team.id };
  const found: RankedAction[] = [];
  const { conversations, from } = facts.promises;
  if (conversations > 0) {
    const rank = isOld(facts) ? actionRanks.oldPromise : actionRanks.freshPromise;
    const search = { flag: 'open-promise', ...ofTeam, ...(from === null ? {} : { from }) };
    found.push({ rank, action: promises(conversations, search, isOld(facts)) });
  }
  // Of one that stands out more can be said than that it was missed: the coaching says it.
  const lowest = findLowest(focus.qualities.filter(({ tier }) => tier !== 'stands-out'));
  const [tip] = focus.reading;
  const reading = { kind: 'read', who: 'You', gain: null, gainOf: null, gainWords: unknown } as const;
  if (lowest !== null) {
    const { quality, met, missedCount } = lowest;
    found.push({
      rank: actionRanks.reading,
      action: {
        ...reading,
        title: `Read where ${nameOf(quality).toLowerCase()} was missed`,
        because: `It was met in ${inHundred(met)} of the times it was called for. Whether it moves customers cannot be told yet.`,
        ...{ effort: missedCount === 1 ? 'one conversation' : `${missedCount} conversations, as many as you like` },
        ...{
          button: 'Read them',
          go: { path: '/conversations', params: {}, search: { quality, verdict: 'missed', ...ofTeam } },
        },
      },
    });
  } else if (tip !== undefined) {
    const { conversationId, quality, sentence } = tip;
    found.push({
      rank: actionRanks.reading,
      action: {
        ...reading,
        title: focus.reading.length === 1 ? 'Read this conversation' : 'Read this conversation first',
        because: sentence.startsWith(qualityWords[quality].name)
          ? sentence
          : `${qualityWords[quality].name}: ${sentence}`,
        ...{ effort: 'a minute', button: 'Open it' },
        go: { path: '/conversations/$conversationId', params: { conversationId }, search: { quality } },
      },
    });
  }
  return found;
}

function promises(count: number, search: Record<string, string>, old: boolean): NextAction {
  const one = count === 1;
  return {
    kind: 'promises',
    title: one ? 'Look at one open promise' : `Look at ${count.toLocaleString('en-GB')} open promises`,
    who: 'Whoever made them, or their lead',
    because: `In the ${old ? 'last' : 'newest'} four weeks ${old ? 'of this data ' : ''}${one ? 'one conversation holds a promise' : `${count.toLocaleString('en-GB')} conversations hold a promise`} without a sign in the text that it was kept.`,
    ...{ gain: null, gainOf: null, gainWords: 'Unknown yet: no sign in the text does not mean broken.' },
    ...{ effort: one ? 'one conversation' : `${count.toLocaleString('en-GB')} conversations`, button: 'See them' },
    go: { path: '/conversations', params: {}, search },
  };
}
