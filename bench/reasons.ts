/**
 * How well grouping by words finds what people labelled as one reason, and how many refusals name their rule.
 *
 *     npx tsx bench/reasons.ts
 *
 * These sets are for measuring only (their licences); nothing is made from them and no text of them is printed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { findRules, groupSentences, wordsOfReason } from '@rapport/insight';
import { createRandom } from '@rapport/statistics';
import { dataFolder } from '../training/data-sets.ts';
import { keepTable, rounded } from './table.ts';

interface LabelledLine {
  text: string;
  labels: { intent?: string; negative_reason?: string | null };
}
interface ServiceLine {
  turns: { role: string; text: string; sentences?: { acts: string[] }[] }[];
}

/** The lines of a set; their form is the data folder's own README. */
function readLines<T>(file: string): T[] {
  const bytes = readFileSync(new URL(file, dataFolder));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as T]));
}

function measureGroups(name: string, given: readonly { text: string; label: string }[]): (string | number)[] {
  const sentences = given.map(({ text }, conversation) => ({
    conversation,
    words: wordsOfReason(text).map(({ stem }) => stem),
  }));
  const groups = groupSentences(sentences);
  const dealt = dealOut(sentences);
  const third = dealt.slice(0, Math.floor(dealt.length / 3));
  const thrice = [0, 1, 2].flatMap((copy) =>
    third.map(({ words }, place) => ({ conversation: 3 * place + copy, words })),
  );
  let [held, alike] = [0, 0];
  for (const { sentences: places } of groups) {
    const counts = countBy(places.map((place) => given[place]?.label ?? ''));
    held += places.length;
    alike += Math.max(...counts.values());
  }
  const all = countBy(given.map(({ label }) => label));
  const largest = Math.max(...all.values()) / given.length;
  return [
    ...[name, given.length, all.size, groups.length],
    ...[rounded(held / given.length, 2), rounded(alike / held, 2), rounded(largest, 2)],
    ...[groupSentences(dealt).length, groupSentences(thrice).length],
  ];
}

/** The same words by chance in other sentences: what is found there is found by luck. */
function dealOut<Sentence extends { words: readonly string[] }>(sentences: readonly Sentence[]): Sentence[] {
  const random = createRandom(1);
  const words = sentences.flatMap((one) => one.words);
  for (let place = words.length - 1; place > 0; place -= 1) {
    const other = Math.floor((place + 1) * random.next());
    [words[place], words[other]] = [words[other] ?? '', words[place] ?? ''];
  }
  let at = 0;
  return sentences.map((one) => ({ ...one, words: [...new Set(one.words.map(() => words[at++] ?? ''))] }));
}

function countBy(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/** Replies that refuse, and those that do not: in how many of each is a rule seen? */
function measureRules(): string {
  const found = { refusing: 0, seen: 0, others: 0, wrong: 0 };
  for (const part of ['train', 'dev']) {
    for (const { turns } of readLines<ServiceLine>(`service/${part}.jsonl`)) {
      for (const { role, text, sentences = [] } of turns) {
        if (role !== 'agent') continue;
        const refused = sentences.some(({ acts }) => acts.includes('refuse'));
        const rules = findRules(text, { refused });
        found[refused ? 'refusing' : 'others'] += 1;
        if (rules.length > 0) found[refused ? 'seen' : 'wrong'] += 1;
      }
    }
  }
  return `Rules: of ${found.refusing} replies labelled as refusing ${found.seen} show one; of ${found.others} others ${found.wrong} do.`;
}

if (!existsSync(dataFolder)) {
  process.stdout.write('Skipped: the labelled data (../shared/data) is not beside this repository.\n');
} else {
  const intents = (file: string) =>
    readLines<LabelledLine>(file).map(({ text, labels }) => ({ text, label: labels.intent ?? '' }));
  const complaints = readLines<LabelledLine>('airline_sentiment/train.jsonl').flatMap(({ text, labels }) =>
    labels.negative_reason ? [{ text, label: labels.negative_reason }] : [],
  );
  keepTable({
    name: 'reasons',
    title: 'Grouping by words',
    about:
      'Labelled sets as if each line were a conversation. "In a group": share of lines that fall into one of at most forty groups. "Of one label": share of those whose group is mostly of their own label; beside it the share of the largest label, which one group of everything would reach. "By luck": groups that are found when the same words are dealt out to other lines; "told thrice": the same of a third of them, each told by three customers word for word: all are false.',
    columns: [
      'set',
      'lines',
      'labels',
      'groups',
      'in a group',
      'of one label',
      'largest label',
      'by luck',
      'told thrice',
    ],
    rows: [
      measureGroups('banking77, questions to a bank', intents('banking77/train.jsonl')),
      measureGroups('airline_sentiment, complaints', complaints),
      measureGroups(
        'clinc150, requests to an assistant',
        intents('clinc150/train.jsonl.gz').filter(({ label }) => label !== 'oos'),
      ),
    ],
    notes: [measureRules()],
  });
}
