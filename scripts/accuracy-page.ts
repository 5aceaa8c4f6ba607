/** docs/accuracy.md: how far to trust the scores, from what was measured. */
import { type Accuracy, qualityWords, trustFrom, trustLevels, trustWords } from '@rapport/contract';
import {
  inHundred,
  isReached,
  list,
  measureOf,
  named,
  number,
  range,
  reached,
  table,
  withRange,
} from './accuracy-words.ts';

/** With fewer labelled sentences an act's figure says next to nothing. */
const fewestForAct = 10;
const hardBelow = 0.45;

export const accuracyPage = (accuracy: Accuracy): string =>
  [
    '# How far to trust the scores',
    '',
    'Made by `npm run generate` from what `npx tsx bench/accuracy.ts` measured; no figure here is written by hand. The same figures',
    'stand beside every score, on the page `/accuracy`, and in the API at `/api/v1/accuracy`.',
    '',
    ...inShort(accuracy),
    ...onWhat(accuracy),
    ...perQuality(accuracy),
    ...howSure(accuracy),
    ...perAct(accuracy),
    ...allMeasures(accuracy),
    ...whereWeak(accuracy),
    `Scorer \`${accuracy.scorerVersion}\`, measured ${accuracy.measuredAt} at commit ${accuracy.commit}. Ranges hold 95 times in 100, by drawing whole`,
    'conversations again and again. Full tables: [verdicts](../bench/results/accuracy.md), [measures](../bench/results/accuracy-measures.md),',
    '[other talk](../bench/results/transfer.md). What the models are and were made of: [model card](model-card.md).',
    '',
  ].join('\n');

const inShort = (accuracy: Accuracy): string[] => {
  const at = (level: (typeof trustLevels)[number]) => accuracy.qualities.filter(({ trust }) => trust === level);
  const missed = measureOf(accuracy, 'of the verdicts missed, labelled missed');
  const notMet = measureOf(accuracy, 'of the verdicts missed, labelled missed or partly');
  const none = measureOf(accuracy, 'nothing called for it, F1 over all qualities');
  const isMostlyRight = (missed.value ?? 0) >= 0.6;
  const isToldWell = (none.value ?? 0) >= 0.7;
  const ofMissed = `- *Missed.* Of the verdicts "missed", ${inHundred(missed)} are labelled missed and ${inHundred(notMet)} missed or partly.`;
  const ofOpening = `- *Not called for.* Whether anything called for a quality is told with an F1 of ${withRange(none)}.`;
  return [
    'Measured, published with the product, and modest. In short:',
    '',
    '**You may rely on**',
    '',
    ...(isMostlyRight ? [ofMissed] : []),
    ...(isToldWell ? [ofOpening] : []),
    ...[...trustLevels]
      .reverse()
      .flatMap((level) =>
        at(level).length > 0 && level !== 'weak' && level !== 'fair'
          ? [`- *${capital(trustWords[level].name)}: ${named(at(level))}.* ${capital(trustWords[level].advice)}.`]
          : [],
      ),
    '- *The quotes.* Every score shows the words it rests on, and those are exact. Whether they prove the verdict is for you to say.',
    '',
    '**You may not rely on**',
    '',
    ...(['fair', 'weak'] as const).flatMap((level) =>
      at(level).length > 0
        ? [`- *${capital(trustWords[level].name)}: ${named(at(level))}.* ${capital(trustWords[level].advice)}.`]
        : [],
    ),
    ...(isMostlyRight ? [] : [ofMissed]),
    ...(isToldWell ? [] : [ofOpening]),
    '- *One score of one conversation*, for anything that matters to a person. No page builds a ranking of people on it.',
    '- *Small differences between two people.* Pages say "cannot tell" where the range includes none.',
    '',
    'Ten moments checked against yourself (`/check`) say more about *your* conversations than any table here.',
    '',
  ];
};

