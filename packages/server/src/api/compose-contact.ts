/** Makes of a filled form what is stored: every text masked, each part a message, promise and goodwill with their place. */
import { type ContactGiven, type MaskCounts, noMasks } from '@rapport/contract';
import { addMaskCounts, maskText } from '@rapport/intake';
import { type ContactPart, type ContactWords, partHeads } from '../store/contacts.ts';

export function composeContact(given: ContactGiven): { words: ContactWords; masked: MaskCounts } {
  let masked = noMasks;
  const mask = (text: string): string => {
    const found = maskText(text);
    masked = addMaskCounts(masked, found.counts);
    return found.text;
  };
  const topic = mask(given.topic);
  const messages: { id: ContactPart; text: string }[] = [{ id: 'topic', text: topic }];
  /** @returns where the words stand in the message that was added for them */
  const add = (messageId: ContactPart, quote: string) => {
    messages.push({ id: messageId, text: partHeads[messageId] + quote });
    return { messageId, start: partHeads[messageId].length, quote };
  };
  if (given.words !== '') add('words', mask(given.words));
  const { promise, goodwill } = given;
  const words: ContactWords = {
    ...{ channel: given.channel, customer: given.customer === '' ? null : mask(given.customer), at: given.at, topic },
    resolved: given.resolved === 'open' ? null : given.resolved === 'yes',
    promise: promise === null ? null : { said: add('promise', mask(promise.what)), dueAt: promise.dueAt },
    goodwill: goodwill === null ? null : { said: add('goodwill', goodwillWords(goodwill)), ...goodwill },
    messages,
  };
  if (given.question !== '') add('question', mask(given.question));
  return { words, masked };
}

const goodwillWords = ({ amountCents, currency }: NonNullable<ContactGiven['goodwill']>): string =>
  amountCents === 0 ? 'a gesture without money' : `${(amountCents / 100).toFixed(2)} ${currency}`;
