/** The files in examples/exports, one of each form, read as a newcomer would drop them in. */
import { readFileSync } from 'node:fs';
import { conversation } from '@rapport/contract';
import { describe, expect, it } from 'vitest';
import { lookAt, readWhole } from './read-whole.test-data.ts';

const load = (name: string): Uint8Array => readFileSync(new URL(`../../../examples/exports/${name}`, import.meta.url));
const read = (name: string) => readWhole(load(name), { fileName: name });
const spoken = (one: Awaited<ReturnType<typeof read>>) =>
  one.conversations.flatMap(({ id, messages }) =>
    messages.map(({ role, author, visibility }) => `${id} ${role} ${author} ${visibility}`),
  );

describe('the example exports', () => {
  it.each([
    ['conversations.csv', 'csv', 7, 2],
    ['conversations.jsonl', 'jsonl', 5, 2],
    ['conversations.json', 'json', 2, 2],
    ['zendesk.ndjson', 'zendesk', 6, 2],
    ['intercom.json', 'intercom', 4, 1],
    ['mailbox.mbox', 'mbox', 3, 1],
    ['zendesk-with-users.json', 'zendesk', 7, 2],
    ['chatwoot.json', 'chatwoot', 6, 1],
    ['libredesk.json', 'libredesk', 3, 1],
    ['request-tracker.json', 'request-tracker', 3, 1],
    ['freshdesk.json', 'freshdesk', 4, 1],
    ['help-scout.json', 'help-scout', 3, 1],
    ['convokit-utterances.jsonl', 'convokit', 4, 1],
  ])('%s is read as %s without a problem', async (name, format, messages, conversations) => {
    const found = await read(name);
    expect(found.plan).toMatchObject({ format, units: messages, conversations });
    // Tickets whose comments name their authors by number say so; nothing else is amiss in any of them.
    expect(found.problems.map(({ code }) => code)).toEqual(name === 'zendesk.ndjson' ? ['authors-by-number'] : []);
    expect(found.counts).toMatchObject({ units: messages, accepted: messages, messages, conversations });
    for (const one of found.conversations) expect(conversation.parse(one)).toEqual(one);
  });

  it('tells customers, agents, notes and machines apart in Zendesk tickets', async () => {
    expect(spoken(await read('zendesk.ndjson'))).toEqual([
      '501 customer 71 public',
      '501 agent 12 internal',
      '501 agent 12 public',
      '501 system -1 public',
      '502 customer 72 public',
      '502 agent Jonas public',
    ]);
  });

  it('guesses nothing where the list of users lies beside the tickets', async () => {
    const found = await read('zendesk-with-users.json');
    expect(spoken(found)).toEqual([
      '610 customer Priya Nair public',
      '610 bot Campfire AI public',
      '610 customer Tom Nair public',
      '610 agent Lena Brandt internal',
      '610 agent Lena Brandt public',
      '655 customer Priya Nair public',
      '655 agent Lena Brandt public',
    ]);
    expect(found.conversations).toEqual([
      expect.objectContaining({ csatRaw: 'bad', csatComment: 'Took three days.' }),
      expect.objectContaining({ csatRaw: '5', csatMax: 5, followUpOf: '610' }),
    ]);
  });

  it('leaves out a merged Zammad ticket with a word', async () => {
    const found = await read('zammad.json');
    expect(found.plan.format).toBe('zammad');
    expect(found.problems.map(({ code }) => code)).toEqual(['left-out']);
    expect(spoken(found)).toEqual([
      '914 customer Nils Berg public',
      '914 agent Greta Maas internal',
      '914 agent Greta Maas public',
    ]);
  });

  it('begins an Intercom conversation with its source, and takes an AI teammate for a bot', async () => {
    expect(spoken(await read('intercom.json'))).toEqual([
      '3301 customer Noor public',
      '3301 bot Fin public',
      '3301 agent Mara internal',
      '3301 agent Mara public',
    ]);
  });

  it('threads mails, decodes them and takes an automatic reply for a bot', async () => {
    const found = await read('mailbox.mbox');
    expect(spoken(found)).toEqual([
      'a1@example.org customer Ann Lee public',
      'a1@example.org agent Mara public',
      'a1@example.org bot Ann Lee public',
    ]);
    expect(found.conversations[0]?.subject).toBe('Rückgabe');
    expect(found.conversations[0]?.messages[0]?.text).toContain('\nFrom my side');
    expect(found.conversations[0]?.messages[1]?.text).toContain('Grüße');
  });

  it('refuses the list of tickets by name', async () => {
    const found = await lookAt(load('tickets-only.csv'), 'tickets-only.csv');
    expect('refused' in found && found.refused[0]?.code).toBe('list-without-messages');
  });
});
