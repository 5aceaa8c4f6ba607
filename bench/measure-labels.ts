/** Tone, feelings and a few acts on the held-back parts of the public sets that training learned from, as `rapport label` answers. */
import { labelText } from '@rapport/qualities';
import { z } from 'zod';
import { readRows } from '../training/data-sets.ts';
import { isMailForMeasuring } from '../training/read-neighbours.ts';
import { estimateAuc, estimateMacroF1, estimateShare, type MeasuredLine } from './measure-lines.ts';

const row = <Labels extends z.ZodType>(labels: Labels) =>
  z.object({
    id: z.string(),
    group: z.string(),
    text: z.string(),
    labels,
  });

export const measureLabels = (): MeasuredLine[] => [
  ...measurePoliteness(),
  measureHostility(),
  ...measureEmotions(),
  measureChats(),
  measureMails(),
];

const learned = { kind: 'trained-on', better: 'higher' } as const;

const measurePoliteness = (): MeasuredLine[] => {
  const schema = row(z.object({ class: z.enum(['polite', 'neutral', 'impolite']) })).extend({
    meta: z.object({ domain: z.string() }),
  });
  const rows = readRows('politeness/dev.jsonl').map((one) => {
    const { id, group, text, labels, meta } = schema.parse(one);
    const { politeness } = labelText({ id, role: 'other', text });
    return { group, domain: meta.domain, truth: labels.class, said: politeness };
  });
  const clear = (domain: string) =>
    rows
      .filter((one) => one.domain === domain && one.truth !== 'neutral')
      .map(({ group, truth, said }) => ({ group, isRight: said.score >= 0.5 === (truth === 'polite') }));
  const classes = rows.map(({ group, truth, said }) => ({ group, truth: [truth], said: [said.class] }));
  const data = 'politeness';
  return [
    {
      ...learned,
      what: 'polite against impolite, accuracy, Wikipedia',
      data,
      floor: 0.85,
      estimate: estimateShare(clear('wikipedia')),
    },
    {
      ...learned,
      what: 'polite against impolite, accuracy, Stack Exchange',
      data,
      floor: 0.72,
      estimate: estimateShare(clear('stackexchange')),
    },
    {
      ...learned,
      what: 'polite, neutral, impolite, macro-F1',
      data,
      floor: 0.6,
      estimate: estimateMacroF1(classes, ['polite', 'neutral', 'impolite']),
    },
  ];
};

const measureHostility = (): MeasuredLine => {
  const schema = row(z.object({ abusive: z.boolean().nullable() }));
  const rows = readRows('convabuse/dev.jsonl').map((one) => {
    const { id, group, text, labels } = schema.parse(one);
    const said = labelText({ id, role: 'other', text }).hostility >= 0.5;
    return { group, truth: [labels.abusive ? 'abusive' : 'calm'], said: [said ? 'abusive' : 'calm'] };
  });
  const estimate = estimateMacroF1(rows, ['abusive', 'calm']);
  return { ...learned, what: 'abuse by hostility, macro-F1', data: 'convabuse', floor: 0.85, estimate };
};

/** Nothing where this version does not read the 28 labels. */
const measureEmotions = (): MeasuredLine[] => {
  const schema = row(z.object({ emotions: z.array(z.string()) }));
  const rows = readRows('goemotions/dev.jsonl.gz').flatMap((one) => {
    const { id, group, text, labels } = schema.parse(one);
    const { emotions28, emotions28Labels } = labelText({ id, role: 'other', text });
    return emotions28 ? [{ group, truth: labels.emotions, said: emotions28Labels }] : [];
  });
  if (rows.length === 0) return [];
  const names = [...new Set(rows.flatMap(({ truth }) => truth))].sort();
  const estimate = estimateMacroF1(rows, names);
  return [{ ...learned, what: '28 feelings, macro-F1', data: 'goemotions', floor: 0.5, estimate }];
};

const measureChats = (): MeasuredLine => {
  const schema = row(z.object({ intents: z.array(z.string()) }));
  const rows = readRows('multidogo/dev.jsonl.gz').map((one) => {
    const { id, group, text, labels } = schema.parse(one);
    const { actLabels } = labelText({ id, role: 'customer', text });
    const said = [
      actLabels.includes('greet') ? 'openinggreeting' : '',
      actLabels.includes('thank') ? 'thankyou' : '',
      actLabels.includes('farewell') ? 'closinggreeting' : '',
    ];
    return { group, truth: labels.intents, said };
  });
  const estimate = estimateMacroF1(rows, ['openinggreeting', 'thankyou', 'closinggreeting']);
  return {
    ...learned,
    what: 'greeting, thanks, goodbye of customers, mean F1',
    data: 'multidogo',
    floor: 0.92,
    estimate,
  };
};

/** The set has no held-back part of its own: the mails that training left out. */
const measureMails = (): MeasuredLine => {
  const schema = row(z.object({ intent: z.boolean() }));
  const rows = readRows('email_intent/train.jsonl').flatMap((one) => {
    const { id, group, text, labels } = schema.parse(one);
    if (!isMailForMeasuring(id)) return [];
    const { acts } = labelText({ id, role: 'other', text });
    return [{ group, isTrue: labels.intent, value: Math.max(acts.ask, acts.promise, acts.instruct) }];
  });
  const what = 'sentences of mails that want something, by ask, promise, instruct, AUC';
  return { ...learned, what, data: 'email_intent', floor: 0.88, estimate: estimateAuc(rows) };
};