const onWhat = ({
  conversations,
  assessments,
  sentences,
  ceiling,
  blindConversations,
  kappa,
  blindKappa,
}: Accuracy) => [
  '## On what',
  '',
  `${conversations} conversations in many trades, kept aside from everything the scorer learned from: ${assessments} assessments of one agent's replies on`,
  `fourteen qualities, ${sentences.toLocaleString('en-GB')} labelled sentences. **Their texts and their labels were made by language models following written`,
  'guidelines; no human wrote or rated them.** So these figures say how far the scorer agrees with such labels, not with people.',
  '',
  `Two blind raters of that same kind agreed with each other with a weighted kappa of ${number(ceiling.kappa)} on verdicts, a macro-F1 of ${number(ceiling.actsF1)} on acts and a rank`,
  `correlation of ${number(ceiling.valence)} on feelings; on 60 real public threads ${number(ceiling.threads.kappa)}, ${number(ceiling.threads.actsF1)} and ${number(ceiling.threads.valence)}. These were language models too, not people. That is the`,
  `ceiling to measure against. The scorer reaches ${withRange(kappa)} on verdicts, mean over the qualities.`,
  '',
  ...(blindKappa
    ? [
        `On the ${blindConversations} conversations it was made on, each read by models and weights that had not seen it (five folds), it reaches`,
        `${withRange(blindKappa)}. Settings were chosen on these, so this figure flatters a little; its range is narrower.`,
        '',
      ]
    : []),
];

const perQuality = ({ qualities, ceiling }: Accuracy): string[] => [
  '## Each quality',
  '',
  `Agreement is linear weighted kappa over missed, partly, met, where both see an opportunity: 0 is luck, 1 the same every time, ${number(ceiling.kappa)} the`,
  `two raters (their figure was not kept for each quality). Trust: from ${number(trustFrom.fair)} fair, from ${number(trustFrom.good)} good, from ${number(trustFrom.strong)} strong.`,
  '',
  ...table(
    [
      'quality',
      'trust',
      'agreement',
      'of',
      'read blind',
      '"not called for", F1',
      '"missed" labelled missed',
      'or partly',
      '"met" labelled met',
    ],
    [...qualities]
      .sort((one, other) => (other.kappa.value ?? -1) - (one.kappa.value ?? -1))
      .map(({ quality, trust, kappa, blind, noOpportunityF1, missed, notMet, saidMet }) => [
        qualityWords[quality].name,
        trustWords[trust].name,
        withRange(kappa),
        kappa.n,
        withRange(blind),
        withRange(noOpportunityF1),
        counted(missed),
        counted(notMet),
        counted(saidMet),
      ]),
  ),
  `${qualities.filter(({ kappa }) => (kappa.value ?? 0) >= trustFrom.fair).length} of ${qualities.length} reach ${number(trustFrom.fair)}; at least ten were asked for. A dash: no label of that kind, or too little to tell.`,
  '',
];

const counted = (estimate: Accuracy['kappa']): string =>
  estimate.value === null ? '–' : `${Math.round(estimate.value * estimate.n)} of ${estimate.n} (${range(estimate)})`;

const howSure = ({ confidence }: Accuracy): string[] => [
  '## When it says it is sure',
  '',
  ...table(
    ['says, on average', 'as labelled', 'verdicts'],
    confidence.map(({ said, right, n }) => [number(said), number(right), n]),
  ),
];

const perAct = ({ acts, ceiling }: Accuracy): string[] => [
  '## Each act',
  '',
  `What each sentence does, the ground all verdicts stand on. Two raters reach a mean F1 of ${number(ceiling.actsF1)}. An act labelled in fewer than ${fewestForAct} sentences is`,
  'set apart: its figure says next to nothing.',
  '',
  ...(['agent', 'customer'] as const).flatMap((side) =>
    table(
      [`acts of ${side}s`, 'F1', 'right when said', 'found', 'calibration error', 'labelled'],
      acts
        .filter((one) => one.side === side)
        .sort((one, other) => Number(isFew(one)) - Number(isFew(other)) || (other.f1.value ?? 0) - (one.f1.value ?? 0))
        .map((one) => [
          isFew(one) ? `${one.act} (few)` : one.act,
          withRange(one.f1),
          number(one.precision),
          number(one.recall),
          number(one.calibrationError),
          one.f1.n,
        ]),
    ),
  ),
];

const isFew = ({ f1 }: Accuracy['acts'][number]): boolean => f1.n < fewestForAct;

