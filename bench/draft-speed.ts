/** How long a check of one draft takes while somebody types: 200 words against a customer's message. */
import { checkDraft } from '@rapport/qualities';
import { loadSampleConversations } from './sample-conversations.ts';
import { keepTable, percentile, rounded } from './table.ts';

const conversations = await loadSampleConversations();
const pairs = conversations.flatMap(({ messages }) => {
  const customerText = messages.find(({ role }) => role === 'customer')?.text;
  const replies = messages.filter(({ role }) => role === 'agent').map(({ text }) => text);
  const draft = replies.join(' ').split(/\s+/).slice(0, 200).join(' ');
  return customerText && draft.split(' ').length >= 150 ? [{ customerText, draft }] : [];
});
for (const pair of pairs.slice(0, 50)) checkDraft(pair);
const times: number[] = [];
while (times.length < 3000) {
  for (const pair of pairs) {
    const start = performance.now();
    checkDraft(pair);
    times.push(performance.now() - start);
  }
}
keepTable({
  name: 'draft-speed',
  title: 'Checking one draft',
  about: `${rounded(times.length)} checks of drafts of 150 to 200 words from the sample team, one after the other.`,
  columns: ['median', 'p95', 'p99', 'longest'],
  rows: [[0.5, 0.95, 0.99, 1].map((share) => `${rounded(percentile(times, share), 2)} ms`)],
});
