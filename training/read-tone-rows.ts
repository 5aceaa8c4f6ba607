/** What tone is learned from, brought to one form: a text, what should come out of it, and how much it counts. */
import { z } from 'zod';
import type { PlainSentence } from '../packages/qualities/src/acts/act-reader.ts';
import { goEmotions } from '../packages/qualities/src/models/emotions28-model.ts';
import { findSentenceRanges } from '../packages/qualities/src/text/find-sentences.ts';
import { findWords } from '../packages/qualities/src/text/find-words.ts';
import type { CorpusConversation } from './read-service.ts';

export interface ToneRows {
  politeness: readonly unknown[];
  convabuse: readonly unknown[];
  offensive: readonly unknown[];
  goemotions: readonly unknown[];
  service: readonly CorpusConversation[];
}

/** How much a row of each set counts. Abuse of a machine comes closest to a customer's anger at an agent. */
const weights = { politeness: 1, convabuse: 2, offensive: 0.25, service: 0.7, goemotions: 0.1 } as const;

export interface ToneUnit {
  source: keyof typeof weights;
  /** Never split between what is learned and what is read blind. */
  group: string;
  sentences: PlainSentence[];
  weight: number;
  /** 0 impolite … 1 polite: the place among the ratings of its site. NaN where nobody rated it. */
  politeness: number;
  /** 1 hostile, 0 not, NaN where it is not known. */
  hostility: number;
  /** Only where rated: polite 1, impolite −1, the middle half 0. */
  rated: { politeClass: -1 | 0 | 1; site: string } | null;
  /** One for each of the 28, or null where nobody labelled them. */
  emotions: Float32Array | null;
}

export const readToneUnits = (rows: ToneRows): ToneUnit[] => [
  ...readRated(rows.politeness),
  ...readHostile(rows),
  ...readEmotions(rows.goemotions),
  ...readService(rows.service),
];

const politenessRow = z.object({
  group: z.string(),
  text: z.string(),
  labels: z.object({
    class: z.enum(['polite', 'neutral', 'impolite']),
    score: z.number(),
    ratings: z.array(z.number()).min(2),
  }),
  meta: z.object({ domain: z.string() }),
});
const abuseRow = z.object({ group: z.string(), text: z.string(), labels: z.object({ abusive: z.boolean() }) });
const offensiveRow = z.object({
  group: z.string(),
  text: z.string(),
  labels: z.object({ class: z.enum(['hate', 'offensive', 'neither']) }),
});
const emotionRow = z.object({
  group: z.string(),
  text: z.string(),
  labels: z.object({ emotions: z.array(z.string()) }),
});

const unitOf = (
  source: ToneUnit['source'],
  group: string,
  text: string,
  more: Partial<Pick<ToneUnit, 'weight' | 'politeness' | 'hostility' | 'rated' | 'emotions'>>,
): ToneUnit => ({
  source,
  group,
  sentences: sentencesOf(text),
  weight: weights[source],
  politeness: Number.NaN,
  hostility: Number.NaN,
  rated: null,
  emotions: null,
  ...more,
});

const readRated = (rows: readonly unknown[]): ToneUnit[] => {
  const rated = rows.map((row) => politenessRow.parse(row));
  const ranks = rankWithin(rated.map(({ meta, labels }) => ({ group: meta.domain, value: labels.score })));
  return rated.map(({ group, text, labels, meta }, index) =>
    unitOf('politeness', group, text, {
      politeness: ranks[index] ?? 0.5,
      // Raters who agree tell more; the numbers are in steps of their scale of 25.
      weight: 4 / (1.5 + spreadOf(labels.ratings)),
      rated: {
        politeClass: labels.class === 'polite' ? 1 : labels.class === 'impolite' ? -1 : 0,
        site: meta.domain,
      },
    }),
  );
};

const readHostile = ({ convabuse, offensive }: ToneRows): ToneUnit[] => [
  ...convabuse
    .map((row) => abuseRow.parse(row))
    .map(({ group, text, labels }) => unitOf('convabuse', group, text, { hostility: labels.abusive ? 1 : 0 })),
  ...offensive
    .map((row) => offensiveRow.parse(row))
    .map(({ group, text, labels }) =>
      unitOf('offensive', group, text, { hostility: labels.class === 'neither' ? 0 : 1 }),
    ),
];

const heated = ['anger', 'annoyance', 'disgust', 'disapproval'];

/** A calm comment is not hostile; every fourth is plenty to say so. */
const readEmotions = (rows: readonly unknown[]): ToneUnit[] =>
  rows
    .map((row) => emotionRow.parse(row))
    .map(({ group, text, labels }, index) =>
      unitOf('goemotions', group, text, {
        emotions: Float32Array.from(goEmotions, (label) => (labels.emotions.includes(label) ? 1 : 0)),
        hostility: index % 4 === 0 && !labels.emotions.some((name) => heated.includes(name)) ? 0 : Number.NaN,
      }),
    );

const readService = (conversations: readonly CorpusConversation[]): ToneUnit[] =>
  conversations.flatMap(({ id, turns }) =>
    turns
      .filter(({ role }) => role === 'customer' || role === 'agent')
      .flatMap(({ sentences }) => sentences)
      .flatMap(({ text, labels }) => {
        if (!labels) return [];
        const isHostile = labels.includes('insult') || labels.includes('mirror-hostility');
        return [unitOf('service', id, text, { hostility: isHostile ? 1 : 0 })];
      }),
  );

const sentencesOf = (text: string): PlainSentence[] =>
  findSentenceRanges(text).map(({ start, end }) => {
    const own = text.slice(start, end);
    return { text: own, words: findWords(own) };
  });

/** Standard deviation. */
const spreadOf = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

/** Place of each value among those of its group, 0…1. */
const rankWithin = (values: readonly { group: string; value: number }[]): number[] => {
  const sorted = new Map<string, number[]>();
  for (const { group, value } of values) {
    const list = sorted.get(group) ?? [];
    list.push(value);
    sorted.set(group, list);
  }
  for (const list of sorted.values()) list.sort((one, other) => one - other);
  return values.map(({ group, value }) => {
    const list = sorted.get(group) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return list.length < 2 ? 0.5 : low / (list.length - 1);
  });
};
