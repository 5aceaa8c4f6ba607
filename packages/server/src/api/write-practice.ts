/** A missed moment as somebody practises on it: the conversation up to the reply, and what was really written. */
import type { PracticeMoment, PracticeTurn } from '@rapport/contract';
import { hideNamesIn, namesOf } from '@rapport/qualities';
import { type MissedMoment, momentIdOf } from '../store/practice.ts';
import type { PublicMessage } from '../store/public-messages.ts';

interface WriteQuestion {
  moment: MissedMoment;
  messages: readonly PublicMessage[];
  /** Of everybody who serves here. */
  agentNames: readonly string[];
  whose: PracticeMoment['whose'];
  /** Shown names by author, for a moment of one's own. */
  shownName: (author: number) => string;
  mayOpen: boolean;
}

/** Null where there is nothing to answer: no reply of that author after the words that called for it, or none before it. */
export function writePracticeMoment(question: WriteQuestion): PracticeMoment | null {
  const { moment, messages, whose, mayOpen } = question;
  const at = findReply(moment, messages);
  const before = messages.slice(0, at);
  if (at < 0 || before.at(-1)?.role !== 'customer') return null;
  const nameless = whose === 'team' ? hideNames(messages, question.agentNames) : asWritten;
  const turns = before.map((message): PracticeTurn => {
    const author = whose === 'team' ? (plainNames[message.role] ?? 'somebody') : question.shownName(message.author);
    return { role: message.role, author, text: nameless(message.text).text };
  });
  return {
    id: momentIdOf(moment),
    quality: moment.quality,
    whose,
    turns,
    trigger: triggerIn(moment, before, nameless),
    written: nameless(repliesFrom(messages, at)).text,
    why: moment.why,
    conversationId: mayOpen ? String(moment.conversation) : null,
  };
}

const plainNames: Partial<Record<PublicMessage['role'], string>> = {
  customer: 'the customer',
  agent: 'a colleague',
  bot: 'the bot',
  system: 'the system',
};

type Nameless = (text: string) => ReturnType<typeof hideNamesIn>;
const asWritten: Nameless = (text) => ({ text, placeOf: (offset) => offset });

function hideNames(messages: readonly PublicMessage[], agentNames: readonly string[]): Nameless {
  const names = namesOf([...agentNames, ...messages.map(({ name }) => name)]);
  return (text) => hideNamesIn(text, names);
}

/** The reply that is practised: the one the machine judged, or the author's next one after the words that called for it. */
function findReply({ author, triggerMessage, responseMessage }: MissedMoment, messages: readonly PublicMessage[]) {
  const judged = messages.findIndex(({ id }) => id === responseMessage);
  if (judged >= 0) return firstInRow(messages, judged);
  const called = messages.findIndex(({ id }) => id === triggerMessage);
  return messages.findIndex((message, place) => place > called && message.author === author);
}

/** Of several messages sent one after the other the first is where the reply began. */
function firstInRow(messages: readonly PublicMessage[], place: number): number {
  let first = place;
  while (first > 0 && messages[first - 1]?.author === messages[place]?.author) first -= 1;
  return first;
}

function repliesFrom(messages: readonly PublicMessage[], at: number): string {
  const author = messages[at]?.author;
  const rest = messages.slice(at);
  const end = rest.findIndex((message) => message.author !== author);
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .map(({ text }) => text)
    .join('\n\n');
}

function triggerIn(
  { triggerMessage, triggerStart, triggerEnd }: MissedMoment,
  before: readonly PublicMessage[],
  nameless: Nameless,
): PracticeMoment['trigger'] {
  const turn = before.findIndex(({ id }) => id === triggerMessage);
  const message = before[turn];
  if (message === undefined || triggerStart === null || triggerEnd === null) return null;
  const { text, placeOf } = nameless(message.text);
  const [start, end] = [placeOf(triggerStart), placeOf(triggerEnd)];
  return { turn, start, end, quote: text.slice(start, end) };
}
