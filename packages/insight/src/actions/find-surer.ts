/** The cheapest way to a surer answer, computed; none where more of the same would not make it surer. */
import { type NextAction, qualityIds } from '@rapport/contract';
import { enoughReviewsPerQuality } from '../drivers/prepare-drivers.ts';
import { areRatingsEqual } from '../few-data.ts';
import type { ActionFacts } from './action-facts.ts';
import { actionRanks, type RankedAction } from './choose-actions.ts';

const fewestForRates = 30;
const fewestObserved = 200;
const fewestRatings = 200;
const reviewsForFocus = 400;
const secondsOfMoment = 10;

/** Nobody gains by a range that narrows; what is decided with it may. */
const nobody = 'Unknown yet: it makes the answer surer.';

export function findSurer(facts: ActionFacts): RankedAction[] {
  const action = cheapest(facts);
  return action === null ? [] : [{ rank: actionRanks.surer, action }];
}

function cheapest(facts: ActionFacts): NextAction | null {
  const { focus, may } = facts;
  const { conversations, observed, ratings } = focus.ladder;
  if (conversations < fewestForRates) {
    const missing = fewestForRates - conversations;
    return may.bringIn
      ? bringIn(
          `Bring in ${missing} more ${missing === 1 ? 'conversation' : 'conversations'}`,
          `How often each quality is met can be said from ${fewestForRates} on; ${conversations === 1 ? 'one is' : `${conversations} are`} here.`,
        )
      : null;
  }
  if (observed < fewestObserved && may.bringIn) {
    return bringIn(
      'Bring in a longer period',
      `What follows a miss can be told from ${fewestObserved} conversations in which something followed; ${observed} are here.`,
    );
  }
  if (ratings < fewestRatings && may.bringIn && !areRatingsEqual({ ratings, satisfied: satisfiedOf(facts) })) {
    const here = ratings === 0 ? 'none is here' : `${ratings} ${ratings === 1 ? 'is' : 'are'} here`;
    return bringIn(
      ratings === 0 ? 'Bring in ratings' : `Bring in ${fewestRatings - ratings} more ratings`,
      `What goes together with satisfied customers can be told from ${fewestRatings} ratings; ${here}.`,
    );
  }
  return observed >= fewestObserved || ratings >= fewestRatings ? moreReviews(facts) : null;
}

const satisfiedOf = ({ focus: { ladder, figures } }: ActionFacts): number =>
  Math.round((figures.satisfied.value ?? 0.5) * ladder.ratings);

function bringIn(title: string, because: string): NextAction {
  return {
    ...{ kind: 'surer', title, because, who: 'Whoever exports from your helpdesk' },
    ...{ gain: null, gainOf: null, gainWords: nobody, effort: 'one export', button: 'Bring in data' },
    go: { path: '/first-run', params: {}, search: {} },
  };
}

/** Thirty per quality that is compared, as the drivers count them; before anything could be compared, of all. */
function moreReviews({ focus, drivers, may }: ActionFacts): NextAction | null {
  if (!may.judge || drivers.some(({ basis }) => basis === 'corrected')) return null;
  const compared = drivers
    .filter(({ basis }) => basis === 'uncorrected')
    .map(({ qualities }) => qualities.filter(({ tier }) => tier !== 'refused').length);
  const wanted = compared.length === 0 ? reviewsForFocus : enoughReviewsPerQuality * Math.max(...compared);
  const { reviews } = focus.ladder;
  const missing = Math.min(wanted, enoughReviewsPerQuality * qualityIds.length) - reviews;
  if (missing <= 0) return null;
  const minutes = Math.round((missing * secondsOfMoment) / 60);
  const here = reviews === 0 ? 'None is here yet' : `${reviews} ${reviews === 1 ? 'is' : 'are'} here`;
  return {
    ...{ kind: 'surer', title: 'Judge ten moments yourself', who: 'You, and whoever else reviews' },
    because: `About ${wanted} moments judged by people take the machine’s own error out of the comparison. ${here}; the missing ones take about ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    ...{ gain: null, gainOf: null, gainWords: nobody, effort: 'three minutes' },
    button: 'Judge ten moments',
    go: { path: '/check', params: {}, search: {} },
  };
}
