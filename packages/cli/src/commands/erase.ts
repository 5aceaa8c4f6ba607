/** `rapport erase`: finds a person, counts what erasing them would delete, and erases once their name is said again. */
import {
  type ErasurePreview,
  type ErasureReceipt,
  erasedWords,
  type Identity,
  identityId,
  RapportError,
} from '@rapport/contract';
import { askForErasure, countErasure, findPeople } from '@rapport/server/api/ask-for-erasure';
import { createErasedFile } from '@rapport/server/jobs/erased-file';
import type { OpenRapport } from '@rapport/server/open-rapport';
import { listErasures } from '@rapport/server/store/erasure/erasures';
import { loadIdentities } from '@rapport/server/store/erasure/identities';
import { inWorkspace } from '@rapport/server/store/in-workspace';
import type { Command } from 'commander';
import { withRapport } from '../open-store.ts';
import { withWorker } from '../with-worker.ts';

interface Options {
  word: string[];
  confirm?: string;
}

export function addErase(program: Command): void {
  program
    .command('erase')
    .argument(
      '<who...>',
      'a name, an address or an id to look for; or what that listed, such as author:12, to count and erase',
    )
    .description('Find a person, count what erasing them would delete, and erase them once --confirm says their name')
    .option(
      '--word <words>',
      'other words they are known by in texts; again for each',
      (one, all: string[]) => [...all, one],
      [],
    )
    .option('--confirm <name>', 'the name that the count asked for; without it nothing is changed')
    .action(async (who: string[], options: Options) => {
      const lines = await withRapport(async (open) => {
        const said = await erase(open, who, options, withWorker);
        // The worker of this command may be gone before it writes the list that restored backups need.
        await createErasedFile(open.store, open.database.dataFolder)();
        return said;
      });
      process.stdout.write(`${lines.join('\n')}\n`);
    });
}

type Open = Pick<OpenRapport, 'store' | 'jobs' | 'workspace'>;

/**
 * @param besideWorker runs its argument while a worker works
 * @returns what is said to whoever asked, a line each
 * @throws RapportError `conflict` while it cannot be done, or when another name was confirmed
 */
export async function erase(
  open: Open,
  who: readonly string[],
  { word, confirm }: Options,
  besideWorker: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<string[]> {
  const { store, workspace, jobs } = open;
  if (!who.every((one) => identityId.safeParse(one).success)) {
    if (confirm !== undefined) throw needsIds();
    return describeFound(await inWorkspace(store, workspace, (db) => findPeople(db, workspace, who.join(' '))));
  }
  const words = erasedWords.safeParse(word);
  if (!words.success)
    throw new RapportError('bad-request', { what: 'A word has 2 to 200 letters, and there are 30 at most.' });
  const identityIds = [...who];
  const isCustomer = await areCustomers(open, identityIds);
  const wanted = { kind: isCustomer ? ('customer' as const) : ('agent' as const), identityIds, words: words.data };
  const preview = await inWorkspace(store, workspace, (db) => countErasure(db, workspace, wanted));
  if (preview.stops.length > 0)
    throw new RapportError('conflict', { what: preview.stops.join(' '), why: 'Nothing was erased.' });
  if (confirm === undefined) return describeCount(preview, wanted.kind);
  const { id } = await inWorkspace(store, workspace, (db) =>
    askForErasure(db, { id: 'local', workspace }, { ...wanted, typed: confirm, now: new Date(), jobs }),
  );
  const receipt = await besideWorker(() => followErasure(open, Number(id)));
  return describeReceipt(receipt);
}

async function areCustomers({ store, workspace }: Open, ids: readonly string[]): Promise<boolean> {
  const found = await inWorkspace(store, workspace, (db) => loadIdentities(db, workspace, ids));
  return found.every(({ kind }) => kind === 'customer');
}

async function followErasure({ store, workspace }: Open, id: number): Promise<ErasureReceipt> {
  for (;;) {
    const [receipt] = await inWorkspace(store, workspace, (db) => listErasures(db, workspace, id));
    if (receipt === undefined) throw new RapportError('not-found', { what: 'The erasure is gone.' });
    if (receipt.state === 'done') return receipt;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function describeFound({ identities, more }: { identities: readonly Identity[]; more: boolean }): string[] {
  if (identities.length === 0) return ['Nobody of that name, address or id is here.'];
  return [
    ...identities.map(({ id, kind, name, source, key, conversations, messages }) =>
      [id, kind, name, source ?? '', key ?? '', `${conversations} conversations`, `${messages} messages`].join('\t'),
    ),
    ...(more ? ['There are more; say more of the name.'] : []),
    'Nothing was changed. Count what would go with: rapport erase ID …, every name of the person after the other.',
  ];
}

function describeCount(preview: ErasurePreview, kind: 'customer' | 'agent'): string[] {
  const { names, conversations, messages, messagesElsewhere, kept, words, confirm } = preview;
  return [
    `${kind === 'customer' ? 'Customer' : 'Agent who left'}: ${names.join(', ')}`,
    ...(kind === 'customer'
      ? [
          `${conversations}\tconversations go, with everything in them`,
          `${messages}\tmessages in these`,
          `${messagesElsewhere}\tmessages of theirs go from conversations of others`,
        ]
      : [`${kept}\tconversations stay, under another name`]),
    ...words.map((one) => `${one.texts}\ttexts of others in which “${one.words}” is covered`),
    `Nothing was changed. It cannot be undone; to do it, say it again with --confirm ${JSON.stringify(confirm)}`,
  ];
}

const describeReceipt = ({ id, kind, counts, marks }: ErasureReceipt): string[] => [
  `Erasure ${id} (${kind}) is done.`,
  ...Object.entries(counts).map(([what, n]) => `${n}\t${what}`),
  `${marks}\thashes keep them from coming back`,
];

const needsIds = (): RapportError =>
  new RapportError('bad-request', {
    what: 'Somebody is erased by the ids that a search lists, such as author:12.',
    why: 'A name alone may be that of several people. Nothing was erased.',
    wayOut: 'Look for the name without --confirm first.',
  });
