import type { IntakeFormat } from '@rapport/contract';
import { readIntercom } from '../intercom/read-intercom.ts';
import { readZendesk } from '../zendesk/read-zendesk.ts';
import type { ReadItem } from './item.ts';
import { readConversation } from './read-conversation.ts';

/** The reader for the entries of a format. */
export const readerOf = (format: IntakeFormat): ReadItem =>
  format === 'zendesk' ? readZendesk : format === 'intercom' ? readIntercom : readConversation;
