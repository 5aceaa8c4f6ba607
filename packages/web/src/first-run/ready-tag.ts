/** The one thing to know of a conversation before opening it. Colour only where it is sure. */
import type { ConversationRow } from '@rapport/contract';

export interface ReadyTag {
  tone: 'strength' | 'attention' | 'unsure';
  words: string;
}

/** What a customer did that somebody should look at. */
const loudSignals = ['asked-for-manager', 'threatened-to-leave', 'denied-resolved'];

export function readyTag(row: Pick<ConversationRow, 'exceptional' | 'signals' | 'channel'>): ReadyTag {
  if (row.exceptional) return { tone: 'strength', words: 'Exceptional' };
  if (row.signals.some((one) => loudSignals.includes(one)))
    return { tone: 'attention', words: 'Someone should read this' };
  if (row.signals.includes('confirmed-resolved')) return { tone: 'strength', words: 'Solved, the customer says' };
  if (row.signals.includes('chased')) return { tone: 'unsure', words: 'Had to ask again' };
  return { tone: 'unsure', words: channelWords[row.channel] };
}

const channelWords: Record<ConversationRow['channel'], string> = {
  email: 'E-mail',
  chat: 'Chat',
  phone: 'Phone',
  social: 'Social',
  messaging: 'Messaging',
  'web-form': 'Web form',
  'in-person': 'In person',
  other: 'Other',
};
