/** The answer to the file that people send first: a report of tickets, without a word that anybody wrote. */
import type { IntakeProblem } from '@rapport/contract';
import { makeProblem } from './problem.ts';

const steps = [
  'Zendesk: Admin Center, Account, Tools, Reports, Export: choose JSON (Zendesk switches it on for you on request); each ticket then carries its comments. Without it: the API, /api/v2/tickets/{id}/comments.',
  'Intercom: the API, GET /conversations/{id} for each conversation; the answer holds the first message and all parts.',
  'Freshdesk: the API, /api/v2/tickets/{id} with its description and /api/v2/tickets/{id}/conversations.',
  'Help Scout: the API, /v2/conversations?embed=threads.',
  'A mailbox: export the folder as mbox.',
  'Any other: a CSV file with one message a row and the columns conversation_id, author_role, author_name, sent_at, body.',
];

export const listWithoutMessages = (file: string, line: number | null): IntakeProblem =>
  makeProblem('list-without-messages', 'This is a list of tickets; the messages are not in it.', {
    file,
    line,
    wayOut: `Here is how to get a file with them. ${steps.join(' ')}`,
  });
