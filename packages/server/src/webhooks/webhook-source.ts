/** What one source has to say about its webhooks; receiving is the same for all of them. */
import type { ringingKinds, signingKinds, WebhookReceiver } from '@rapport/contract';
import type { SignatureForm } from './check-signature.ts';

export interface WebhookSource {
  kind: (typeof signingKinds)[number];
  format: (typeof signingKinds)[number];
  signature: SignatureForm;
  /** Where the admin enters the address and the secret there. */
  setUp: string;
  /** `helpdesk`: it makes the secret itself once it has the address; `either`: it takes one that was made here. */
  secretFrom: WebhookReceiver['secretFrom'];
  /** A header or field that is the same when the same news is sent twice; undefined: the body tells. */
  deliveryHeader?: string;
  read(body: Body, o: { header: (name: string) => string | undefined }): WebhookNews;
}

/** A helpdesk that signs nothing: what it sends could come from anybody, so nothing of it is read. */
export interface RingingSource {
  kind: (typeof ringingKinds)[number];
  /** Where the admin enters address and secret there. */
  setUp: string;
}

export type Body = Readonly<Record<string, unknown>>;

export interface WebhookNews {
  /** What a reader of `intake` reads; null: nothing that is kept. */
  entry: Body | null;
  /** When the source said it, by its own clock; null: when it came. */
  saidAt: string | null;
  /** Ids of conversations that were deleted, or merged away. */
  goneConversations: string[];
  /** Messages that were deleted. */
  goneMessages: { conversation: string; message: string }[];
}

export const noNews: WebhookNews = { entry: null, saidAt: null, goneConversations: [], goneMessages: [] };
