import { randomBytes } from 'node:crypto';
import type { Fragment, IntakeMessage } from '@rapport/intake';
import { describe, expect, it } from 'vitest';
import { createMasker } from './mask-fragment.ts';

const message = (given: Partial<IntakeMessage>): IntakeMessage => ({
  id: 'm1',
  at: null,
  role: 'customer',
  author: 'Ann',
  text: 'hello',
  visibility: 'public',
  order: 1,
  ...given,
});

const fragment = (given: Partial<IntakeMessage>, customer: string | null = null): Fragment => ({
  kind: 'fragment',
  conversation: {
    id: 'c1',
    channel: 'email',
    channelRaw: 'line of ann@example.org',
    subject: 'Call +44 20 7946 0958',
    customer,
    assignee: null,
    status: null,
    tags: [],
    resolved: null,
    csatRaw: null,
    csatMax: null,
    language: null,
    outcomes: {},
  },
  messages: [message(given)],
  hasMessageIds: true,
  units: 1,
  line: 1,
  after: { byte: 1, line: 1, units: 1 },
});

describe('mask a fragment', () => {
  const mask = createMasker(randomBytes(32));
  const first = (given: Partial<IntakeMessage>) => mask(fragment(given)).fragment.messages[0];

  it('takes addresses and numbers out of texts and subjects, and counts them', () => {
    const { fragment: masked, counts } = mask(fragment({ text: 'write to ann@example.org' }));
    expect(masked.messages[0]?.text).toBe('write to [email]');
    expect(masked.conversation.subject).toBe('Call [phone]');
    expect(masked.conversation.channelRaw).toBe('line of [email]');
    expect(counts).toMatchObject({ email: 2, phone: 1, card: 0 });
  });

  it('keeps two authors apart whose names are addresses, without keeping the addresses', () => {
    const ann = first({ author: 'ann@example.org' });
    const bob = first({ author: 'bob@example.org' });
    expect(ann?.authorId).not.toBe(bob?.authorId);
    expect(JSON.stringify([ann, bob])).not.toContain('example.org');
    expect(first({ author: 'Ann@Example.org' })?.authorId).toBe(ann?.authorId);
  });

  it('knows an author by the address when the display name changes', () => {
    const before = first({ author: 'Ann', authorEmail: 'ann@example.org' });
    const after = first({ author: 'Ann Miller', authorEmail: 'ann@example.org' });
    expect(after?.authorId).toBe(before?.authorId);
    expect(after?.authorEmail).toMatch(/^@masked-[0-9a-f]{12}$/);
  });

  it('leaves plain names and ids as they are', () => {
    expect(first({ author: 'Ann', authorId: 'u-17' })).toMatchObject({ author: 'Ann', authorId: 'u-17' });
    expect(first({ author: 'Ann' })).not.toHaveProperty('authorId');
  });

  it('gives a customer the name that their messages have', () => {
    const { fragment: masked } = mask(fragment({ author: 'ann@example.org' }, 'ann@example.org'));
    expect(masked.conversation.customer).toBe(masked.messages[0]?.authorId);
  });

  it('makes other names in another workspace, so that two cannot be laid side by side', () => {
    const other = createMasker(randomBytes(32));
    expect(other(fragment({ author: 'ann@example.org' })).fragment.messages[0]?.authorId).not.toBe(
      first({ author: 'ann@example.org' })?.authorId,
    );
  });
});
