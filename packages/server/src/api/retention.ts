import { getRetention, previewRetention, RapportError, setRetention } from '@rapport/contract';
import { writeAudit } from '../store/audit.ts';
import { loadRetention, previewRule, saveRule } from '../store/retention.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

export function serveRetention(api: Api, parts: AppParts): void {
  serve(api, getRetention, (_given, person) =>
    ask(parts, person, (db, workspace) => loadRetention(db, workspace, parts.now())),
  );

  serve(api, previewRetention, ({ body: rule }, person) =>
    ask(parts, person, (db, workspace) => previewRule(db, workspace, { rule, now: parts.now() })),
  );

  serve(api, setRetention, ({ body: { shown, ...rule } }, person) =>
    ask(parts, person, async (db, workspace) => {
      const now = parts.now();
      const { conversations } = await previewRule(db, workspace, { rule, now });
      if (conversations > shown) {
        throw new RapportError('conflict', {
          what: `${conversations.toLocaleString('en-GB')} conversations would go, not ${shown.toLocaleString('en-GB')}.`,
          why: 'Nothing is deleted without its count having been seen, so nothing was changed.',
          wayOut: 'Look at the count again, and confirm that one.',
        });
      }
      await saveRule(db, workspace, { rule, by: person.id, now });
      const { defaultDays, countedFrom } = rule;
      const channels = JSON.stringify(rule.channelDays);
      const detail = { defaultDays, channels, countedFrom, shown };
      await writeAudit(db, person, { what: 'retention-changed', detail });
      return loadRetention(db, workspace, now);
    }),
  );
}
