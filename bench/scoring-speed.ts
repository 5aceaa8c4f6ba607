/**
 * Words and messages per second on one core: whole assessments, and acts and feelings alone, beside two sentiment scorers
 * on the same text.
 */
import { readConversation, scoreConversation } from '@rapport/qualities';
import { languageOf } from '@rapport/server/detect-language';
import type { ReadTurn } from '../packages/qualities/src/acts/act-reader.ts';
import { noActs } from '../packages/qualities/src/acts/act-row.ts';
import { shippedModels } from '../packages/qualities/src/models/shipped-models.ts';
import { loadSampleConversations } from './sample-conversations.ts';
import { keepTable, percentile, rounded } from './table.ts';

/** Times everything is run before it is measured: engines compile what is run often, and a worker scores for hours. */
const warmUps = 8;
const runs = 9;

interface Peer {
  name: string;
  run: () => void;
}

const conversations = await loadSampleConversations();
const texts = conversations.flatMap((one) => one.messages.map(({ text }) => text));
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);

const peers: Peer[] = [
  {
    name: 'Rapport, whole assessment (acts, emotion, 14 qualities, quotes)',
    run: () => {
      for (const one of conversations) scoreConversation(one, { languageOf });
    },
  },
  { name: 'Rapport, acts and feelings of sentences', run: readyModels() },
  { name: 'wink-nlp, sentiment of each message', run: await readyWink() },
  { name: 'VADER, sentiment of each message', run: await readyVader() },
];

const rows = peers.map(({ name, run }) => {
  const time = () => {
    const start = performance.now();
    run();
    return (performance.now() - start) / 1000;
  };
  for (let at = 0; at < warmUps; at += 1) run();
  const seconds = percentile(Array.from({ length: runs }, time), 0.5);
  return {
    name,
    wordsPerSecond: words / seconds,
    messagesPerSecond: texts.length / seconds,
  };
});
const own = rows[0]?.wordsPerSecond ?? Number.NaN;
keepTable({
  name: 'scoring-speed',
  title: 'Scoring speed, one core',
  about: `The sample team: ${rounded(conversations.length)} conversations, ${rounded(texts.length)} messages, ${rounded(words)} words. Median of ${runs} runs after ${warmUps} to warm up, in one process.`,
  columns: ['what', 'words/s', 'messages/s', 'against Rapport'],
  rows: rows.map((row) => [
    row.name,
    rounded(row.wordsPerSecond),
    rounded(row.messagesPerSecond),
    `${rounded(row.wordsPerSecond / own, 2)}×`,
  ]),
  notes: [
    'The peers do less: one number per message. They are here as a yardstick of pace.',
    'Before the engine has compiled what runs often, the first thousands of messages take several times as long.',
  ],
});

/** Sentences are cut beforehand; each is read in the light of the turns before it, as scoring does. */
function readyModels(): () => void {
  const models = shippedModels();
  const plain = conversations.map((one) =>
    readConversation(one).messages.map(({ message: { role }, sentences }) => ({ role, sentences })),
  );
  return () => {
    for (const turns of plain) {
      const before: ReadTurn[] = [];
      for (const { role, sentences } of turns) {
        const acts = models.readActs({ role, sentences }, before);
        const read = sentences.map(({ text, words: own }, at) => ({ text, words: own, acts: acts[at] ?? noActs }));
        const mood = role === 'customer' && read.length > 0 ? models.readFeeling(read, before).mood : undefined;
        before.push({ role, sentences: read, ...(mood !== undefined && { mood }) });
      }
    }
  };
}

async function readyWink(): Promise<() => void> {
  const winkNLP = (await import('wink-nlp')).default;
  const model = (await import('wink-eng-lite-web-model')).default;
  const nlp = winkNLP(model as Parameters<typeof winkNLP>[0], ['sbd', 'negation', 'sentiment']);
  return () => {
    for (const text of texts) nlp.readDoc(text).out(nlp.its.sentiment);
  };
}

async function readyVader(): Promise<() => void> {
  const { SentimentIntensityAnalyzer } = (await import('vader-sentiment')).default;
  return () => {
    for (const text of texts) SentimentIntensityAnalyzer.polarity_scores(text);
  };
}
