import { blandAltman } from '../agreement/bland-altman.ts';
import { cohenKappa } from '../agreement/cohen-kappa.ts';
import { percentileInterval, resampleAlpha } from '../agreement/estimate-alpha.ts';
import { fleissKappa } from '../agreement/fleiss-kappa.ts';
import { gwetAc1 } from '../agreement/gwet-ac1.ts';
import { iccForms, intraclassCorrelations } from '../agreement/intraclass-correlation.ts';
import { krippendorffAlpha } from '../agreement/krippendorff-alpha.ts';
import { estimatePercentAgreement } from '../agreement/percent-agreement.ts';
import { sortAscending } from '../distributions/quantile.ts';
import type { OracleFamily } from './oracle-family.ts';

export const agreementFamilies: readonly OracleFamily[] = [
  {
    input: ['levels', 'a', 'b'],
    expected: ['n', 'percentAgreement', 'kappa', 'kappaSE', 'linear', 'linearSE', 'quadratic', 'quadraticSE', 'ac1'],
    compute(input) {
      const ratings = { levels: input.numbers('levels'), first: input.gaps('a'), second: input.gaps('b') };
      const plain = cohenKappa(ratings);
      const linear = cohenKappa(ratings, 'linear');
      const quadratic = cohenKappa(ratings, 'quadratic');
      return {
        n: plain.n,
        percentAgreement: estimatePercentAgreement(ratings).value,
        kappa: plain.kappa,
        kappaSE: plain.standardError,
        linear: linear.kappa,
        linearSE: linear.standardError,
        quadratic: quadratic.kappa,
        quadraticSE: quadratic.standardError,
        ac1: gwetAc1(ratings),
      };
    },
  },
  {
    input: ['ratings'],
    expected: [...iccForms, 'lower', 'upper', 'F'],
    compute(input) {
      const forms = intraclassCorrelations(input.matrix('ratings'));
      if (!forms) return {};
      const column = (field: 'value' | 'lower' | 'upper' | 'f') => iccForms.map((form) => forms[form][field]);
      return {
        ...Object.fromEntries(iccForms.map((form) => [form, forms[form].value])),
        lower: column('lower'),
        upper: column('upper'),
        F: column('f'),
      };
    },
  },
  {
    input: ['ratings', 'rowsAre', 'columnsAre'],
    expected: ['nominal', 'ordinal', 'interval', 'pairableValues', 'units'],
    compute(input) {
      const items = itemsOfRaters(input.gapMatrix('ratings'));
      const { units, pairableValues } = krippendorffAlpha(items, 'nominal');
      const alpha = (scale: 'nominal' | 'ordinal' | 'interval') => krippendorffAlpha(items, scale).alpha;
      return {
        nominal: alpha('nominal'),
        ordinal: alpha('ordinal'),
        interval: alpha('interval'),
        pairableValues,
        units,
      };
    },
  },
  {
    // The reference draws resamples of items for the ordinal scale only.
    input: ['ratings', 'resamples'],
    expected: ['point', 'replicates', 'lower', 'upper'],
    compute(input) {
      const items = itemsOfRaters(input.gapMatrix('ratings'));
      const replicates = resampleAlpha(items, 'ordinal', input.matrix('resamples'));
      const sorted = sortAscending(replicates.filter((replicate) => replicate !== null));
      return { point: krippendorffAlpha(items, 'ordinal').alpha, replicates, ...percentileInterval(sorted, 0.95) };
    },
  },
  {
    input: ['counts', 'rowsAre', 'columnsAre'],
    expected: ['kappa'],
    compute: (input) => ({ kappa: fleissKappa(input.matrix('counts')) }),
  },
  {
    input: ['human', 'machine'],
    expected: ['bias', 'sd', 'loLimit', 'hiLimit', 'biasLower', 'biasUpper'],
    compute(input) {
      const found = blandAltman({ human: input.numbers('human'), machine: input.numbers('machine') });
      if (!found) return {};
      return {
        bias: found.bias.value,
        sd: found.deviation,
        loLimit: found.limits.lower,
        hiLimit: found.limits.upper,
        biasLower: found.bias.lower,
        biasUpper: found.bias.upper,
      };
    },
  },
];

/** The reference lists a row per rater; the functions here take a row per item. */
function itemsOfRaters(raters: readonly (readonly (number | null)[])[]): (number | null)[][] {
  const length = Math.max(0, ...raters.map((row) => row.length));
  return Array.from({ length }, (_, item) => raters.map((row) => row[item] ?? null));
}
