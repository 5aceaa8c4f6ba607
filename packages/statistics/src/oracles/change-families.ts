import { fitAncova, naiveRises } from '../change/ancova.ts';
import { agentsForChange, changeVariance } from '../change/change-power.ts';
import { asymptoticSequence, bernsteinSequence, mixtureSprt, rateSequence } from '../change/confidence-sequences.ts';
import { cusum, ewma, pChart } from '../change/control-charts.ts';
import { choose, estimateChange, permutationP } from '../change/difference-in-differences.ts';
import { fitInterruptedSeries } from '../change/interrupted-time-series.ts';
import { expectedNext, expectedRise, meanReliability } from '../change/regression-to-the-mean.ts';
import { cusumRunLength, ewmaRunLength } from '../change/run-lengths.ts';
import { fitTwoWayEffects } from '../change/two-way-fixed-effects.ts';
import { meanOf } from '../sums.ts';
import type { OracleFamily } from './oracle-family.ts';

const seriesFamily: OracleFamily = {
  input: ['y', 'changeAt1based'],
  expected: ['coef', 'se', 'seNeweyWest', 'durbinWatson'],
  compute(input) {
    const found = fitInterruptedSeries({ weekly: input.numbers('y'), changeWeek: input.number('changeAt1based') });
    if (!found) return {};
    return {
      coef: found.coefficients,
      se: found.standardErrors,
      seNeweyWest: found.neweyWest,
      durbinWatson: found.durbinWatson,
    };
  },
};

const panelFamily: OracleFamily = {
  input: ['agent', 'week', 'coached', 'post', 'y'],
  expected: [
    'estimate',
    'twoByTwo',
    'seHC1',
    'seCR2',
    'dfSatt',
    'twoStepEstimate',
    'twoStepSE',
    'twoStepDf',
    'twoStepP',
    'twoStepCI',
  ],
  compute(input) {
    const weeks = input.numbers('week');
    const coached = input.numbers('coached');
    const post = input.numbers('post');
    const values = input.numbers('y');
    const rows = input.numbers('agent').map((agent, row) => ({
      agent,
      week: weeks[row] ?? 0,
      coached: coached[row] === 1,
      after: post[row] === 1,
      value: values[row] ?? 0,
    }));
    const panel = fitTwoWayEffects(rows.map((row) => ({ ...row, treated: row.coached && row.after })));
    const { estimate, standardError, freedom, p } = estimateChange(rows);
    const cell = (isCoached: boolean, after: boolean) =>
      meanOf(rows.filter((row) => row.coached === isCoached && row.after === after).map((row) => row.value));
    return {
      estimate: panel?.estimate,
      twoByTwo: cell(true, true) - cell(true, false) - (cell(false, true) - cell(false, false)),
      seHC1: panel?.hc1,
      seCR2: panel?.cr2,
      dfSatt: panel?.freedom,
      twoStepEstimate: estimate.value,
      twoStepSE: standardError,
      twoStepDf: freedom,
      twoStepP: p,
      twoStepCI: [estimate.lower, estimate.upper],
    };
  },
};

const permutationFamily: OracleFamily = {
  input: ['change', 'coached'],
  expected: ['diff', 'p', 'assignments'],
  compute(input) {
    const changes = input.numbers('change');
    const coached = input.numbers('coached').map((one) => one === 1);
    const side = (isCoached: boolean) => meanOf(changes.filter((_, place) => coached[place] === isCoached));
    return {
      diff: side(true) - side(false),
      p: permutationP(changes, coached),
      assignments: choose(changes.length, coached.filter((one) => one).length),
    };
  },
};

const regressionToMeanFamily: OracleFamily = {
  input: ['mean', 'sdBetween', 'sdWithin', 'n', 'cut', 'observed'],
  expected: ['expectedRise', 'reliability', 'expectedNext'],
  compute(input) {
    const spreads = input.numbers('n').map((conversations) => ({
      mean: input.number('mean'),
      deviationBetween: input.number('sdBetween'),
      deviationWithin: input.number('sdWithin'),
      conversations,
    }));
    return {
      expectedRise: spreads.map((spread) => expectedRise({ ...spread, cut: input.number('cut') })),
      reliability: spreads.map(meanReliability),
      expectedNext: spreads.map((spread) => expectedNext(spread, input.number('observed'))),
    };
  },
};

const ancovaFamily: OracleFamily = {
  input: ['pre', 'post', 'coached'],
  expected: ['ancova', 'ancovaSE', 'ancovaHC3', 'slopePre', 'changeScore', 'naiveCoachedOnly'],
  compute(input) {
    const after = input.numbers('post');
    const coached = input.numbers('coached');
    const agents = input.numbers('pre').map((before, row) => {
      return { before, after: after[row] ?? 0, coached: coached[row] === 1 };
    });
    const found = fitAncova(agents);
    const naive = naiveRises(agents);
    return {
      ancova: found?.effect,
      ancovaSE: found?.standardError,
      ancovaHC3: found?.hc3,
      slopePre: found?.slopeBefore,
      changeScore: naive?.difference,
      naiveCoachedOnly: naive?.coached,
    };
  },
};

