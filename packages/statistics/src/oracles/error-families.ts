/** Reference cases on separation, measurement error and survey answers that are missing. */
import { errorsInVariables } from '../drivers/errors-in-variables.ts';
import { calibrate, correctSlopes } from '../drivers/regression-calibration.ts';
import { extrapolateSimex } from '../drivers/simex.ts';
import { fitFirthModel } from '../regression/firth-logistic.ts';
import { fitLinearModel } from '../regression/linear-model.ts';
import { fitLogisticModel } from '../regression/logistic-model.ts';
import { weighResponses, weightedLogistic, weightedMean, worstCaseBounds } from '../responses/response-weights.ts';
import { meanOf } from '../sums.ts';
import type { OracleFamily } from './oracle-family.ts';
import type { OracleInput } from './oracle-input.ts';

const separationFamily: OracleFamily = {
  input: ['x', 'y'],
  expected: ['ml', 'firth', 'firthSE'],
  compute(input) {
    const rows = input.numbers('x').map((value) => [1, value]);
    const outcomes = input.numbers('y');
    const firth = fitFirthModel(rows, outcomes);
    return {
      ml: fitLogisticModel(rows, outcomes).coefficients,
      firth: firth?.coefficients ?? null,
      firthSE: firth?.standardErrors ?? null,
    };
  },
};

const calibrationFamily: OracleFamily = {
  input: ['W1', 'W2', 'human1', 'human2', 'y'],
  expected: ['naive', 'calibration1', 'calibration2', 'corrected', 'matrixForm'],
  compute(input) {
    const first = input.gaps('human1');
    const second = input.gaps('human2');
    const human = first.map((one, row) => {
      const two = second[row] ?? null;
      return one === null || two === null ? null : [one, two];
    });
    const found = calibrate({ machine: pairsOf(input), human, y: input.numbers('y') });
    if (!found) return {};
    const slopes = found.calibrations.map((line) => line.slice(1));
    const matrix = slopes[0]?.map((_, score) => slopes.map((line) => line[score] ?? 0)) ?? [];
    return {
      naive: found.naive,
      calibration1: found.calibrations[0],
      calibration2: found.calibrations[1],
      corrected: found.corrected,
      matrixForm: correctSlopes(found.naive.slice(1), matrix),
    };
  },
};

const reliabilityFamily: OracleFamily = {
  input: ['W1', 'W2', 'y', 'reliability'],
  expected: ['naive', 'corrected'],
  compute(input) {
    const scores = pairsOf(input);
    const y = input.numbers('y');
    const naive = fitLinearModel(
      scores.map((row) => [1, ...row]),
      y,
    );
    return {
      naive: naive?.coefficients.slice(1) ?? null,
      corrected: errorsInVariables({ scores, y, reliability: input.numbers('reliability') }),
    };
  },
};

const simexFamily: OracleFamily = {
  input: ['lambda', 'slope'],
  expected: ['simex'],
  compute: (input) => ({ simex: extrapolateSimex(input.numbers('lambda'), input.numbers('slope')) }),
};

const responseFamily: OracleFamily = {
  input: ['finalEmotion', 'chat', 'quality', 'responded', 'satisfied'],
  expected: ['responseCoef', 'rawRate', 'weightedRate', 'weightedRateSE', 'coef', 'se', 'maxWeight', 'kishEffectiveN'],
  compute(input) {
    const chat = input.numbers('chat');
    const columns = input.numbers('finalEmotion').map((emotion, row) => [1, Math.abs(emotion), chat[row] ?? 0]);
    const answered = input.numbers('responded').map((one) => one === 1);
    const found = weighResponses(columns, answered);
    const satisfied = input.gaps('satisfied');
    const quality = input.numbers('quality');
    const rows = answered.flatMap((one, row) => (one ? [row] : []));
    const outcomes = rows.map((row) => satisfied[row] ?? 0);
    const weights = rows.map((row) => found.weights[row] ?? 0);
    const rate = weightedMean(outcomes, weights);
    const model = weightedLogistic(
      rows.map((row) => [1, quality[row] ?? 0]),
      outcomes,
      weights,
    );
    return {
      responseCoef: found.coefficients,
      rawRate: meanOf(outcomes),
      weightedRate: rate?.mean,
      weightedRateSE: rate?.standardError,
      coef: model?.coefficients ?? null,
      se: model?.standardErrors ?? null,
      maxWeight: found.largest,
      kishEffectiveN: found.kishN,
    };
  },
};

const boundsFamily: OracleFamily = {
  input: ['responded', 'asked', 'satisfied'],
  expected: ['raw', 'lower', 'upper'],
  compute(input) {
    const question = {
      asked: input.number('asked'),
      answered: input.number('responded'),
      yes: input.number('satisfied'),
    };
    const bounds = worstCaseBounds(question);
    return {
      raw: question.answered > 0 ? question.yes / question.answered : null,
      lower: bounds ? bounds[0] : null,
      upper: bounds ? bounds[1] : null,
    };
  },
};

export const errorFamilies: readonly OracleFamily[] = [
  separationFamily,
  calibrationFamily,
  reliabilityFamily,
  simexFamily,
  responseFamily,
  boundsFamily,
];

function pairsOf(input: OracleInput): number[][] {
  const second = input.numbers('W2');
  return input.numbers('W1').map((one, row) => [one, second[row] ?? 0]);
}
