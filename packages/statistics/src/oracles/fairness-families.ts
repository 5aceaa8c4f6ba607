import { adjustPValues } from '../benjamini-hochberg.ts';
import { betaQuantile } from '../distributions/beta-distribution.ts';
import { betaBinomialShrinkage, fitBetaBinomial } from '../fairness/beta-binomial.ts';
import { betweenVariance, heterogeneity, shrinkMeans } from '../fairness/between-variance.ts';
import { adjustForCaseMix } from '../fairness/case-mix.ts';
import { betaExceeds, comparePairs, expectedBetaRanks, expectedRanks } from '../fairness/expected-rank.ts';
import { fitFayHerriot } from '../fairness/fay-herriot.ts';
import { funnelLimits, overdispersion } from '../fairness/funnel-limits.ts';
import { fitRandomIntercept } from '../fairness/random-intercept.ts';
import { conversationsForReliability, reliabilityOfMean } from '../fairness/reliability.ts';
import { dummyColumns } from '../regression/dummy-columns.ts';
import type { OracleFamily } from './oracle-family.ts';
import type { OracleInput } from './oracle-input.ts';

const betaBinomialFamily: OracleFamily = {
  input: ['passed', 'reviewed'],
  expected: [
    'pooled',
    'rhoAnova',
    'homogeneityX2',
    'homogeneityP',
    'M',
    'alpha',
    'beta',
    'shrunk',
    'lower',
    'upper',
    'expectedRankBestIs1',
    'probFirstBeatsOthers',
    'mle',
  ],
  notCompared: { note: 'prose' },
  tolerance: { mle: 1e-4 },
  compute(input) {
    const reviewed = input.numbers('reviewed');
    const agents = input.numbers('passed').map((passed, row) => ({ passed, reviews: reviewed[row] ?? 0 }));
    const { pooled, rho, homogeneity, prior } = betaBinomialShrinkage(agents);
    const common = {
      pooled,
      rhoAnova: rho,
      homogeneityX2: homogeneity?.chiSquare ?? null,
      homogeneityP: homogeneity?.p ?? null,
    };
    if (!prior) return common;
    const beliefs = agents.map(({ passed, reviews }) => ({
      a: passed + prior.alpha,
      b: reviews - passed + prior.beta,
    }));
    const [first, ...others] = beliefs;
    const { mu, rho: likely } = fitBetaBinomial(agents);
    return {
      ...common,
      M: prior.strength,
      alpha: prior.alpha,
      beta: prior.beta,
      shrunk: beliefs.map(({ a, b }) => a / (a + b)),
      lower: beliefs.map(({ a, b }) => betaQuantile(0.025, a, b)),
      upper: beliefs.map(({ a, b }) => betaQuantile(0.975, a, b)),
      expectedRankBestIs1: expectedBetaRanks(beliefs),
      probFirstBeatsOthers: first ? others.map((other) => betaExceeds(first, other)) : [],
      // The second reference program has no answer when the best fit lies on the edge ρ = 0.
      mle: { mu, rho: likely, vgamMu: likely > 0 ? mu : null, vgamRho: likely > 0 ? likely : null },
    };
  },
};

const noisyMeansFamily: OracleFamily = {
  input: ['y', 'v'],
  expected: ['tau2DL', 'tau2PM', 'tau2REML', 'Q', 'Qp', 'I2', 'muDL', 'muSE', 'shrunkDL', 'blupDL', 'blupSE'],
  compute(input) {
    const means = { y: input.numbers('y'), v: input.numbers('v') };
    const { q, p, i2 } = heterogeneity(means);
    const tau2DL = betweenVariance(means, 'dl');
    const { coefficients, coefficientErrors, estimates, standardErrors } = shrinkMeans(means, tau2DL);
    return {
      tau2DL,
      tau2PM: betweenVariance(means, 'pm'),
      tau2REML: betweenVariance(means, 'reml'),
      Q: q,
      Qp: p,
      I2: i2,
      muDL: coefficients[0],
      muSE: coefficientErrors[0],
      shrunkDL: estimates,
      blupDL: estimates,
      blupSE: standardErrors,
    };
  },
};

const fayHerriotFamily: OracleFamily = {
  input: ['rate', 'n', 'machineMean'],
  expected: ['pooled', 'v', 'coef', 'tau2', 'estimate', 'se'],
  compute(input) {
    const reviews = input.numbers('n');
    const machine = input.numbers('machineMean');
    const found = fitFayHerriot(
      input.numbers('rate').map((rate, row) => ({ rate, reviews: reviews[row] ?? 0, machineMean: machine[row] ?? 0 })),
    );
    if (!found) return {};
    return {
      pooled: found.pooled,
      v: found.variances,
      coef: [found.intercept, found.slope],
      tau2: found.tau2,
      estimate: found.estimates,
      se: found.standardErrors,
    };
  },
};

