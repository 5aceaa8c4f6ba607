/** What one source has to say about its webhooks; receiving is the same for all of them. */
import type { WebhookKind, WebhookReceiver } from '@rapport/contract';
import type { SignatureForm } from './check-signature.ts';

export interface WebhookSource {
  kind: WebhookKind;
  format: WebhookKind;
  signature: SignatureForm;
  /** Where the admin enters the address and the secret there. */
  setUp: string;
  /** `helpdesk`: it makes the secret itself once it has the address; `either`: it takes one that was made here. */
  secretFrom: WebhookReceiver['secretFrom'];
  /** A header or field that is the same when the same news is sent twice; undefined: the body tells. */
  deliveryHeader?: string;
  read(body: Body, o: { header: (name: string) => string | undefined }): WebhookNews;
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
