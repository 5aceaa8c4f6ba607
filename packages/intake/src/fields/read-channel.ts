/** A source's word for how people talked → the closed list; the word itself is kept beside it. */
import type { Channel } from '@rapport/contract';

const words: Record<Exclude<Channel, 'other'>, string> = {
  email: 'email e-mail mail emails inbox outlook gmail imap smtp letter correspondence',
  chat: 'chat livechat live-chat webchat web-chat web-widget widget native-messaging messenger-web beaconchat beacon in-app inapp helpcenter-chat channel::webwidget chat-transcript',
  phone: 'phone call voice telephone telephony tel voicemail inbound-call outbound-call phone-call hotline callcenter',
  social:
    'social twitter x tweet facebook facebook-post instagram instagram-dm linkedin youtube tiktok reddit twitter-dm direct-message forum community review mastodon',
  messaging:
    'messaging sms whatsapp telegram line viber wechat messenger facebook-messenger signal imessage apple-business-chat rcs slack text',
  'web-form':
    'web-form webform form web portal contact-form website help-center helpcenter api-form ticket-form feedback-widget',
  'in-person': 'in-person inperson store shop face-to-face counter walk-in desk visit',
};
const channelOf = new Map<string, Channel>(
  Object.entries(words).flatMap(([channel, list]) =>
    list.split(' ').map((word) => [word, channel as Channel] as const),
  ),
);

/** Never refuses: an unknown word is "other". An empty word is "other" without a raw word. */
export function readChannel(raw: string): { channel: Channel; channelRaw?: string } {
  const known = channelOf.get(raw);
  if (known) return { channel: known, channelRaw: raw };
  const word = raw
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  if (word === '') return { channel: 'other' };
  return { channel: channelOf.get(word) ?? 'other', channelRaw: raw };
}