const allMeasures = ({ measures }: Accuracy): string[] => {
  const of = (kind: (typeof measures)[number]['kind']): string[] =>
    table(
      ['set', 'what', 'measured', 'asked for', 'reached', 'of'],
      measures
        .filter((one) => one.kind === kind)
        .map((one) => [
          one.data,
          one.what,
          withRange(one.estimate, 3),
          one.floor === null ? '' : `${one.better === 'lower' ? 'at most ' : ''}${number(one.floor)}`,
          reached(one),
          one.estimate.n.toLocaleString('en-GB'),
        ]),
    );
  return [
    '## Asked for and reached',
    '',
    'On our own corpus:',
    '',
    ...of('own'),
    'On held-back parts of public sets that the models also learned from, labelled by people:',
    '',
    ...of('trained-on'),
    'On public sets nothing was learned from, because their licences allow measuring only, labelled by people. Supporters, counsellors and',
    'strangers on the telephone are not service agents; these say how far reading carries.',
    '',
    ...of('transfer'),
  ];
};

const whereWeak = (accuracy: Accuracy): string[] => {
  const { acts, qualities, kappa, ceiling, measures } = accuracy;
  const perfect = measureOf(
    accuracy,
    'verdicts with acts and feelings as labelled, weighted kappa, mean over qualities',
  );
  const gap = ceiling.kappa - (kappa.value ?? 0);
  const byReading = ((perfect.value ?? 0) - (kappa.value ?? 0)) / gap;
  const hard = acts
    .filter((one) => !isFew(one) && (one.f1.value ?? 0) < hardBelow)
    .sort((one, other) => (one.f1.value ?? 0) - (other.f1.value ?? 0));
  const notReached = measures.filter((one) => one.floor !== null && !isReached(one));
  const gapOf = ({ floor, estimate }: (typeof measures)[number]) => Math.abs((floor ?? 0) - (estimate.value ?? 0));
  const furthest = [...notReached].sort((one, other) => gapOf(other) - gapOf(one)).slice(0, 3);
  const weakest = [...qualities].sort((one, other) => (one.kappa.value ?? 0) - (other.kappa.value ?? 0)).slice(0, 3);
  return [
    '## Where it is weak, and what would take it further',
    '',
    `- **${byReading > 0.5 ? 'Reading more than judging' : 'Judging as well as reading'}.** With acts and feelings as labelled, the same rules and weights reach ${withRange(perfect)}. Reading like the labels would cover`,
    `  about ${Math.round(byReading * 100)} in 100 of the way from ${number(kappa.value)} to the raters' ${number(ceiling.kappa)}; weighing what was read, the rest.`,
    `- **Acts hardest to read** (F1 below ${number(hardBelow)}): ${list(hard.map(({ act, side, f1 }) => `${act}${side === 'customer' ? ' of customers' : ''} ${number(f1.value)}`))}. More labelled`,
    '  sentences of just these, written by people, are the cheapest next step.',
    `- **Qualities lowest in agreement**: ${list(weakest.map(({ quality, kappa: own }) => `${qualityWords[quality].name.toLowerCase()} ${number(own.value)}`))}.`,
    `- **Asked for and not reached**: ${notReached.length} of ${measures.filter(({ floor }) => floor !== null).length} in the tables above${
      notReached.length > 0
        ? `; furthest ${list(furthest.map((one) => `${one.what} on ${one.data} (${number(one.estimate.value)} for ${number(one.floor)})`))}`
        : ''
    }.`,
    '- **What was tried**, with what it gave or did not, stands in [training](../training/README.md). What calls for a quality and how verdicts',
    '  are weighed was chosen on blind readings; the thresholds of acts and of the 28 emotions were also chosen with a look at parts held back.',
    '- **No human has rated a conversation for this.** Two hundred conversations judged by two experienced reviewers would turn every figure',
    '  here from agreement with models into agreement with people. `/check` begins that for your own.',
    '- **What it never does.** It scores no other language than English, no bots, internal notes, auto-replies or quoted text; it estimates no',
    '  feeling of an agent; and no page builds a ranking of people on it.',
    '',
  ];
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