const rankFamily: OracleFamily = {
  input: ['mean', 'sd'],
  expected: ['expectedRank', 'pairs0', 'p', 'bh'],
  compute(input) {
    const deviations = input.numbers('sd');
    const beliefs = input.numbers('mean').map((mean, row) => ({ mean, deviation: deviations[row] ?? 0 }));
    const pairs = comparePairs(beliefs);
    return {
      expectedRank: expectedRanks(beliefs),
      pairs0: pairs.map((pair) => [pair.first, pair.second]),
      p: pairs.map((pair) => pair.p),
      bh: pairs.map((pair) => pair.adjusted),
    };
  },
};

const adjustmentFamily: OracleFamily = {
  input: ['p'],
  expected: ['bh', 'by', 'holm', 'bonferroni'],
  compute(input) {
    const p = input.numbers('p');
    return {
      bh: adjustPValues(p),
      by: adjustPValues(p, 'by'),
      holm: adjustPValues(p, 'holm'),
      bonferroni: adjustPValues(p, 'bonferroni'),
    };
  },
};

const caseMixInput = ['agent', 'channel', 'topic', 'openingMood', 'satisfied', 'score'];

const caseMixFamily: OracleFamily = {
  input: caseMixInput,
  expected: ['coef', 'observed', 'expected', 'ratio', 'adjustedRate', 'raw', 'z'],
  compute(input) {
    const { names, columns } = caseMixColumns(input);
    const found = adjustForCaseMix({ agents: input.numbers('agent'), outcomes: input.numbers('satisfied'), columns });
    const agents = found.agents.sort((one, two) => Number(one.agent) - Number(two.agent));
    return {
      coef: named(names, found.coefficients ?? []),
      observed: agents.map((agent) => agent.observed),
      expected: agents.map((agent) => agent.expected),
      ratio: agents.map((agent) => agent.ratio),
      adjustedRate: agents.map((agent) => agent.adjusted),
      raw: agents.map((agent) => agent.raw),
      z: agents.map((agent) => agent.z),
    };
  },
};

const randomInterceptFamily: OracleFamily = {
  input: caseMixInput,
  expected: ['fixef', 'fixefSE', 'varAgent', 'varResidual', 'agentEffect', 'agentSD', 'remlCriterion'],
  compute(input) {
    const { names, columns } = caseMixColumns(input);
    const found = fitRandomIntercept({ agents: input.numbers('agent'), scores: input.numbers('score'), columns });
    if (!found) return {};
    const agents = found.agents.sort((one, two) => Number(one.agent) - Number(two.agent));
    return {
      fixef: named(names, found.coefficients),
      fixefSE: found.standardErrors,
      varAgent: found.varianceBetween,
      varResidual: found.varianceWithin,
      agentEffect: agents.map((agent) => agent.effect),
      agentSD: agents.map((agent) => agent.deviation),
      remlCriterion: found.criterion,
    };
  },
};

const reliabilityFamily: OracleFamily = {
  input: ['varAgent', 'varResidual', 'n'],
  expected: ['reliability', 'nFor'],
  compute(input) {
    const parts = { varianceBetween: input.number('varAgent'), varianceWithin: input.number('varResidual') };
    return {
      reliability: input.numbers('n').map((n) => reliabilityOfMean(parts, n)),
      nFor: { 0.7: conversationsForReliability(parts, 0.7), 0.9: conversationsForReliability(parts, 0.9) },
    };
  },
};

const funnelFamily: OracleFamily = {
  input: ['p0', 'n', 'z'],
  expected: ['exactLower95', 'exactUpper95', 'normalLower95', 'normalUpper95', 'normalLower998', 'phi'],
  compute(input) {
    const rate = input.number('p0');
    const limits = (level: number, normal: boolean) =>
      input.numbers('n').map((n) => funnelLimits({ rate, n, level, normal }));
    return {
      exactLower95: limits(0.95, false).map((limit) => limit.lower),
      exactUpper95: limits(0.95, false).map((limit) => limit.upper),
      normalLower95: limits(0.95, true).map((limit) => limit.lower),
      normalUpper95: limits(0.95, true).map((limit) => limit.upper),
      normalLower998: limits(0.998, true).map((limit) => limit.lower),
      phi: overdispersion(input.numbers('z')),
    };
  },
};

export const fairnessFamilies: readonly OracleFamily[] = [
  betaBinomialFamily,
  noisyMeansFamily,
  fayHerriotFamily,
  rankFamily,
  adjustmentFamily,
  caseMixFamily,
  randomInterceptFamily,
  reliabilityFamily,
  funnelFamily,
];

/** Names as the reference writes them. */
function caseMixColumns(input: OracleInput): { names: string[]; columns: number[][] } {
  const channel = dummyColumns(input.texts('channel'));
  const topic = dummyColumns(input.texts('topic'));
  return {
    names: [
      '(Intercept)',
      ...channel.levels.map((level) => `ch${level}`),
      ...topic.levels.map((level) => `tp${level}`),
      'mood',
    ],
    columns: input
      .numbers('openingMood')
      .map((mood, row) => [1, ...(channel.rows[row] ?? []), ...(topic.rows[row] ?? []), mood]),
  };
}

function named(names: readonly string[], values: readonly number[]): Record<string, number | undefined> {
  return Object.fromEntries(names.map((name, place) => [name, values[place]]));
}
