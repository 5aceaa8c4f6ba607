/** A WhatsApp chat as its export writes it → messages, parted into conversations by a day of silence. */
import { readTime } from '../fields/read-time.ts';
import type { PreparedLine, PreparedMessage } from '../prepared/prepared-line.ts';
import { createSilenceSplitter } from '../prepared/split-by-silence.ts';
import { readTextLines } from '../prepared/text-lines.ts';
import { readStampedLine, type StampedLine } from './read-stamped-line.ts';
import { isSystemText, partnerInName } from './whatsapp-words.ts';

export interface WhatsAppOptions {
  /** Of the export, or of the file inside it: it names the partner. */
  names: readonly string[];
  /** As guessed over the whole file; only the gaps between messages depend on it here. */
  dayFirst: boolean;
}

interface OpenMessage extends StampedLine {
  line: number;
  text: string;
}

export async function* prepareWhatsApp(
  chunks: AsyncIterable<Uint8Array>,
  o: WhatsAppOptions,
): AsyncGenerator<PreparedLine> {
  const partner = o.names.map(partnerInName).find((name) => name !== null) ?? null;
  const chat = partner ?? 'chat';
  const splitter = createSilenceSplitter();
  const stampsSeen = new Map<string, number>();
  let firstAuthor = '';
  let open: OpenMessage | null = null;

  const finish = (one: OpenMessage): PreparedMessage => {
    const time = readTime(one.stamp, { dayFirst: o.dayFirst, timeZone: 'UTC' });
    // Minutes repeat; the number within the same stamp and author tells equal ones apart, also after the next export.
    const key = `${one.stamp} ${one.author}`;
    const repeat = (stampsSeen.get(key) ?? 0) + 1;
    if (stampsSeen.size > 500_000) stampsSeen.clear();
    stampsSeen.set(key, repeat);
    const id = `${one.stamp} ${one.author}${repeat === 1 ? '' : ` ${repeat}`}`.trim();
    const at = time.kind === 'instant' ? Date.parse(time.at) : Number.NaN;
    const { id: conversationId, isNew } = splitter.conversationOf(chat, at, one.stamp);
    const isSystem = one.author === '' || isSystemText(one.text);
    if (isNew || firstAuthor === '') firstAuthor = isSystem ? '' : one.author;
    return {
      line: one.line,
      conversation: {
        id: conversationId,
        subject: '',
        channelWord: 'whatsapp',
        ...(partner === null ? {} : { customer: partner }),
      },
      message: { id, date: one.stamp, author: one.author, authorId: '', authorEmail: '', text: one.text },
      ...(isSystem ? { role: 'system' as const } : {}),
      guess:
        partner === null
          ? one.author === firstAuthor
            ? 'customer'
            : 'agent'
          : one.author === partner
            ? 'customer'
            : 'agent',
    };
  };

  for await (const { text, line } of readTextLines(chunks)) {
    if (text === null) {
      if (open) yield finish(open);
      open = null;
      yield {
        line,
        problem: {
          code: 'bad-encoding',
          column: null,
          reason: 'The line is not valid UTF-8, or longer than a message.',
        },
      };
      continue;
    }
    const stamped = readStampedLine(text);
    if (stamped) {
      if (open) yield finish(open);
      open = { ...stamped, line };
    } else if (open) open.text += `\n${text}`;
    else if (text.trim() !== '') {
      yield {
        line,
        problem: { code: 'not-a-message', column: null, reason: 'The line stands before the first message.' },
      };
    }
    // A message that never ends must not fill the memory.
    if (open && open.text.length > 2 ** 21) {
      yield {
        line,
        problem: { code: 'cell-too-long', column: null, reason: 'The message is longer than a message can be.' },
      };
      open = null;
    }
  }
  if (open) yield finish({ ...open, text: open.text.replace(/\n+$/, '') });
}
