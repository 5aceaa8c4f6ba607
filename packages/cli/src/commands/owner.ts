/** `rapport owner`: a link that makes an owner, for the first account or when every password is lost. */
import { makeOwnerLink } from '@rapport/server/accounts/make-owner-link';
import { readServeSettings } from '@rapport/server/serve-settings';
import { inWorkspace } from '@rapport/server/store/in-workspace';
import type { Command } from 'commander';
import { withRapport } from '../open-store.ts';

export function addOwner(program: Command): void {
  program
    .command('owner')
    .description('Print a link that makes an owner, once and within a day (PUBLIC_URL and PORT are respected)')
    .action(async () => {
      const { publicUrl, port } = readServeSettings(process.env);
      const origin = publicUrl ?? `http://127.0.0.1:${port}`;
      const { link } = await withRapport(({ store, workspace }) =>
        inWorkspace(store, workspace, (db) =>
          makeOwnerLink(db, { id: 'local', workspace }, { now: new Date(), origin }),
        ),
      );
      process.stdout.write(`${link}\n`);
    });
}
