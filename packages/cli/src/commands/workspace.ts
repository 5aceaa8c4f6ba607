/** `rapport workspace`: the workspaces there are, or another one and the link that makes its owner. */
import { workspaceName } from '@rapport/contract';
import { foundWorkspace } from '@rapport/server/accounts/found-workspace';
import { makeOwnerLink } from '@rapport/server/accounts/make-owner-link';
import { readServeSettings } from '@rapport/server/serve-settings';
import { firstWorkspace, inWorkspace } from '@rapport/server/store/in-workspace';
import { listWorkspaces } from '@rapport/server/store/workspaces';
import type { Command } from 'commander';
import { withRapport } from '../open-store.ts';

export function addWorkspace(program: Command): void {
  program
    .command('workspace')
    .argument('[name]', 'makes one of this name; without it those there are, with their numbers, are listed')
    .description('Make another workspace, with data, people and settings of its own, and print the link of its owner')
    .action(async (given: string | undefined) => {
      const { publicUrl, port } = readServeSettings(process.env);
      const origin = publicUrl ?? `http://127.0.0.1:${port}`;
      const lines = await withRapport(async ({ store }) => {
        if (given === undefined) return (await listWorkspaces(store)).map(({ id, name }) => `${id}\t${name}`);
        const name = workspaceName.parse(given);
        const local = { id: 'local', workspace: firstWorkspace };
        const id = await inWorkspace(store, firstWorkspace, (db) => foundWorkspace(db, local, { name, owner: null }));
        const { link } = await inWorkspace(store, id, (db) =>
          makeOwnerLink(db, { id: 'local', workspace: id }, { now: new Date(), origin }),
        );
        return [`${id}\t${name}`, link];
      });
      process.stdout.write(`${lines.join('\n')}\n`);
    });
}
