/** docs/model-card.md: what the models are, what they were made of, what they are for, and what was tried. */
import type { Accuracy } from '@rapport/contract';
import { measuringSets, type TrainingSet } from '../training/data-sets.ts';
import { measureOf, number, table, withRange } from './accuracy-words.ts';

export interface CardSources {
  accuracy: Accuracy;
  /** training/README.md, of which one section is told here again. */
  training: string;
  /** bench/results/pairs.md, or null before it was measured. */
  pairs: string | null;
  /** Bytes of each file of weights. */
  weights: readonly { file: string; bytes: number }[];
}

const learnedFrom: Record<TrainingSet, readonly [what: string, licence: string]> = {
  service: [
    'service conversations and single sentences in many trades, written and labelled by language models',
    'ours, Apache-2.0',
  ],
  politeness: ['requests on Wikipedia and Stack Exchange, rated by five people each', 'CC BY 4.0'],
  goemotions: ['Reddit comments with 28 feelings, labelled by people', 'Apache-2.0'],
  convabuse: ['what people write to chatbots, rated for abuse by people', 'CC BY 4.0'],
  offensive: ['tweets found by a list of slurs, labelled by people', 'MIT'],
  'conversations/star': ['live chats of a study, every turn timed', 'MIT'],
  multidogo: ['customer sentences in six service domains', 'CDLA-Permissive'],
  banking77: ['questions to a bank', 'CC BY 4.0'],
  clinc150: ['requests to an assistant', 'CC BY 3.0'],
  email_intent: ['sentences of business mail', 'Apache-2.0'],
};

const setsOnlyMeasured: Record<(typeof measuringSets)[number], string> = {
  epitome: 'peer support on Reddit',
  esconv: 'crowd supporters in chat',
  annomi: 'transcribed counselling',
  swda: 'telephone talk between strangers',
  airline_sentiment: 'tweets to airlines',
  uss: 'task dialogues with satisfaction',
  derailment: 'talk pages before an attack',
  'conversations/twitter_care': 'public support threads',
};

export const modelCard = ({ accuracy, training, pairs, weights }: CardSources): string =>
  [
    '# Model card',
    '',
    'Made by `npm run generate`; figures come from `bench/`, what was tried from `training/README.md`.',
    '',
    '## What it is',
    '',
    'Small models that read what each sentence of a service conversation does (acts of agents and customers), how a customer feels, how polite and',
    'how hostile a text is; and measured weights that join the findings of readable rules into a verdict on fourteen qualities. A linear model and',
    'two small networks over words, word families and place, in plain typed arrays and a little WebAssembly: no native parts, no network, the same',
    'in Node and in the browser.',
    '',
    ...table(
      ['weights', 'MB'],
      weights.map(({ file, bytes }) => [`\`${file}\``, number(bytes / 1e6, 1)]),
    ),
    `Version \`${accuracy.scorerVersion}\`; scores keep the version they came from. Speed and loading: [models](../bench/results/models.md),`,
    '[scoring](../bench/results/scoring-speed.md). Licence: Apache-2.0, weights included.',
    '',
    '## For what, and not for what',
    '',
    '- For finding, over many conversations, which behaviours go together with trouble, and for finding the moments worth reading.',
    '- Not for deciding about a person: no hiring, pay, ranking or dismissal on it. Agents have no emotion estimated, ever.',
    '- Not for other languages than English; such text is read, counted, and not scored. Not for bots, notes, auto-replies or quoted text.',
    '- Nothing of a conversation leaves the machine. The [judge](judge.md), a language model asked on request, is apart from these models and off',
    '  unless somebody sets it up.',
    '',
    '## How good',
    '',
    ...table(
      ['what', 'measured', 'two raters (language models)'],
      [
        ['verdicts, weighted kappa, mean of fourteen', withRange(accuracy.kappa), number(accuracy.ceiling.kappa)],
        ['acts, macro-F1', withRange(measureOf(accuracy, 'acts, macro-F1')), number(accuracy.ceiling.actsF1)],
        [
          'feelings, rank correlation of valence',
          withRange(measureOf(accuracy, 'feelings, rank correlation of valence')),
          number(accuracy.ceiling.valence),
        ],
      ],
    ),
    `On ${accuracy.conversations} conversations kept aside, written and labelled by language models. Each quality, each act, other sets, and where it is weak:`,
    '[how far to trust the scores](accuracy.md).',
    '',
    '## Made of what',
    '',
    'May shape weights:',
    '',
    ...table(
      ['set', 'what', 'licence'],
      Object.entries(learnedFrom).map(([set, [what, licence]]) => [set, what, licence]),
    ),
    'Beside these, conversations and sentences written for Rapport by language models (`training/own-conversations/`, `training/own-sentences/`). Which',
    'model learned from which is told in [training](../training/README.md); not every set is used. For measuring only, by licence, and refused by',
    `code (\`training/data-sets.ts\`): ${measuringSets.map((set) => `${set} (${setsOnlyMeasured[set]})`).join(', ')}.`,
    '',
    ...gaming(pairs),
    '## What was tried',
    '',
    sectionOf(training, 'Why it looks like this'),
    '',
    '## Known limits',
    '',
    '- Labels of the service corpus come from language models, and so do its texts: some agents speak in a too polished voice, and verdicts hang',
    '  together more than in life.',
    '- Public sets carry the language of their places: Wikipedia, Reddit, Twitter, crowd work; mostly North American English.',
    '- Acts are read one sentence at a time with what came before; what a customer learns by telephone or on a page nobody sees.',
    '',
    `Measured ${accuracy.measuredAt} at commit ${accuracy.commit}.`,
    '',
  ].join('\n');

const gaming = (pairs: string | null): string[] => {
  if (pairs === null) return [];
  const [, ...lines] = pairs.trimEnd().split('\n');
  return ['## Tricks, names and dialects', '', lines.join('\n').trim(), ''];
};

/** The text below a heading, up to the next one; throws when it is gone, so that no page loses a part unseen. */
const sectionOf = (text: string, heading: string): string => {
  const found = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (!found) throw new Error(`training/README.md has no section "${heading}".`);
  return found.slice(heading.length).trim();
};
