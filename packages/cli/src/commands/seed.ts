/** `rapport seed`: the sample team, brought in by the road every file takes. */
import { RapportError } from '@rapport/contract';
import { importSample } from '@rapport/server/sample';
import type { Command } from 'commander';
import { describeEnd, followImport } from '../follow-import.ts';
import { findInstallation } from '../installation.ts';
import { withRapport } from '../open-store.ts';
import { openProgressLine } from '../progress-line.ts';

export function addSeed(program: Command): void {
  program
    .command('seed')
    .argument('[scenario]', 'sample-team', 'sample-team')
    .description('Bring in the sample team: made-up conversations of ten agents')
    .action(async (scenario: string) => {
      if (scenario !== 'sample-team') {
        throw new RapportError('bad-request', { what: `There is no scenario “${scenario}”; “sample-team” is known.` });
      }
      const { sampleFile } = findInstallation();
      await withRapport(async (open) => {
        const run = await followImport(open, openProgressLine(), (actions) => importSample(actions, sampleFile));
        for (const line of describeEnd(run)) process.stderr.write(`${line}\n`);
      });
      process.stdout.write('The sample team is here. npm start shows it at http://127.0.0.1:7400/focus\n');
    });
}
