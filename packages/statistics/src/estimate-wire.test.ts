import { type EstimateWire, estimate as estimateSchema, estimateReasons as wireReasons } from '@rapport/contract';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { type Estimate, estimateOf, estimateReasons, refuse } from './estimate.ts';
import { estimateProportion } from './proportions/estimate-proportion.ts';

type Field = keyof Estimate;

describe('the estimate and its wire form', () => {
  it('have the same fields and the same closed list of reasons', () => {
    expectTypeOf<keyof EstimateWire>().toEqualTypeOf<Field>();
    // Optional fields of the wire form also admit an explicit undefined; what is present must be of one type.
    expectTypeOf<Required<Estimate>>().toExtend<Required<EstimateWire>>();
    expectTypeOf<Required<EstimateWire>>().toExtend<{ [K in Field]: Required<Estimate>[K] | undefined }>();
    expect([...wireReasons]).toEqual([...estimateReasons]);
  });

  it('travel whole', () => {
    const interval = { lower: 0.4, upper: 0.6 };
    const known = {
      value: 0.5,
      interval,
      inner: interval,
      n: 9,
      effectiveN: 7.5,
      method: 'any',
      warnings: ['w'],
      seed: 3,
    };
    for (const one of [
      estimateOf(known),
      refuse('no_data', { n: 0, method: 'any' }),
      estimateProportion({ passed: 1, n: 3 }),
    ]) {
      expect(estimateSchema.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
    }
  });
});
