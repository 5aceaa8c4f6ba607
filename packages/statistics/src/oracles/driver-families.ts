import { eValue } from '../drivers/e-value.ts';
import { estimateSlopes } from '../drivers/estimate-slopes.ts';
import { chanceLarger, estimateGain, gainError } from '../drivers/expected-gain.ts';
import { explainedShares } from '../drivers/explained-shares.ts';
import { clusteredLogisticErrors, describeLogistic, logisticShares } from '../drivers/logistic-effects.ts';
import { relativeWeights } from '../drivers/relative-weights.ts';
import { withinBetween, withinSlopes } from '../drivers/within-between.ts';
import { fitRandomIntercept } from '../fairness/random-intercept.ts';
import { clusterRobust } from '../regression/cluster-robust.ts';
import { correlationMatrix, dependentColumns, describeCollinearity } from '../regression/collinearity.ts';
import { fitLinearModel } from '../regression/linear-model.ts';
import { fitOrdinalModel } from '../regression/ordinal-model.ts';
import { fitRandomInterceptLogistic } from '../regression/random-intercept-logistic.ts';
import { ridgeSlopes } from '../regression/ridge.ts';
import { meanOf, squaresOf, sumOf, varianceOf } from '../sums.ts';
import { errorFamilies } from './error-families.ts';
import type { OracleFamily } from './oracle-family.ts';
import type { OracleInput } from './oracle-input.ts';

/** What a table of conversations may hold beside what a case asks about. */
const others = ['names', 'y', 'satisfied', 'csat', 'agent'];

const linearFamily: OracleFamily = {
  input: ['X', 'y'],
  optional: others,
  expected: ['coef', 'se', 'r2', 'adjR2', 'sigma', 'vif', 'standardised', 'conditionNumber'],
  compute(input) {
    const { rows, design } = tableOf(input);
    const y = input.numbers('y');
    const model = fitLinearModel(design, y);
    if (!model) return {};
    const { coefficients, standardErrors, residuals, residualVariance } = model;
    const unexplained = sumOf(residuals.map((rest) => rest * rest)) / squaresOf(y);
    const { inflation, conditionNumber } = describeCollinearity(rows);
    const deviation = Math.sqrt(varianceOf(y));
    return {
      coef: coefficients,
      se: standardErrors,
      r2: 1 - unexplained,
      adjR2: 1 - (unexplained * (y.length - 1)) / (y.length - coefficients.length),
      sigma: Math.sqrt(residualVariance),
      vif: inflation,
      standardised: coefficients
        .slice(1)
        .map((slope, place) => (slope * Math.sqrt(varianceOf(rows.map((row) => row[place] ?? 0)))) / deviation),
      conditionNumber,
    };
  },
};

const clusteredFamily: OracleFamily = {
  input: ['X', 'y', 'agent'],
  optional: others,
  expected: ['seHC1', 'seCR2', 'dfSatt', 'clusters'],
  compute(input) {
    const model = fitLinearModel(tableOf(input).design, input.numbers('y'));
    const agents = input.numbers('agent');
    const found = model?.coefficients.map((_, place) => clusterRobust(model, agents, place)) ?? [];
    return {
      seHC1: found.map((one) => one.hc1),
      seCR2: found.map((one) => one.cr2),
      dfSatt: found.map((one) => one.freedom),
      clusters: new Set(agents).size,
    };
  },
};

const sharesFamily: OracleFamily = {
  input: ['X', 'y'],
  optional: others,
  expected: ['lmg', 'share', 'r2', 'conditional'],
  compute(input) {
    const { shares, r2, conditional } = explainedShares(correlationsOf(input));
    return { lmg: shares, share: shares.map((share) => share / r2), r2, conditional };
  },
};

const weightsFamily: OracleFamily = {
  input: ['X', 'y'],
  optional: others,
  expected: ['weights', 'share', 'r2'],
  compute(input) {
    const weights = relativeWeights(correlationsOf(input));
    const r2 = sumOf(weights);
    return { weights, share: weights.map((weight) => weight / r2), r2 };
  },
};

const collinearFamily: OracleFamily = {
  input: ['X', 'y'],
  optional: others,
  expected: ['rank', 'olsDropped', 'lmg', 'relativeWeights', 'r2'],
  compute(input) {
    const { rows, design } = tableOf(input);
    const dropped = dependentColumns(rows);
    const question = correlationsOf(input);
    const { shares, r2 } = explainedShares(question);
    return {
      rank: (design[0]?.length ?? 0) - dropped.length,
      olsDropped: dropped.length === 1 ? dropped[0] : dropped,
      lmg: shares,
      relativeWeights: relativeWeights(question),
      r2,
    };
  },
};

const logisticFamily: OracleFamily = {
  input: ['X', 'satisfied', 'agent'],
  optional: others,
  expected: ['coef', 'se', 'seCluster', 'logLik', 'mcfadden', 'tjur', 'ame', 'gainPlus1sd', 'dominance'],
  compute(input) {
    const { rows } = tableOf(input);
    const outcomes = input.numbers('satisfied');
    const { model, effects } = describeLogistic(rows, outcomes);
    if (!effects) return { coef: null };
    return {
      coef: model.coefficients,
      se: model.standardErrors,
      seCluster: clusteredLogisticErrors(rows, outcomes, input.numbers('agent')),
      logLik: effects.logLikelihood,
      mcfadden: effects.mcfadden,
      tjur: effects.tjur,
      ame: effects.marginal,
      gainPlus1sd: effects.gainOfOneDeviation,
      dominance: logisticShares(rows, outcomes),
    };
  },
};

