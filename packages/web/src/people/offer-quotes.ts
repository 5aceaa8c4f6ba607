/** Words to thank somebody with: what is selected first, then the customer's thanks, then replies that met a moment. */
import { type ConversationDetail, qualityWords } from '@rapport/contract';
import type { SelectedWords } from '../suggestions/selected-words.ts';

export interface OfferedQuote {
  messageId: string;
  quote: string;
  /** Whose words and why they are offered. */
  from: string;
}

const mostOffered = 6;
const longest = 500;

export function offerQuotes(
  detail: Pick<ConversationDetail, 'messages' | 'signals' | 'moments' | 'customer'>,
  agent: string,
  selected: SelectedWords | null,
): OfferedQuote[] {
  const messageOf = (id: string) =>
    detail.messages.find((message) => message.id === id && message.visibility === 'public');
  /** Only the customer's words and the thanked person's own can be quoted. */
  const mayQuote = (id: string) => {
    const message = messageOf(id);
    return message !== undefined && (message.role === 'customer' || message.author === agent);
  };
  const offered: OfferedQuote[] = [];
  const offer = (one: OfferedQuote) => {
    const stands = messageOf(one.messageId)?.text.includes(one.quote) === true;
    const isNew = offered.every(({ messageId, quote }) => messageId !== one.messageId || quote !== one.quote);
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
    if (response)
      offer({
        messageId: response.messageId,
        quote: response.quote,
        from: `${agent}, ${qualityWords[quality].name.toLowerCase()}`,
      });
  }
  return offered.slice(0, mostOffered);
}
