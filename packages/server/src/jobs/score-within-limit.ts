/** Scoring with a ceiling, so that one conversation can keep no worker and no terminal busy for minutes. */
import type { Conversation, ConversationScore } from '@rapport/contract';
import { type ScoreOptions, scoreConversation } from '@rapport/qualities';

/**
 * Messages of one conversation. Some rules look back at all that was said, so the time grows with the square: 4,000
 * messages take about 2 s, 100,000 would take many minutes. People do not talk that long; a shared id or a log file does.
 */
export const mostMessages = 3000;

/** As `scoreConversation`; a conversation above the ceiling is left unscored with the reason `too-long`. */
export function scoreWithinLimit(conversation: Conversation, options: ScoreOptions = {}): ConversationScore {
  const isWithin = ({ messages }: Conversation) => messages.length <= mostMessages;
  if (!isWithin(conversation)) {
    return { ...scoreConversation({ ...conversation, messages: [] }, options), notScored: 'too-long' };
  }
  const earlier = options.earlier?.filter(isWithin);
  return scoreConversation(conversation, earlier === undefined ? options : { ...options, earlier });
}
