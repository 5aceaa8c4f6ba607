import { getNoticePreference, RapportError, setNoticePreference } from '@rapport/contract';
import { inWorkspace } from '../store/in-workspace.ts';
import { findOwnAddress, loadPreference, savePreference } from '../store/notices.ts';
import type { AppParts } from './app-parts.ts';
import type { Person } from './permit.ts';
import { type Api, serve } from './serve.ts';

export function serveNotices(api: Api, parts: Pick<AppParts, 'store' | 'mail'>): void {
  const answer = async ({ workspace, id }: Person) => {
    const isSetUp = (await parts.mail.of(workspace)) !== null;
    return inWorkspace(parts.store, workspace, async (db) => ({
      ...(await loadPreference(db, workspace, id)),
      mailWorks: isSetUp && (await findOwnAddress(db, workspace, id)) !== null,
    }));
  };

  serve(api, getNoticePreference, (_, person) => answer(person));

  serve(api, setNoticePreference, async ({ body }, person) => {
    const { workspace, id } = person;
    const isSaved = await inWorkspace(parts.store, workspace, (db) => savePreference(db, workspace, id, body));
    if (isSaved) return answer(person);
    throw new RapportError('conflict', {
      what: 'There is no account whose mail this could be about.',
      why: 'Mails go to members’ own confirmed addresses only.',
      wayOut: 'Sign in with an account of your own.',
    });
  });
}
