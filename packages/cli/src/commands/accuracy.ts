/** `rapport accuracy`: how far each quality's scores can be trusted, as it was measured for this version of the scorer. */
import { type Accuracy, qualityWords, RapportError, trustWords } from '@rapport/contract';
import { measuredAccuracy } from '@rapport/qualities';
import type { Command } from 'commander';

export function addAccuracy(program: Command): void {
  program
    .command('accuracy')
    .description('How far each quality’s scores can be trusted: agreement with labelled conversations, with its range')
    .option('--format <format>', 'text or json', 'text')
    .action((options: { format: string }) => {
      if (options.format !== 'text' && options.format !== 'json') {
        throw new RapportError('bad-request', {
          what: `There is no format “${options.format}”; text and json are known.`,
        });
      }
      const accuracy = measuredAccuracy();
      process.stdout.write(
        options.format === 'json' ? `${JSON.stringify(accuracy, null, 2)}\n` : describeAccuracy(accuracy),
      );
    });
}

export function describeAccuracy({ qualities, ceiling, conversations, scorerVersion }: Accuracy): string {
  const lines = [...qualities]
    .sort((one, other) => (other.kappa.value ?? 0) - (one.kappa.value ?? 0))
    .map(({ quality, trust, kappa }) => {
      const range = `${kappa.lower?.toFixed(2) ?? '–'} to ${kappa.upper?.toFixed(2) ?? '–'}`;
      const value = kappa.value?.toFixed(2) ?? '–';
      return `${qualityWords[quality].name.padEnd(24)}${trustWords[trust].name.padEnd(8)}${value.padEnd(6)}${range}`;
    });
  return [
    `${'Quality'.padEnd(24)}${'Trust'.padEnd(8)}Agreement, likely`,
    ...lines,
    '',
    `Agreement beyond luck with labels, 0 to 1; two raters reach ${ceiling.kappa.toFixed(2)}. ${conversations} conversations that language models`,
    `wrote and labelled, no human. Scorer ${scorerVersion}.`,
    '',
  ].join('\n');
}
