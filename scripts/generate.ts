/**
 * Everything in the tree that follows from definitions: the pages on the qualities, and the sample team.
 * `--check` writes nothing and fails when something is out of date.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { qualityWords } from '@rapport/contract';
import { allQualities, type QualityDefinition } from '@rapport/qualities';

const files = new Map<string, string>();
for (const quality of allQualities) files.set(`docs/qualities/${quality.id}.md`, describeQuality(quality));
files.set('docs/qualities/README.md', describeAll());

const stale: string[] = [];
for (const [path, text] of files) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  stale.push(path);
  if (process.argv.includes('--check')) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
if (process.argv.includes('--check')) {
  process.stdout.write(
    stale.length === 0 ? 'generated pages: up to date\n' : `out of date, run npm run generate:\n${stale.join('\n')}\n`,
  );
  process.exitCode = stale.length === 0 ? 0 : 1;
} else process.stdout.write(`${files.size} pages, ${stale.length} written\n`);

function describeAll(): string {
  const rows = allQualities.map(
    ({ id, question }) => `| [${qualityWords[id].name}](${id}.md) | ${question} | ${qualityWords[id].openedBy} |`,
  );
  return [
    '# The fourteen qualities',
    '',
    'Made from the definitions in `packages/qualities/src/`.',
    '',
    '| quality | the question it answers | a moment is opened by |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function describeQuality({ id, question, why, examples }: QualityDefinition): string {
  const { name, phrase, openedBy } = qualityWords[id];
  const told = examples.flatMap(({ title, turns, expect, trigger, response }) => [
    `### ${title}`,
    '',
    ...turns.map(({ role, author, text }) => `> **${author ?? role}:** ${text.replaceAll('\n', ' ')}\n>`),
    '',
    `Verdict: **${expect}**.${trigger ? ` Called for by “${trigger}”.` : ''}${response ? ` Answered by “${response}”.` : ''}`,
    '',
  ]);
  return [
    `# ${name}`,
    '',
    question,
    '',
    `${why}`,
    '',
    `A moment is opened by: ${openedBy}. Of a person’s replies one says: “${phrase}”.`,
    '',
    '## Examples',
    '',
    'These dialogues are tests as well: the scorer gives these verdicts, and rests on these words.',
    '',
    ...told,
  ].join('\n');
}
