/**
 * Runs every reference file of a folder through the statistics package: `npm run check:oracles -- DIR`.
 * Files without a `cases` list are named and skipped; a case nothing here can answer counts as failed.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runOracles } from '@rapport/statistics';

const given = process.argv[2] ?? 'packages/statistics/oracles';
const folder = resolve(process.argv[2] === undefined ? process.cwd() : (process.env.INIT_CWD ?? process.cwd()), given);
if (!existsSync(folder)) {
  process.stderr.write(`There is no folder ${folder}.\n`);
  process.exit(2);
}
let [passed, failed] = [0, 0];
for (const file of readdirSync(folder).sort()) {
  const content: unknown = file.endsWith('.json') ? JSON.parse(readFileSync(join(folder, file), 'utf8')) : null;
  if (typeof content !== 'object' || content === null || !('cases' in content) || !Array.isArray(content.cases)) {
    process.stdout.write(`${file}: no list of cases, skipped\n`);
    continue;
  }
  const answer = runOracles({ file, content });
  passed += answer.passed;
  failed += answer.failed + answer.unsupported;
  process.stdout.write(
    `${file}: ${answer.passed} passed, ${answer.failed} failed, ${answer.unsupported} not answered yet\n`,
  );
  for (const { id, status, details } of answer.results) {
    if (status === 'failed') process.stdout.write(`  ${id}: ${String(details)}\n`);
  }
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