const ordinalFamily: OracleFamily = {
  input: ['X', 'csat'],
  optional: others,
  expected: ['beta', 'theta', 'se', 'logLik', 'levelMeans', 'pTop2'],
  notCompared: { seOrder: 'prose' },
  compute(input) {
    const model = fitOrdinalModel(tableOf(input).rows, input.numbers('csat'));
    if (!model) return {};
    const levelMeans = model.levels.map((_, place) => meanOf(model.chances.map((chances) => chances[place] ?? 0)));
    return {
      beta: model.slopes,
      theta: model.thresholds,
      se: model.standardErrors,
      logLik: model.logLikelihood,
      levelMeans,
      pTop2: sumOf(levelMeans.filter((_, place) => (model.levels[place] ?? 0) >= 4)),
    };
  },
};

const interceptFamily: OracleFamily = {
  input: ['X', 'y', 'agent'],
  optional: others,
  expected: ['fixef', 'se', 'varAgent', 'varResidual', 'icc'],
  compute(input) {
    const columns = tableOf(input).design;
    const found = fitRandomIntercept({ agents: input.numbers('agent'), scores: input.numbers('y'), columns });
    if (!found) return {};
    const { coefficients, standardErrors, varianceBetween, varianceWithin } = found;
    return {
      fixef: coefficients,
      se: standardErrors,
      varAgent: varianceBetween,
      varResidual: varianceWithin,
      icc: varianceBetween / (varianceBetween + varianceWithin),
    };
  },
};

const logisticInterceptFamily: OracleFamily = {
  input: ['X', 'satisfied', 'agent'],
  optional: others,
  expected: ['fixef', 'varAgent'],
  compute(input) {
    const { design } = tableOf(input);
    const outcomes = input.numbers('satisfied');
    const found = fitRandomInterceptLogistic({ clusters: input.numbers('agent'), rows: design, outcomes });
    return { fixef: found?.coefficients, varAgent: found?.varianceBetween };
  },
};

const withinFamily: OracleFamily = {
  input: ['X', 'y', 'agent'],
  optional: others,
  expected: ['within', 'between', 'fixedEffects'],
  compute(input) {
    const table = { clusters: input.numbers('agent'), rows: input.matrix('X'), y: input.numbers('y') };
    const found = withinBetween(table);
    return { within: found?.within, between: found?.between, fixedEffects: withinSlopes(table) };
  },
};

const ridgeFamily: OracleFamily = {
  input: ['X', 'y', 'lambda'],
  optional: others,
  expected: ['coef'],
  compute: (input) => ({ coef: ridgeSlopes(input.matrix('X'), input.numbers('y'), input.number('lambda')) }),
};

/** Slopes of the qualities alone, and why some or all are missing. */
const slopesFamilies = ['y', 'satisfied'].map(
  (outcome): OracleFamily => ({
    input: ['X', outcome],
    optional: others.filter((key) => key !== 'satisfied' && key !== 'y'),
    expected: ['coef', 'reason'],
    compute(input) {
      const { slopes, reasons, reason } = estimateSlopes(input.matrix('X'), input.numbers(outcome));
      return slopes === null ? { coef: null, reason } : { coef: slopes, reason: reasons };
    },
  }),
);

const gainFamily: OracleFamily = {
  input: ['slope', 'slopeSE', 'headroom', 'headroomSE'],
  expected: ['gain', 'se', 'lower', 'upper', 'probFirstBeats'],
  compute(input) {
    const part = (key: string, place: number) => input.numbers(key)[place] ?? 0;
    const questions = input.numbers('slope').map((slope, place) => ({
      slope,
      slopeError: part('slopeSE', place),
      headroom: part('headroom', place),
      headroomError: part('headroomSE', place),
      n: 0,
    }));
    const gains = questions.map(estimateGain);
    const beliefs = gains.map((gain, place) => {
      const question = questions[place];
      return { value: gain.value ?? 0, error: question ? gainError(question) : 0 };
    });
    const [first, ...rest] = beliefs;
    return {
      gain: gains.map((gain) => gain.value),
      se: beliefs.map((belief) => belief.error),
      lower: gains.map((gain) => gain.lower),
      upper: gains.map((gain) => gain.upper),
      probFirstBeats: first ? rest.map((other) => chanceLarger(first, other)) : [],
    };
  },
};

const eValueFamily: OracleFamily = {
  input: ['rr'],
  expected: ['evalue'],
  compute: (input) => ({ evalue: input.numbers('rr').map(eValue) }),
};

export const driverFamilies: readonly OracleFamily[] = [
  linearFamily,
  clusteredFamily,
  sharesFamily,
  weightsFamily,
  collinearFamily,
  logisticFamily,
  ordinalFamily,
  // Before the linear one, which answers these two fields and more.
  logisticInterceptFamily,
  interceptFamily,
  withinFamily,
  ridgeFamily,
  ...slopesFamilies,
  gainFamily,
  eValueFamily,
  ...errorFamilies,
];

function tableOf(input: OracleInput): { rows: number[][]; design: number[][] } {
  const rows = input.matrix('X');
  return { rows, design: rows.map((row) => [1, ...row]) };
}

function correlationsOf(input: OracleInput): { correlations: number[][]; withOutcome: number[] } {
  const y = input.numbers('y');
  const joint = correlationMatrix(input.matrix('X').map((row, place) => [...row, y[place] ?? 0]));
  return {
    correlations: joint.slice(0, -1).map((row) => row.slice(0, -1)),
    withOutcome: (joint.at(-1) ?? []).slice(0, -1),
  };
}
