/** `rapport judge`: what the optional judge is, what would leave and what is used of today's budget; `--try` asks it once. */
import { readJudgeSettings } from '@rapport/server/judge/judge-settings';
import { sentenceOf } from '@rapport/server/judge/judge-trouble';
import { openJudge } from '@rapport/server/judge/open-judge';
import { tryJudge } from '@rapport/server/judge/try-judge';
import type { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { stderrLog, withRapport } from '../open-store.ts';

export function addJudge(program: Command): void {
  program
    .command('judge')
    .description('Say whether a language model may be asked for a second opinion, where it is, and what would leave')
    .option('--try', 'ask it once, about a made-up conversation')
    .action(async (options: { try?: boolean }) => {
      const settings = readJudgeSettings(process.env);
      await withRapport(async ({ store, workspace }) => {
        const parts = { store, workspace, now: () => new Date(), random: Math.random };
        const { on, whatLeaves, model, host, provider, rubricVersion, budget } = await openJudge({
          ...{ ...parts, settings, log: stderrLog },
        }).describe();
        process.stdout.write(on ? `${model} at ${host}, asked as ${provider}, by ${rubricVersion}\n` : 'off\n');
        process.stdout.write(`${whatLeaves}\n`);
        if (budget !== null) {
          process.stdout.write(
            `${budget.used} of ${budget.perDay} ${budget.unit} used today, until ${budget.resetsAt}\n`,
          );
        }
        if (options.try !== true) return;
        const trial = settings === null ? null : await tryJudge({ ...parts, settings });
        const trouble = trial === null ? 'off' : trial.trouble;
        if (trouble !== null) process.exitCode = exitCodes.failed;
        process.stdout.write(
          trial === null || trouble !== null
            ? `${sentenceOf(trouble ?? 'off')}\n`
            : `It answered in ${trial.milliseconds} ms with true quotes and the verdict ${trial.verdict}.\n`,
        );
      });
    });
}
