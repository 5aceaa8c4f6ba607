/** The measured figures as bench tables. */
import { qualityIds } from '@rapport/contract';
import type { Figure, Measured } from '@rapport/qualities/measured/figure';
import { rounded, type Table } from './table.ts';

export const printAccuracy = (measured: Measured): Table[] => [
  {
    name: 'accuracy',
    title: 'Agreement with labels, with its range',
    about: `${measured.conversations} conversations of the service corpus kept aside, ${measured.assessments} assessments of fourteen qualities each, scorer ${measured.scorerVersion}. Texts and labels are by language models; no human rated them.`,
    columns: [
      'quality',
      'weighted kappa',
      'read blind',
      'no opportunity, F1',
      'missed, right',
      'missed, not met',
      'met, right',
      'machine × label',
    ],
    rows: [
      ...qualityIds.map((id) => {
        const { kappa, blind, noOpportunityF1, missed, notMet, saidMet, confusion } = measured.qualities[id];
        const cells = confusion.map(([machine, label, n]) => `${short[machine]}${short[label]} ${n}`);
        return [
          id,
          inWords(kappa),
          inWords(blind),
          inWords(noOpportunityF1),
          inWords(missed),
          inWords(notMet),
          inWords(saidMet),
          cells.join(', '),
        ];
      }),
      ['mean', inWords(measured.kappa), inWords(measured.blindKappa), '', '', '', '', ''],
    ],
    notes: [
      'Ranges hold 95 times in 100, by drawing whole conversations again and again.',
      'Read blind: the part the scorer was made on, each conversation read by models and weights that had not seen it.',
      'Machine × label: m met, p partly, x missed, n no opportunity; "xp 3" is three called missed and labelled partly.',
      `Verdicts from least to most sure, mean confidence and share as labelled: ${measured.confidence.map(({ said, right, n }) => `${rounded(said, 2)} → ${rounded(right, 2)} (${n})`).join(', ')}.`,
    ],
  },
  {
    name: 'accuracy-measures',
    title: 'Reading, line by line',
    about: 'Acts, feelings and tone on parts kept aside, and on sets nothing was learned from (transfer).',
    columns: ['set', 'kind', 'what', 'measured', 'floor', 'n'],
    rows: measured.measures.map(({ data, kind, what, better, floor, figure }) => [
      data,
      kind,
      what,
      inWords(figure, 3),
      floor === null ? '' : `${better === 'lower' ? '≤ ' : ''}${rounded(floor, 2)}`,
      figure.at(-1) ?? '',
    ]),
  },
];

const short = { met: 'm', partly: 'p', missed: 'x', 'no-opportunity': 'n' } as const;

const inWords = (figure: Figure | null, digits = 2): string => {
  if (figure === null || figure.length === 1) return '–';
  if (figure.length === 2) return rounded(figure[0], digits);
  const [value, lower, upper] = figure;
  return `${rounded(value, digits)} (${rounded(lower, digits)} to ${rounded(upper, digits)})`;
};
