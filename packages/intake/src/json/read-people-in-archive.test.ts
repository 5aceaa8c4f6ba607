import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lookAtFile } from '../look-at-file.ts';
import type { OpenBytes } from '../record.ts';
import { readPeopleInArchive } from './read-people-in-archive.ts';

const users = JSON.stringify({
  users: [
    { id: 7, name: 'Ann', email: 'ann@home.example', role: 'end-user' },
    { id: 8, name: 'Mara', email: 'mara@lamps.example', role: 'agent', padding: 'x'.repeat(4000) },
  ],
});
const tickets = JSON.stringify({
  tickets: [
    {
      ...{ id: 1, subject: 'Lamp', status: 'closed', requester_id: 7, created_at: '2026-03-02T09:00:00Z' },
      comments: [
        { id: 10, author_id: 7, body: 'It is broken.', public: true, created_at: '2026-03-02T09:00:00Z' },
        { id: 11, author_id: 8, body: 'I am sorry.', public: true, created_at: '2026-03-02T09:05:00Z' },
      ],
    },
  ],
});

const open = (bytes: Uint8Array): OpenBytes =>
  async function* (from = 0) {
    yield bytes.subarray(from);
  };
const zip = (files: Record<string, Uint8Array>) => open(zipSync(files));

describe('people beside the conversations in a zip', () => {
  it('are found by the name of their file, packed or not, and never taken for the conversations', async () => {
    const archive = zip({ 'export/tickets.json': strToU8(tickets), 'export/users.json': strToU8(users) });
    const look = await lookAtFile(archive, { fileName: 'export.zip' });
    expect(look).toMatchObject({ plan: { format: 'zendesk', member: 'export/tickets.json', asksForPeople: true } });
    const people = await readPeopleInArchive(archive, { fileName: 'export.zip', member: 'export/tickets.json' });
    expect([...people].map(([id, { role, name }]) => [id, role, name])).toEqual([
      ['7', 'customer', 'Ann'],
      ['8', 'agent', 'Mara'],
    ]);
    const packed = zip({ 'tickets.json': strToU8(tickets), 'users.json.gz': gzipSync(strToU8(users)) });
    expect((await readPeopleInArchive(packed, { fileName: 'x.zip', member: 'tickets.json' })).size).toBe(2);
  });

  it('are none where no file is called like them, or the file is no zip', async () => {
    const archive = zip({ 'tickets.json': strToU8(tickets), 'macros.json': strToU8(users) });
    expect((await readPeopleInArchive(archive, { fileName: 'x.zip', member: 'tickets.json' })).size).toBe(0);
    expect((await readPeopleInArchive(open(strToU8(users)), { fileName: 'users.json', member: null })).size).toBe(0);
  });
});
