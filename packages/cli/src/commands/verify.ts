/** `rapport verify`: checks every promise about the stored data, from the data. Exits with 5 when one is broken. */
import { RapportError } from '@rapport/contract';
import { verifyStore } from '@rapport/server/store/verify/verify-store';
import type { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { withRapport } from '../open-store.ts';

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('Check every invariant over everything stored: counts, quotes, scores, isolation')
    .option('--format <format>', 'text or json', 'text')
    .action(async (options: { format: string }) => {
      if (options.format !== 'text' && options.format !== 'json') {
        throw new RapportError('bad-request', {
          what: `There is no format “${options.format}”; text and json are known.`,
        });
      }
      const results = await withRapport((open) =>
        verifyStore(open.store, {
          now: Date.now,
          onChecked: ({ promise, checked, violations, milliseconds }) => {
            if (options.format === 'json') return;
            const mark = violations.length === 0 ? 'ok    ' : 'BROKEN';
            process.stdout.write(
              `${mark} ${promise} (${checked.toLocaleString('en-GB')} looked at, ${milliseconds} ms)\n`,
            );
            for (const one of violations) process.stdout.write(`         ${one}\n`);
          },
        }),
      );
      const broken = results.filter(({ violations }) => violations.length > 0).length;
      if (options.format === 'json') process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
      else process.stdout.write(`${results.length - broken} promises kept, ${broken} broken\n`);
      process.exitCode = broken === 0 ? exitCodes.done : exitCodes.broken;
    });
}
