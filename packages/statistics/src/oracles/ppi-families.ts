import { normalQuantile } from '../distributions/normal-distribution.ts';
import { tQuantile } from '../distributions/t-distribution.ts';
import { estimatePassRates } from '../reviews/default-pass-rate.ts';
import { type AssistedReviews, predictionPoweredMean, tunedLambda } from '../reviews/prediction-powered-mean.ts';
import { predictionPoweredRegression } from '../reviews/prediction-powered-regression.ts';
import { finiteMeans } from '../reviews/regression-estimator.ts';
import { proportionalProbabilities } from '../reviews/review-probabilities.ts';
import { stratifiedMean } from '../reviews/stratified-mean.ts';
import { unequalMeans } from '../reviews/unequal-probability-mean.ts';
import { meanOf } from '../sums.ts';
import type { OracleFamily } from './oracle-family.ts';
import type { OracleInput } from './oracle-input.ts';

const finiteFamily: OracleFamily = {
  input: ['machineAll', 'reviewedIndex0', 'human'],
  expected: [
    'N',
    'n',
    'mean',
    'meanSE',
    'difference',
    'differenceSE',
    'lambda',
    'regression',
    'gregSE',
    'regressionSE',
    'tLower',
    'tUpper',
  ],
  compute(input) {
    const machineAll = input.numbers('machineAll');
    const reviewed = reviewedOf(input, machineAll);
    const found = finiteMeans({ machineAll, reviewed });
    const reach = tQuantile(0.975, reviewed.length - 2) * found.regressionError;
    return {
      N: machineAll.length,
      n: reviewed.length,
      mean: found.mean,
      meanSE: found.meanError,
      difference: found.difference,
      differenceSE: found.differenceError,
      lambda: found.lambda,
      regression: found.regression,
      gregSE: found.calibrationError,
      regressionSE: found.regressionError,
      tLower: found.regression - reach,
      tUpper: found.regression + reach,
    };
  },
};

const stratifiedFamily: OracleFamily = {
  input: ['stratumAll', 'machineAll', 'reviewedIndex0', 'human'],
  expected: ['Nh', 'nh', 'mean', 'meanSE', 'se', 'difference', 'differenceSE', 'naiveUnweightedMean'],
  notCompared: { surveySays: 'prose' },
  compute(input) {
    const strata = input.numbers('stratumAll');
    const machineAll = input.numbers('machineAll');
    const places = input.numbers('reviewedIndex0');
    const reviewed = reviewedOf(input, machineAll);
    const names = [...new Set(strata)].sort((one, two) => one - two);
    const strataWith = (measure: (review: { machine: number; human: number }) => number) =>
      names.map((name) => ({
        size: strata.filter((stratum) => stratum === name).length,
        values: reviewed.filter((_, row) => strata[places[row] ?? -1] === name).map(measure),
      }));
    const plain = strataWith((review) => review.human);
    const found = stratifiedMean(plain);
    const gap = stratifiedMean(strataWith((review) => review.human - review.machine));
    return {
      Nh: plain.map((stratum) => stratum.size),
      nh: plain.map((stratum) => stratum.values.length),
      mean: found?.mean,
      meanSE: found?.standardError,
      se: found?.standardError,
      difference: gap ? gap.mean + meanOf(machineAll) : null,
      differenceSE: gap?.standardError,
      naiveUnweightedMean: meanOf(input.numbers('human')),
    };
  },
};

const unequalFamily: OracleFamily = {
  input: ['machineAll', 'piAll', 'reviewedIndex0', 'human'],
  expected: [
    'N',
    'n',
    'ht',
    'htSE',
    'hajek',
    'hajekSE',
    'hajekSEformula',
    'difference',
    'differenceSE',
    'kishEffectiveN',
    'naiveUnweightedMean',
  ],
  compute(input) {
    const chances = input.numbers('piAll');
    const human = new Map(input.numbers('reviewedIndex0').map((place, row) => [place, input.numbers('human')[row]]));
    const conversations = input.numbers('machineAll').map((machine, place) => ({
      machine,
      probability: chances[place] ?? 0,
      human: human.get(place) ?? null,
    }));
    const found = unequalMeans(conversations);
    return {
      N: conversations.length,
      n: found?.n,
      ht: found?.horvitzThompson,
      htSE: found?.horvitzThompsonError,
      hajek: found?.hajek,
      hajekSE: found?.hajekError,
      hajekSEformula: found?.hajekError,
      difference: found?.assisted,
      differenceSE: found?.assistedError,
      kishEffectiveN: found?.kishN,
      naiveUnweightedMean: meanOf(input.numbers('human')),
    };
  },
};

const activeFamily: OracleFamily = {
  input: ['machine', 'pi', 'reviewed', 'human'],
  expected: ['estimate', 'seSuper', 'seFinite', 'lowerSuper', 'upperSuper'],
  compute(input) {
    const chances = input.numbers('pi');
    const human = input.gaps('human');
    const found = unequalMeans(
      input.numbers('machine').map((machine, place) => ({
        machine,
        probability: chances[place] ?? 0,
        human: human[place] ?? null,
      })),
    );
    if (!found) return {};
    const reach = normalQuantile(0.975) * found.assistedProcessError;
    return {
      estimate: found.assisted,
      seSuper: found.assistedProcessError,
      seFinite: found.assistedError,
      lowerSuper: found.assisted - reach,
      upperSuper: found.assisted + reach,
    };
  },
};

