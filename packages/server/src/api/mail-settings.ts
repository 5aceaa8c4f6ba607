import {
  getMailSettings,
  type MailSettings,
  type MailSettingsDraft,
  RapportError,
  removeMailSettings,
  setMailSettings,
  testMail,
} from '@rapport/contract';
import { troubleOf } from '../notify/mail-trouble.ts';
import { mailPurpose } from '../notify/open-mail.ts';
import { resolveHost } from '../outbound/resolve-host.ts';
import { sealSecret } from '../secrets/seal-secret.ts';
import { writeAudit } from '../store/audit.ts';
import { loadMailServer, removeMailServer, type StoredMailServer, saveMailServer } from '../store/mail-settings.ts';
import { findOwnAddress } from '../store/notices.ts';
import type { Db } from '../store/open-store.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveMailSettings(api: Api, parts: AppParts): void {
  const { mail, outside } = parts;
  const answer = async (db: Db, workspace: number) => {
    const server = await loadMailServer(db, workspace);
    const setBy = mail.isFixed ? ('environment' as const) : server === null ? ('nobody' as const) : ('page' as const);
    return { setBy, settings: server === null ? null : describe(server) };
  };

  serve(api, getMailSettings, (_given, person) => ask(parts, person, answer));

  serve(api, setMailSettings, async ({ body }, person) => {
    if (mail.isFixed) throw setByEnvironment();
    await resolveHost(body, outside.privateHosts).catch(refuse);
    const key = await outside.secretKey();
    return ask(parts, person, async (db, workspace) => {
      const known = await loadMailServer(db, workspace);
      const sealed = body.password === undefined ? keptPassword(known, body) : body.password || null;
      const sealedPassword =
        body.password === undefined || sealed === null ? sealed : sealSecret(key, sealed, mailPurpose(body));
      const { host, port, tls, user, from } = body;
      await saveMailServer(db, workspace, { host, port, tls, user, from, sealedPassword });
      await writeAudit(db, person, { what: 'settings-changed', object: 'mail', detail: { host, port, tls } });
      return answer(db, workspace);
    });
  });

  serve(api, removeMailSettings, (_given, person) =>
    ask(parts, person, async (db, workspace) => {
      const wasThere = await removeMailServer(db, workspace);
      const said = await answer(db, workspace);
      if (wasThere) await writeAudit(db, person, { what: 'settings-changed', object: 'mail', detail: { host: null } });
      return said;
    }),
  );

  serve(api, testMail, async (_given, person) => {
    const door = await mail.of(person.workspace);
    if (door === null)
      throw new RapportError('conflict', { what: 'No mail server is named yet.', wayOut: 'Save one first.' });
    const to = await ask(parts, person, (db, workspace) => findOwnAddress(db, workspace, person.id));
    if (to === null) throw noOwnAddress();
    const text = `This is the mail you asked for: members of this Rapport can be told and invited by mail.\n`;
    await door.send({ to, subject: 'Rapport: mail works', text }).catch(refuse);
    return { sentTo: to };
  });
}

const describe = ({ host, port, tls, user, from, sealedPassword }: StoredMailServer): MailSettings => ({
  ...{ host, port, tls, user, from, hasPassword: sealedPassword !== null },
});

/** A password is for one user of one host; for another it is asked for again, so that it cannot be sent elsewhere. */
function keptPassword(known: StoredMailServer | null, draft: MailSettingsDraft): string | null {
  if (known?.sealedPassword == null) return null;
  if (mailPurpose(known) === mailPurpose(draft)) return known.sealedPassword;
  throw new RapportError('conflict', {
    what: 'Host or user is another one than before.',
    why: 'The stored password was given for the former one alone.',
    wayOut: 'Enter the password again, or an empty one.',
  });
}

/** For `.catch`: trouble of a mail server becomes an answer in words. */
function refuse(error: unknown): never {
  throw troubleOf(error).refusal;
}

const setByEnvironment = (): RapportError =>
  new RapportError('conflict', {
    what: 'The mail server is named by the environment, RAPPORT_SMTP_URL, which wins.',
    why: 'Nothing was changed.',
    wayOut: 'Change it where Rapport is started, or leave it out there.',
  });

const noOwnAddress = (): RapportError =>
  new RapportError('conflict', {
    what: 'You have no address of your own here.',
    why: 'Mails go to members’ own confirmed addresses only.',
    wayOut: 'Sign in with an account of your own.',
  });
