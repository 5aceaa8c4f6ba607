import { findRules, groupSentences, wordsOfReason, troubleKinds } from '@rapport/insight';
import { scoreConversation } from '@rapport/qualities';
import { readConversations } from '../packages/cli/src/read-conversations.ts';
const [path = '', most = '800'] = process.argv.slice(2);
const { conversations } = await readConversations(path, { said: {}, progress: { show() {}, end() {} } as never });
const texts: { conversation: number; quote: string; kind: string }[] = [];
let bad = 0; let n = 0; const t0 = performance.now();
for (const [i, c] of conversations.slice(0, Number(most)).entries()) {
  n++;
  const s = scoreConversation(c);
  const last = s.customerEmotion.at(-1)?.valence ?? 0;
  const isBad = last <= -0.15 || s.signals.some(({ kind }) => (troubleKinds as readonly string[]).includes(kind));
  for (const m of c.messages) {
    if (m.role !== 'agent' || m.visibility !== 'public') continue;
    const steps = s.orderOfCare.filter((k) => k.messageId === m.id && ['refused', 'apologised'].includes(k.step));
    if (steps.length === 0) continue;
    for (const r of findRules(m.text, { refused: steps.some((k) => k.step === 'refused') })) texts.push({ conversation: i, quote: r.quote, kind: 'rule' });
  }
  if (!isBad) continue;
  bad++;
  const seen = new Set<string>(); let k = 0;
  for (const a of s.agents) for (const q of ['problem-solving', 'people-first', 'empathy'] as const) for (const m of a.qualities[q].moments) {
    const t = m.trigger; if (!t || seen.has(t.quote)) continue; seen.add(t.quote);
    const msg = c.messages.find((x) => x.id === t.messageId); if (msg?.role !== 'customer') continue;
    if (k++ >= 4) continue; texts.push({ conversation: i, quote: t.quote, kind: 'problem' });
  }
}
console.log(path, n, 'bad', bad, Math.round(performance.now() - t0), 'ms');
for (const kind of ['problem', 'rule']) {
  const own = texts.filter((t) => t.kind === kind);
  const groups = groupSentences(own.map(({ conversation, quote }) => ({ conversation, words: wordsOfReason(quote).map((w) => w.stem) })));
  const total = new Set(own.map((t) => t.conversation)).size;
  console.log('==', kind, own.length, 'sentences', total, 'conversations', groups.length, 'groups hold', groups.reduce((s, g) => s + g.conversations, 0));
  for (const g of groups.slice(0, 25)) console.log(`${g.key} (${g.conversations}): ` + g.sentences.slice(0, 3).map((p) => own[p]?.quote.replace(/\s+/g, ' ').slice(0, 110)).join(' | '));
}
