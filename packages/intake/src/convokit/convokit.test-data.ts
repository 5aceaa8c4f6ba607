import { epoch, nameOf, type SourceCase } from '../source-case.test-data.ts';

export const convokitCase: SourceCase = {
  format: 'convokit',
  entries: ({ id, turns }) =>
    turns.map((turn, index) => ({
      id: index === 0 ? id : `${id}-${index}`,
      conversation_id: id,
      speaker: nameOf[turn.by],
      reply_to: index === 0 ? null : id,
      timestamp: epoch(turn.at),
      text: turn.text,
      meta: turn.by === 'bot' ? { is_bot: true } : {},
    })),
  sendsHtml: false,
  lacks: ['note', 'event'],
  guesses: { customer: 'customer', agent: 'agent', second: 'agent' },
  entryIsMessage: true,
};
