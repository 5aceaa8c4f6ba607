/**
 * Sets nothing was learned from, because their licence allows measuring only: how far reading carries to other helpers
 * and other talk. Supporters and counsellors are read as agents, with the turns before where the set gives them; strangers
 * on the telephone as "other". No text leaves this file.
 */
import type { Act } from '@rapport/contract';
import { type LabelledText, labelText, type TextToLabel } from '@rapport/qualities/label-text';
import { z } from 'zod';
import { readRows } from '../training/data-sets.ts';
import { estimateAuc, estimateRankCorrelation, type MeasuredLine } from './measure-lines.ts';

const row = z.object({
  id: z.string(),
  group: z.string(),
  role: z.enum(['agent', 'customer', 'other']),
  text: z.string(),
  context: z.array(z.object({ role: z.enum(['agent', 'customer', 'other']), text: z.string() })).optional(),
  labels: z.record(z.string(), z.unknown()),
});
type LabelledRow = z.infer<typeof row> & { read: LabelledText };

interface Question {
  data: string;
  what: string;
  isTrue: (labels: Record<string, unknown>) => boolean;
  acts: readonly Act[];
  floor: number | null;
}

const strategy = (name: string) => (labels: Record<string, unknown>) => labels.strategy === name;
const behaviour = (name: string) => (labels: Record<string, unknown>) => labels.behaviour === name;
const above = (name: string) => (labels: Record<string, unknown>) => Number(labels[name]) > 0;
const spoken =
  (...names: readonly string[]) =>
  (labels: Record<string, unknown>) =>
    names.includes(String(labels.act));

const ask = (
  data: string,
  what: string,
  isTrue: Question['isTrue'],
  acts: readonly Act[],
  floor: number | null,
): Question => ({ data, what, isTrue, acts, floor });

const feeling: readonly Act[] = ['acknowledge-feeling', 'apologise'];
const questions: readonly Question[] = [
  ask('epitome', 'any emotional reaction', above('emotional_reaction'), feeling, 0.75),
  ask('epitome', 'interpretation', above('interpretation'), ['acknowledge-feeling', 'restate', 'personal-touch'], 0.75),
  ask('epitome', 'exploration', above('exploration'), ['ask'], 0.88),
  ask('esconv', 'question', strategy('Question'), ['ask'], 0.95),
  ask('esconv', 'restatement', strategy('Restatement or Paraphrasing'), ['restate'], 0.75),
  ask('esconv', 'reflection of feelings', strategy('Reflection of feelings'), ['acknowledge-feeling'], 0.75),
  ask(
    'esconv',
    'suggestions',
    strategy('Providing Suggestions'),
    ['instruct', 'offer-solution', 'offer-alternative'],
    0.8,
  ),
  ask('esconv', 'information', strategy('Information'), ['inform'], 0.7),
  ask('annomi', 'question', behaviour('question'), ['ask'], 0.93),
  ask('annomi', 'reflection', behaviour('reflection'), ['restate', 'acknowledge-feeling'], 0.72),
  ask('swda', 'question', spoken('qy', 'qw', 'qo', 'qrr', '^d', 'qy^d', 'qw^d', '^g'), ['ask'], null),
  ask('swda', 'closing', spoken('fc'), ['farewell'], null),
];

const files: Readonly<Record<string, string>> = {
  epitome: 'epitome/dev.jsonl',
  esconv: 'esconv/dev.jsonl.gz',
  annomi: 'annomi/dev.jsonl',
  swda: 'swda/dev.jsonl.gz',
};

/** @param role the role the labelled texts are read in, in place of the set's own; the turns before are then left out */
export const measureTransfer = (role?: TextToLabel['role']): MeasuredLine[] => {
  const read = new Map(Object.entries(files).map(([data, file]) => [data, readSet(file, role)]));
  return questions.map(({ data, what, isTrue, acts, floor }): MeasuredLine => {
    const rows = (read.get(data) ?? []).map(({ group, labels, read: own }) => ({
      group,
      isTrue: isTrue(labels),
      value: Math.max(...acts.map((act) => own.acts[act])),
    }));
    const estimate = estimateAuc(rows);
    return { what: `${what}, by ${acts.join(', ')}, AUC`, data, kind: 'transfer', better: 'higher', floor, estimate };
  });
};

/** Customers among the rows are the ones helped; the questions are about those who help. */
const readSet = (file: string, role: TextToLabel['role'] | undefined): LabelledRow[] =>
  readRows(file).flatMap((one) => {
    const parsed = row.parse(one);
    if (parsed.role === 'customer') return [];
    const { id, text, context = [] } = parsed;
    const read = labelText({ id, text, role: role ?? parsed.role, context: role ? [] : context });
    return [{ ...parsed, read }];
  });

/** How glad a customer is read against what people said of them. */
export const measureMoods = (): MeasuredLine[] => {
  const tweet = row.extend({ labels: z.object({ sentiment: z.enum(['negative', 'neutral', 'positive']) }) });
  const worth = { negative: -1, neutral: 0, positive: 1 };
  const tweets = readRows('airline_sentiment/dev.jsonl').map((one) => {
    const { id, group, text, labels } = tweet.parse(one);
    const valence = labelText({ id, text, role: 'customer' }).emotion?.valence ?? 0;
    return { group, one: valence, other: worth[labels.sentiment] };
  });
  const clear = tweets
    .filter(({ other }) => other !== 0)
    .map(({ group, one, other }) => ({ group, isTrue: other > 0, value: one }));
  const common = { kind: 'transfer', better: 'higher', floor: null } as const;
  return [
    {
      ...common,
      what: 'glad against unhappy tweets, by valence, AUC',
      data: 'airline_sentiment',
      estimate: estimateAuc(clear),
    },
    {
      ...common,
      what: 'unhappy, neutral, glad tweets, rank correlation with valence',
      data: 'airline_sentiment',
      estimate: estimateRankCorrelation(tweets),
    },
    {
      ...common,
      what: 'satisfaction at each turn as outsiders rate it, rank correlation with valence',
      data: 'uss',
      estimate: estimateRankCorrelation(readDialogues()),
    },
  ];
};

const dialogue = z.object({
  group: z.string(),
  turns: z.array(
    z.object({
      role: z.enum(['agent', 'customer']),
      text: z.string(),
      satisfaction: z.union([z.number(), z.array(z.number())]).nullish(),
    }),
  ),
});

const readDialogues = (): { group: string; one: number; other: number }[] =>
  readRows('uss/dev.jsonl.gz').flatMap((line) => {
    const { group, turns } = dialogue.parse(line);
    return turns.flatMap(({ role, text, satisfaction }, index) => {
      const ratings = [satisfaction ?? []].flat();
      if (role !== 'customer' || ratings.length === 0) return [];
      const context = turns.slice(Math.max(0, index - contextTurns), index);
      const valence = labelText({ id: `${group} ${index}`, text, role, context }).emotion?.valence ?? 0;
      return [{ group, one: valence, other: ratings.reduce((sum, one) => sum + one, 0) / ratings.length }];
    });
  });

/** Earlier turns no longer move a mood. */
const contextTurns = 6;