const pChartFamily: OracleFamily = {
  input: ['passed', 'n', 'baseline'],
  expected: ['center', 'lower', 'upper', 'z', 'out0', 'sigmaZ', 'laneyLower', 'laneyUpper'],
  compute(input) {
    const sizes = input.numbers('n');
    const periods = input.numbers('passed').map((passed, row) => ({ passed, n: sizes[row] ?? 0 }));
    const chart = pChart(periods, input.number('baseline'));
    if (!chart) return {};
    return {
      center: chart.center,
      lower: chart.limits.map((limit) => limit.lower),
      upper: chart.limits.map((limit) => limit.upper),
      z: chart.z,
      out0: chart.outside,
      sigmaZ: chart.sigmaZ,
      laneyLower: chart.laneyLimits.map((limit) => limit.lower),
      laneyUpper: chart.laneyLimits.map((limit) => limit.upper),
    };
  },
};

const ewmaFamily: OracleFamily = {
  input: ['z', 'lambda', 'L'],
  expected: ['ewma', 'limit', 'firstSignal0', 'arl0', 'arl1'],
  compute(input) {
    const settings = { weight: input.number('lambda'), width: input.number('L') };
    const chart = ewma(input.numbers('z'), settings);
    return {
      ewma: chart.values,
      limit: chart.limits,
      firstSignal0: chart.firstSignal,
      arl0: ewmaRunLength({ shift: 0, ...settings }),
      arl1: ewmaRunLength({ shift: 1, ...settings }),
    };
  },
};

const cusumFamily: OracleFamily = {
  input: ['z', 'k', 'h'],
  expected: ['up', 'down', 'firstSignal0', 'arl0', 'arl1'],
  compute(input) {
    const settings = { allowance: input.number('k'), limit: input.number('h') };
    const chart = cusum(input.numbers('z'), settings);
    return {
      up: chart.up,
      down: chart.down,
      firstSignal0: chart.firstSignal,
      arl0: cusumRunLength({ shift: 0, ...settings }),
      arl1: cusumRunLength({ shift: 1, ...settings }),
    };
  },
};

const powerFamily: OracleFamily = {
  input: ['sdWithin', 'n', 'sdDrift', 'delta'],
  expected: ['varChange', 'agentsPerGroup'],
  compute(input) {
    const plans = input.numbers('n').map((conversations) => ({
      deviationWithin: input.number('sdWithin'),
      conversations,
      drift: input.number('sdDrift'),
    }));
    return {
      varChange: plans.map(changeVariance),
      agentsPerGroup: plans.map((plan) => agentsForChange({ ...plan, effect: input.number('delta') })),
    };
  },
};

const asymptoticFamily: OracleFamily = {
  input: ['x', 'alpha', 'tStar'],
  asked: ['t'],
  expected: ['rho', 'mean', 'lower', 'upper'],
  compute(input) {
    const sequence = asymptoticSequence(input.numbers('x'), {
      alpha: input.number('alpha'),
      tightestAt: input.number('tStar'),
    });
    const ranges = input.numbers('t').map(sequence.at);
    return {
      rho: sequence.rho,
      mean: ranges.map((range) => range.mean),
      lower: ranges.map((range) => range.lower),
      upper: ranges.map((range) => range.upper),
    };
  },
};

const bernsteinFamily: OracleFamily = {
  input: ['x', 'alpha'],
  asked: ['t'],
  expected: ['lower', 'upper'],
  compute(input) {
    const ranges = bernsteinSequence(input.numbers('x'), input.number('alpha'));
    const at = (end: 'lower' | 'upper') => input.numbers('t').map((count) => ranges[count - 1]?.[end]);
    return { lower: at('lower'), upper: at('upper') };
  },
};

const rateSequenceFamily: OracleFamily = {
  input: ['s', 'n', 'alpha'],
  expected: ['lower', 'upper'],
  compute: (input) => ({
    ...rateSequence({ passed: input.number('s'), n: input.number('n'), alpha: input.number('alpha') }),
  }),
};

const sprtFamily: OracleFamily = {
  input: ['a', 'b', 's2', 'tau2'],
  expected: ['p'],
  compute: (input) => ({
    p: mixtureSprt(input.numbers('a'), input.numbers('b'), {
      variance: input.number('s2'),
      mixing: input.number('tau2'),
    }),
  }),
};

export const changeFamilies: readonly OracleFamily[] = [
  seriesFamily,
  panelFamily,
  permutationFamily,
  regressionToMeanFamily,
  ancovaFamily,
  pChartFamily,
  ewmaFamily,
  cusumFamily,
  powerFamily,
  asymptoticFamily,
  bernsteinFamily,
  rateSequenceFamily,
  sprtFamily,
];
