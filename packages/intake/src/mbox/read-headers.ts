/** The few mail headers that thread a mail and tell a machine from a person, straight from its bytes. */
export interface MailHeaders {
  messageId: string;
  inReplyTo: string;
  references: string[];
  date: string;
  fromAddress: string;
  isAutomatic: boolean;
}

const latin1 = new TextDecoder('latin1');
const longest = 256 * 1024;

export function readHeaders(mail: Uint8Array): MailHeaders {
  const text = latin1.decode(mail.subarray(0, longest));
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const fields = new Map<string, string>();
  for (const line of text
    .slice(0, end)
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    // Of two equal headers the first counts, as mail programs show it.
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  const get = (name: string): string => fields.get(name) ?? '';
  const from = get('from');
  return {
    messageId: ids(get('message-id'))[0] ?? '',
    inReplyTo: ids(get('in-reply-to'))[0] ?? '',
    references: ids(get('references')),
    date: get('date'),
    fromAddress: (
      /<([^<>\s]{1,320})>/.exec(from)?.[1] ??
      /[^\s<>,;:"]{1,64}@[^\s<>,;:"]{1,255}/.exec(from)?.[0] ??
      ''
    ).toLowerCase(),
    isAutomatic:
      (get('auto-submitted') !== '' && !/^no\b/i.test(get('auto-submitted'))) ||
      fields.has('x-autoreply') ||
      fields.has('x-autorespond') ||
      /^(bulk|junk|list|auto_reply)$/i.test(get('precedence')) ||
      get('return-path') === '<>' ||
      /^multipart\/report/i.test(get('content-type')),
  };
}

const ids = (text: string): string[] => [...text.matchAll(/<([^<>\s]{1,500})>/g)].map((found) => found[1] ?? '');
