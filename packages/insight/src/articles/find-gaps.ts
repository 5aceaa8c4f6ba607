/** Questions that no article answers, put together by the words they share. */
import type { GapQuestion, KnowledgeGap, KnowledgeGaps } from '@rapport/contract';
import { groupSentences } from '../reasons/group-sentences.ts';
import { nameGroup } from '../reasons/name-group.ts';
import { wordsOfReason } from '../reasons/words-of-reason.ts';

export interface AskedQuestion {
  question: GapQuestion;
  /** The article that fits it best; null: none does. */
  article: number | null;
}

/** Two customers who ask the same are worth an article sooner than five who were angry are worth a reason. */
const fewestInGap = 2;
const quotesOfGap = 5;
const mostAlone = 50;
const mostUnused = 10;

/** @param asked newest first */
export function findGaps(asked: readonly AskedQuestion[]): Pick<
  KnowledgeGaps,
  'unsure' | 'answered' | 'unclear' | 'without' | 'groups' | 'alone'
> & {
  unused: { article: number; conversations: number }[];
} {
  const open: AskedQuestion[] = [];
  const unused = new Map<number, Set<string>>();
  let [answered, unclear] = [0, 0];
  for (const one of asked) {
    if (!saysEnough(one.question.quote)) {
      unclear += 1;
      continue;
    }
    if (one.article === null) open.push(one);
    else {
      answered += 1;
      const conversations = unused.get(one.article) ?? new Set<string>();
      unused.set(one.article, conversations.add(one.question.conversationId));
    }
  }
  const groups = groupQuestions(open);
  const grouped = new Set(groups.flatMap(({ places }) => places));
  return {
    ...{ unsure: asked.length, answered, unclear, without: open.length },
    groups: groups.map(({ places: _, ...gap }) => gap),
    alone: open
      .filter((_, place) => !grouped.has(place))
      .slice(0, mostAlone)
      .map(({ question }) => question),
    unused: [...unused]
      .map(([article, conversations]) => ({ article, conversations: conversations.size }))
      .sort((a, b) => b.conversations - a.conversations || a.article - b.article)
      .slice(0, mostUnused),
  };
}

/** "Can you help?" is about nothing that could be looked up. */
export const saysEnough = (question: string): boolean => wordsOfReason(question).length > 0;

type PlacedGap = KnowledgeGap & { places: number[] };

/** First by two words that stand together, as reasons are; then, of the rest, what is said in the very same words. */
function groupQuestions(open: readonly AskedQuestion[]): PlacedGap[] {
  const said = open.map(({ question }) => wordsOfReason(question.quote));
  const stems = said.map((words) => words.map(({ stem }) => stem));
  const sentences = open.map(({ question }, place) => ({
    conversation: Number(question.conversationId),
    words: stems[place] ?? [],
  }));
  const byPair = groupSentences(sentences, fewestInGap);
  const grouped = new Set(byPair.flatMap(({ sentences: places }) => places));
  const alike = new Map<string, number[]>();
  for (const [place, words] of stems.entries()) {
    if (grouped.has(place)) continue;
    const key = [...words].sort().join('~');
    alike.set(key, [...(alike.get(key) ?? []), place]);
  }
  const toGap = (key: string, words: readonly string[], places: number[]): PlacedGap => ({
    ...{
      key,
      places,
      name: nameGroup(
        words,
        places.map((place) => said[place] ?? []),
      ),
    },
    conversations: new Set(places.map((place) => open[place]?.question.conversationId)).size,
    questions: sayBestFirst(distinct(places.flatMap((place) => open[place]?.question ?? []))),
  });
  return [
    ...byPair.map(({ key, words, sentences: places }) => toGap(key, words, places)),
    ...[...alike].map(([key, places]) => toGap(key, key.split('~'), places)),
  ]
    .filter(({ conversations }) => conversations >= fewestInGap)
    .sort(
      // Of two that are asked as often the one that is asked in more ways: it is no story told again.
      (one, other) =>
        other.conversations - one.conversations ||
        other.questions.length - one.questions.length ||
        (one.key < other.key ? -1 : 1),
    );
}

/** The newest of each wording: who reads them wants to see how differently it is asked. */
function distinct(questions: readonly GapQuestion[]): GapQuestion[] {
  const byWords = new Map<string, GapQuestion>();
  for (const one of questions) {
    const words = one.quote.toLowerCase().replaceAll(/\s+/g, ' ').trim();
    if (!byWords.has(words)) byWords.set(words, one);
  }
  return [...byWords.values()];
}

/** So much is read at a glance. */
const glance = 100;

/** The one that stands for the others first: short enough to read, and the more it says, the better. The rest stay in order. */
function sayBestFirst(questions: readonly GapQuestion[]): GapQuestion[] {
  const [best] = [...questions].sort((one, other) => worthOf(other.quote) - worthOf(one.quote));
  return best === undefined ? [] : [best, ...questions.filter((one) => one !== best)].slice(0, quotesOfGap);
}

const worthOf = (quote: string): number =>
  Math.min(6, wordsOfReason(quote).length) +
  (/\?\s*$/.test(quote) ? 1 : 0) +
  (/^\p{Lu}/u.test(quote) && !/\p{Lu}{4}/u.test(quote) ? 1 : 0) -
  Math.max(0, quote.length - glance) / 20;
