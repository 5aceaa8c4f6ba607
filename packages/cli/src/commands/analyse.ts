/** `rapport analyse FILE`: from a file to what to work on first, in the terminal, with no database. */
import { type Focus, RapportError } from '@rapport/contract';
import { findFocus } from '@rapport/insight';
import type { Command } from 'commander';
import { collectFocusInput } from '../collect-focus-input.ts';
import { exitCodes } from '../exit-codes.ts';
import { describeFocus, type FocusItem, listFocusItems } from '../focus-items.ts';
import { announceComputing, openProgressLine } from '../progress-line.ts';
import { describeProblems, fileKinds, readConversations } from '../read-conversations.ts';
import { readScoredTable } from '../read-scored-table.ts';
import { addSaidOptions, type SaidOptions, toSaid } from '../said-options.ts';
import { analyseScored } from './analyse-scored.ts';

export function addAnalyse(program: Command): void {
  const command = program
    .command('analyse')
    .argument('<file>', `${fileKinds}; or a CSV of scored conversations, also .gz`)
    .description('What to work on first, from a file alone: no database, no network')
    .option('--format <format>', 'text or json', 'text')
    .option('--coached <quality>', 'scored tables: which quality the agents with a coached_from_week were coached in')
    .option('--seed <number>', 'scored tables: seed of everything drawn at random', '1');
  addSaidOptions(command).action(
    async (path: string, options: SaidOptions & { format: string; coached?: string; seed: string }) => {
      if (options.format !== 'text' && options.format !== 'json') {
        throw new RapportError('bad-request', {
          what: `There is no format “${options.format}”; text and json are known.`,
        });
      }
      const seed = Number(options.seed);
      if (!Number.isInteger(seed))
        throw new RapportError('bad-request', { what: `“${options.seed}” is no whole number.` });
      const progress = openProgressLine();
      progress.show(`Looking at ${path} …`);
      const scored = await readScoredTable(path);
      if (scored) {
        progress.end();
        announceComputing();
        return analyseScored(scored, { format: options.format, coached: options.coached, seed });
      }
      if (options.coached !== undefined) {
        throw new RapportError('bad-request', {
          what: '--coached is for a table of scored conversations, and this file is none.',
          wayOut: 'Such a table has a column agent and one column m_NAME per quality.',
        });
      }
      const read = await readConversations(path, { said: toSaid(options), progress });
      for (const line of read.notes) process.stderr.write(`${line}\n`);
      const { input, idsOf } = collectFocusInput(read.conversations, (done) =>
        progress.show(`Scoring ${done} of ${read.conversations.length} conversations …`),
      );
      progress.end();
      announceComputing();
      const focus = findFocus(input);
      const items = listFocusItems(focus, idsOf);
      const text =
        options.format === 'json'
          ? `${JSON.stringify(toJson(focus, items, read.counts), null, 2)}\n`
          : describeFocus(focus, items);
      process.stdout.write(text);
      for (const line of describeProblems(read.problems)) process.stderr.write(`${line}\n`);
      process.exitCode = read.counts.rejected > 0 ? exitCodes.partly : exitCodes.done;
    },
  );
}

function toJson(focus: Focus, items: readonly FocusItem[], units: object): object {
  const { headline, summary, standsOut, reading, ladder, period, notScored, figures, method, caveats, scorerVersion } =
    focus;
  return {
    conversations: focus.conversations,
    agents: focus.agents,
    messages: focus.messages,
    headline: headline.marked + headline.rest,
    summary,
    standsOut,
    focus: items,
    reading,
    figures,
    ladder,
    period,
    notScored,
    units,
    method,
    caveats,
    scorerVersion,
  };
}