const defaultRateFamily: OracleFamily = {
  input: ['agentAll', 'machineAll', 'reviewedIndex0', 'human'],
  expected: ['lambda', 'varianceRatio', 'agents', 'team'],
  compute(input) {
    const machine = input.numbers('machineAll');
    const verdicts = new Map(input.numbers('reviewedIndex0').map((place, row) => [place, input.numbers('human')[row]]));
    const rates = estimatePassRates({
      conversations: input.numbers('agentAll').map((agent, place) => ({
        agent,
        machine: machine[place] ?? 0,
        review: verdicts.has(place) ? { passed: verdicts.get(place) === 1, random: true } : null,
      })),
    });
    const byAgent = rates.agents.sort((one, two) => Number(one.agent) - Number(two.agent));
    return {
      lambda: rates.lambda,
      varianceRatio: rates.varianceRatio,
      agents: byAgent.map(({ conversations, estimate }) => ({
        n: estimate.n,
        N: conversations,
        estimate: estimate.value,
        effectiveN: estimate.effectiveN ?? null,
        lower: estimate.lower,
        upper: estimate.upper,
        reason: estimate.reason,
      })),
      team: {
        estimate: rates.team.value,
        se: rates.teamStandardError,
        effectiveN: rates.team.effectiveN ?? null,
        lower: rates.team.lower,
        upper: rates.team.upper,
      },
    };
  },
};

const flaggedOnlyFamily: OracleFamily = {
  input: ['reviews'],
  expected: ['estimate', 'reason'],
  compute(input) {
    const reasons = input.parts('reviews').map((review) => review.text('reason'));
    const conversations = input.parts('reviews').map((review, place) => ({
      agent: 'team',
      machine: 0,
      review: { passed: review.number('human') === 1, random: reasons[place] === 'random' },
    }));
    const { team } = estimatePassRates({ conversations });
    return { estimate: team.value, reason: team.reason };
  },
};

const flaggedStratumFamily: OracleFamily = {
  input: ['flagged', 'unflagged'],
  expected: ['estimate', 'se', 'naive'],
  compute(input) {
    const strata = ['flagged', 'unflagged'].map((key) => {
      const part = input.part(key);
      const passed = part.number('passed');
      const values = Array.from({ length: part.number('reviewed') }, (_, row) => (row < passed ? 1 : 0));
      return { size: part.number('N'), values };
    });
    const found = stratifiedMean(strata);
    return {
      estimate: found?.mean,
      se: found?.standardError,
      naive: meanOf(strata.flatMap((stratum) => stratum.values)),
    };
  },
};

const predictionPoweredFamily: OracleFamily = {
  input: ['human', 'machineReviewed', 'machineUnreviewed', 'alpha'],
  optional: ['weights'],
  expected: ['classical', 'ppi', 'ppiTuned', 'lambdaSeen', 'lambdaFormula'],
  compute(input) {
    const reviews: AssistedReviews = {
      human: input.numbers('human'),
      machineReviewed: input.numbers('machineReviewed'),
      machineUnreviewed: input.numbers('machineUnreviewed'),
      ...(input.has('weights') ? { weights: input.numbers('weights') } : {}),
    };
    const lambda = tunedLambda(reviews);
    const z = normalQuantile(1 - input.number('alpha') / 2);
    const at = (slope: number | null) => {
      if (slope === null) return { estimate: null, lower: null, upper: null };
      const { value, standardError } = predictionPoweredMean(reviews, slope);
      return { estimate: value, lower: value - z * standardError, upper: value + z * standardError };
    };
    return { classical: at(0), ppi: at(1), ppiTuned: at(lambda), lambdaSeen: lambda, lambdaFormula: lambda };
  },
};

const regressionFamily: OracleFamily = {
  input: ['X', 'y', 'yhat', 'Xunlabelled', 'yhatUnlabelled'],
  expected: ['coef', 'lower', 'upper'],
  compute(input) {
    const { coefficients, standardErrors } = predictionPoweredRegression({
      x: input.matrix('X'),
      y: input.numbers('y'),
      predicted: input.numbers('yhat'),
      xMore: input.matrix('Xunlabelled'),
      predictedMore: input.numbers('yhatUnlabelled'),
    });
    const reach = standardErrors.map((error) => normalQuantile(0.975) * error);
    return {
      coef: coefficients,
      lower: coefficients.map((value, column) => value - (reach[column] ?? 0)),
      upper: coefficients.map((value, column) => value + (reach[column] ?? 0)),
    };
  },
};

const reviewProbabilityFamily: OracleFamily = {
  input: ['u', 'budget'],
  expected: ['pi'],
  compute: (input) => ({ pi: proportionalProbabilities(input.numbers('u'), input.number('budget')) }),
};

export const ppiFamilies: readonly OracleFamily[] = [
  finiteFamily,
  stratifiedFamily,
  unequalFamily,
  activeFamily,
  defaultRateFamily,
  flaggedOnlyFamily,
  flaggedStratumFamily,
  predictionPoweredFamily,
  regressionFamily,
  reviewProbabilityFamily,
];

function reviewedOf(input: OracleInput, machineAll: readonly number[]): { machine: number; human: number }[] {
  const human = input.numbers('human');
  return input.numbers('reviewedIndex0').map((place, row) => ({
    machine: machineAll[place] ?? Number.NaN,
    human: human[row] ?? Number.NaN,
  }));
}
