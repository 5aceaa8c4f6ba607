/** Words and messages per second on one core: whole assessments, beside two sentiment scorers on the same text. */
import { scoreConversation } from '@rapport/qualities';
import { languageOf } from '@rapport/server/detect-language';
import { loadSampleConversations } from './sample-conversations.ts';
import { keepTable, rounded } from './table.ts';

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
  { name: 'wink-nlp, sentiment of each message', run: await readyWink() },
  { name: 'VADER, sentiment of each message', run: await readyVader() },
];

const rows = peers.map(({ name, run }) => {
  run();
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    run();
    return (performance.now() - start) / 1000;
  });
  const seconds = times.sort((a, b) => a - b)[2] ?? Number.NaN;
  return { name, wordsPerSecond: words / seconds, messagesPerSecond: texts.length / seconds };
});
const own = rows[0]?.wordsPerSecond ?? Number.NaN;
keepTable({
  name: 'scoring-speed',
  title: 'Scoring speed, one core',
  about: `The sample team: ${rounded(conversations.length)} conversations, ${rounded(texts.length)} messages, ${rounded(words)} words. Median of five runs after one to warm up, in one process.`,
  columns: ['what', 'words/s', 'messages/s', 'against Rapport'],
  rows: rows.map((row) => [
    row.name,
    rounded(row.wordsPerSecond),
    rounded(row.messagesPerSecond),
    `${rounded(row.wordsPerSecond / own, 2)}×`,
  ]),
  notes: ['The peers do less: one number per message. They are here as a yardstick of pace.'],
});

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
