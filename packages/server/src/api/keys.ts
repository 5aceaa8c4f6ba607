import { listKeys as listKeysEndpoint, makeKey, revokeKey as revokeKeyEndpoint } from '@rapport/contract';
import { makeKeySecret } from '../accounts/one-time-secrets.ts';
import { listKeys, revokeKey, saveKey } from '../store/api-keys.ts';
import { writeAudit } from '../store/audit.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveKeys(api: Api, parts: AppParts): void {
  serve(api, listKeysEndpoint, async (_given, person) => ({ keys: await ask(parts, person, listKeys) }));

  serve(api, makeKey, ({ body: { name, scope } }, person) =>
    ask(parts, person, async (db, workspace) => {
      const { key, prefix, hash } = makeKeySecret(workspace);
      const made = await saveKey(db, workspace, { name, scope, prefix, hash, madeBy: person.id });
      await writeAudit(db, person, { what: 'key-made', object: made.id, detail: { scope } });
      return { ...made, key };
    }),
  );

  serve(api, revokeKeyEndpoint, ({ params: { keyId } }, person) =>
    ask(parts, person, async (db, workspace) => {
      await revokeKey(db, workspace, keyId);
      await writeAudit(db, person, { what: 'key-revoked', object: keyId });
      return { done: true };
    }),
  );
}
