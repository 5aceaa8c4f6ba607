import { chatwootStub } from './chatwoot/chatwoot-stub.fixture.ts';
import { freshdeskStub } from './freshdesk/freshdesk-stub.fixture.ts';
import { helpScoutStub } from './help-scout/help-scout-stub.fixture.ts';
import { intercomStub } from './intercom/intercom-stub.fixture.ts';
import { libredeskStub } from './libredesk/libredesk-stub.fixture.ts';
import { requestTrackerStub } from './request-tracker/request-tracker-stub.fixture.ts';
import type { StubSource } from './stub-world.fixture.ts';
import { zammadStub } from './zammad/zammad-stub.fixture.ts';
import { zendeskStub } from './zendesk/zendesk-stub.fixture.ts';

export const allStubs: readonly StubSource[] = [
  zendeskStub,
  intercomStub,
  chatwootStub,
  libredeskStub,
  zammadStub,
  requestTrackerStub,
  freshdeskStub,
  helpScoutStub,
];
