/** Every helpdesk that can be connected. Adding one is a folder and a line here. */
import type { SourceKind } from '@rapport/contract';
import { chatwootSource } from './chatwoot/chatwoot-source.ts';
import { freshdeskSource } from './freshdesk/freshdesk-source.ts';
import { helpScoutSource } from './help-scout/help-scout-source.ts';
import { intercomSource } from './intercom/intercom-source.ts';
import { libredeskSource } from './libredesk/libredesk-source.ts';
import { requestTrackerSource } from './request-tracker/request-tracker-source.ts';
import type { Source } from './source.ts';
import { zammadSource } from './zammad/zammad-source.ts';
import { zendeskSource } from './zendesk/zendesk-source.ts';

const sources: Readonly<Record<SourceKind, Source>> = {
  zendesk: zendeskSource,
  intercom: intercomSource,
  chatwoot: chatwootSource,
  libredesk: libredeskSource,
  zammad: zammadSource,
  'request-tracker': requestTrackerSource,
  freshdesk: freshdeskSource,
  'help-scout': helpScoutSource,
};

export const sourceOf = (kind: SourceKind): Source => sources[kind];
export const allSources: readonly Source[] = Object.values(sources);
