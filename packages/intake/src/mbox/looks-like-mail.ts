/** Whether bytes begin a mailbox or a single mail. A transcript has lines "Name: …" too, so the fields must be those of mail. */
const latin1 = new TextDecoder('latin1');
const mailFields =
  /^(?:received|return-path|delivered-to|from|to|subject|date|message-id|mime-version|content-type|reply-to|cc|x-mozilla-status|dkim-signature|authentication-results|x-gm-thrid|in-reply-to|references)$/i;

export function looksLikeMail(head: Uint8Array): 'mbox' | 'eml' | null {
  const text = latin1.decode(head.subarray(head[0] === 0xef ? 3 : 0, 65_536));
  if (/^From \S/.test(text)) return 'mbox';
  const known = new Set<string>();
  for (const line of text.split(/\r?\n/)) {
    if (line === '') break;
    if (/^[ \t]/.test(line)) continue;
    const name = /^([!-9;-~]{1,78}):/.exec(line)?.[1];
    if (name === undefined) return null;
    if (mailFields.test(name)) known.add(name.toLowerCase());
  }
  const tellsWho = known.has('from') || known.has('received') || known.has('return-path');
  return tellsWho && known.size >= 3 ? 'eml' : null;
}
