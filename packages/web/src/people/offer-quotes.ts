/**
 * Words to thank somebody with: what is selected first, then the customer's thanks, then replies that met a moment. Of
 * somebody whose scores are not shown here only their own words are offered: nothing else says whom the thanks are for.
 */
import { type ConversationDetail, qualityWords } from '@rapport/contract';
import type { SelectedWords } from '../conversation/selected-words.ts';

export interface OfferedQuote {
  messageId: string;
  quote: string;
  /** Whose words and why they are offered. */
  from: string;
}

const mostOffered = 6;
const longest = 500;
/** "Dear Mrs Beck" is nothing to thank for. */
const fewestWords = 4;
const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

export function offerQuotes(
  detail: Pick<ConversationDetail, 'messages' | 'signals' | 'moments' | 'customer' | 'assessments'>,
  agent: string,
  selected: SelectedWords | null,
): OfferedQuote[] {
  const isKnown = detail.assessments.some((one) => one.agent === agent);
  const messageOf = (id: string) =>
    detail.messages.find((message) => message.id === id && message.visibility === 'public');
  /** Only the customer's words and the thanked person's own can be quoted. */
  const mayQuote = (id: string) => {
    const message = messageOf(id);
    return message !== undefined && ((message.role === 'customer' && isKnown) || message.author === agent);
  };
  const offered: OfferedQuote[] = [];
  const offer = (one: OfferedQuote) => {
    const stands = messageOf(one.messageId)?.text.includes(one.quote) === true;
    const isNew = offered.every(({ quote }) => quote !== one.quote);
    if (one.quote !== '' && one.quote.length <= longest && stands && mayQuote(one.messageId) && isNew)
      offered.push(one);
  };
  if (selected) offer({ ...selected, from: 'what you selected' });
  for (const { kind, said } of detail.signals) {
    if (kind === 'thanked')
      offer({ messageId: said.messageId, quote: said.quote, from: `${detail.customer}, thanking` });
  }
  const met = detail.moments
    .filter((moment) => moment.agent === agent && moment.verdict === 'met')
    .sort((a, b) => b.weight * b.confidence - a.weight * a.confidence);
  for (const { response, quality } of met) {
    if (response === null || wordsIn(response.quote) < fewestWords) continue;
    const from = `${agent}, ${qualityWords[quality].name.toLowerCase()}`;
    offer({ messageId: response.messageId, quote: response.quote, from });
  }
  if (!isKnown) {
    for (const { id, author, text } of detail.messages) {
      if (author === agent) offer({ messageId: id, quote: text.trim(), from: `${agent}, the whole message` });
    }
  }
  return offered.slice(0, mostOffered);
}
