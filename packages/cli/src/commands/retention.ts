/** `rapport retention`: how long conversations are kept and what would go; `run` deletes that now instead of within a day. */
import { RapportError, type Retention } from '@rapport/contract';
import { askForRetention } from '@rapport/server/jobs/ask-for-retention';
import type { OpenRapport } from '@rapport/server/open-rapport';
import { inWorkspace } from '@rapport/server/store/in-workspace';
import { loadRetention } from '@rapport/server/store/retention';
import { isRetentionDue } from '@rapport/server/store/retention-runs';
import type { Command } from 'commander';
import { withRapport } from '../open-store.ts';
import { withWorker } from '../with-worker.ts';

export function addRetention(program: Command): void {
  program
    .command('retention')
    .argument('[what]', 'show: the rule and what would go now; run: delete that now', 'show')
    .description('Say how long conversations are kept and what would go; or delete it now, with its count confirmed')
    .option('--confirm <count>', 'of run: as many conversations as it may delete, as they were shown')
    .option('--json', 'of show: as JSON')
    .action(async (what: string, options: { confirm?: string; json?: true }) => {
      if (what !== 'show' && what !== 'run') {
        throw new RapportError('bad-request', { what: `“${what}” is not known; show and run are.` });
      }
      const lines = await withRapport((open) =>
        what === 'run' ? runRetention(open, options.confirm, withWorker) : showRetention(open, options),
      );
      process.stdout.write(`${lines.join('\n')}\n`);
    });
}

type Open = Pick<OpenRapport, 'store' | 'jobs' | 'workspace'>;

const load = ({ store, workspace }: Open): Promise<Retention> =>
  inWorkspace(store, workspace, (db) => loadRetention(db, workspace, new Date()));

export async function showRetention(open: Open, { json }: { json?: true }): Promise<string[]> {
  const found = await load(open);
  return json === true ? [JSON.stringify(found)] : describe(found);
}

/**
 * @param besideWorker runs its argument while a worker works
 * @throws RapportError `conflict` where there is no rule, it has not begun, or more would go than was confirmed
 */
export async function runRetention(
  open: Open,
  confirm: string | undefined,
  besideWorker: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<string[]> {
  const { store, workspace, jobs } = open;
  const before = await load(open);
  if (confirm === undefined) {
    const { conversations } = before.preview;
    const hint = `Nothing was deleted. To delete them, say: rapport retention run --confirm ${conversations}`;
    return before.rule === null || conversations === 0 ? describe(before) : [...describe(before), hint];
  }
  if (!/^\d{1,9}$/.test(confirm)) throw new RapportError('bad-request', { what: 'The count is a whole number.' });
  await inWorkspace(store, workspace, (db) =>
    askForRetention(db, { id: 'local', workspace }, { shown: Number(confirm), now: new Date(), jobs }),
  );
  await besideWorker(async () => {
    while (await inWorkspace(store, workspace, (db) => isRetentionDue(db, workspace, new Date())))
      await new Promise((resolve) => setTimeout(resolve, 200));
  });
  const known = new Set(before.runs.map(({ id }) => id));
  const [run] = (await load(open)).runs.filter(({ id }) => !known.has(id));
  if (run === undefined) return ['Nothing was too old; nothing was deleted.'];
  return [
    `${run.conversations}\tconversations deleted`,
    ...Object.entries(run.byChannel).map(([channel, n]) => `${n}\tof these: ${channel}`),
    `${run.people}\tcustomers of whom nothing was left`,
  ];
}

function describe({ rule, startsAt, nextRunAt, preview, runs }: Retention): string[] {
  const last = runs[0];
  return [
    ...(rule === null
      ? ['Nobody has said how long conversations are kept, so nothing is deleted. By what Rapport proposes:']
      : [
          `Kept ${daysWords(rule.defaultDays)}, counted from ${rule.countedFrom === 'arrival' ? 'the last message, or from when they came here where that is later' : 'the last message'}.`,
          `It holds from ${startsAt ?? 'now'}; the next run is at ${nextRunAt ?? 'no time'}.`,
        ]),
    `${preview.conversations}\tof ${preview.stored} conversations would go now`,
    ...preview.byChannel.map(
      ({ channel, days, stored, conversations }) =>
        `${conversations}\tof ${stored} ${channel}, kept ${daysWords(days)}`,
    ),
    ...(last === undefined
      ? []
      : [`The last run deleted ${last.conversations} conversations on ${last.startedAt.slice(0, 10)}.`]),
  ];
}

const daysWords = (days: number | null): string => (days === null ? 'without end' : `${days} days`);
