/** `rapport score FILE`: one JSON line per conversation with every author's moments, scores and quotes. No database. */
import { type Conversation, RapportError } from '@rapport/contract';
import { mostConversationsOfOnePerson } from '@rapport/insight';
import { languageOf } from '@rapport/server/detect-language';
import { scoreWithinLimit } from '@rapport/server/jobs/score-within-limit';
import type { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { openProgressLine } from '../progress-line.ts';
import { describeProblems, fileKinds, readConversations } from '../read-conversations.ts';
import { addSaidOptions, type SaidOptions, toSaid } from '../said-options.ts';
import { writeLine } from '../write-line.ts';

export function addScore(program: Command): void {
  const command = program
    .command('score')
    .argument('<file>', fileKinds)
    .description('Score every conversation of a file; text is never altered, nothing is stored')
    .option('--format <format>', 'jsonl', 'jsonl');
  addSaidOptions(command).action(async (path: string, options: SaidOptions & { format: string }) => {
    if (options.format !== 'jsonl') {
      throw new RapportError('bad-request', { what: `There is no format “${options.format}”; jsonl is known.` });
    }
    const progress = openProgressLine();
    const read = await readConversations(path, { said: toSaid(options), progress });
    const earlierOf = findEarlier(read.conversations);
    for (const line of read.notes) process.stderr.write(`${line}\n`);
    let done = 0;
    for (const conversation of read.conversations) {
      const score = scoreWithinLimit(conversation, { languageOf, earlier: earlierOf(conversation) });
      await writeLine(JSON.stringify(score));
      done += 1;
      progress.show(`Scoring ${done} of ${read.conversations.length} conversations …`);
    }
    progress.end();
    for (const line of describeProblems(read.problems)) process.stderr.write(`${line}\n`);
    process.exitCode = read.counts.rejected > 0 ? exitCodes.partly : exitCodes.done;
  });
}

/** Earlier conversations of the same customer, oldest first; none where the customer is not known. */
export function findEarlier(conversations: readonly Conversation[]): (one: Conversation) => Conversation[] {
  const startOf = (one: Conversation) => one.messages.find(({ at }) => at !== null)?.at ?? null;
  const byCustomer = new Map<string, Conversation[]>();
  for (const one of conversations) {
    if (one.customer === null || startOf(one) === null) continue;
    const known = byCustomer.get(one.customer);
    if (known) known.push(one);
    else byCustomer.set(one.customer, [one]);
  }
  for (const list of byCustomer.values()) list.sort((a, b) => ((startOf(a) ?? '') < (startOf(b) ?? '') ? -1 : 1));
  return (one) => {
    const list = one.customer === null ? undefined : byCustomer.get(one.customer);
    return list && list.length <= mostConversationsOfOnePerson
      ? list.slice(Math.max(0, list.indexOf(one) - mostEarlier), list.indexOf(one))
      : [];
  };
}

/** A customer of years is remembered for their last few matters; older facts are seldom "already told". */
const mostEarlier = 5;
