/**
 * Whole labelled conversations written for this project (own-conversations/, whose README tells the form), as rows of the
 * service corpus. Everything is checked while reading, so that a slip of the pen cannot pass for a label.
 */
import { agentActs, customerActs, emotionLabel, qualityIds, scoreVerdict } from '@rapport/contract';

export interface OwnTurn {
  role: 'customer' | 'agent' | 'bot' | 'system' | 'note';
  author: string;
  /** UTC, to the second. */
  t: string;
  text: string;
  emotion?: { valence: number; label: string };
  sentences?: { text: string; acts: string[] }[];
}

/** A row as in the service corpus; moments are not written down. */
export interface OwnConversation {
  id: string;
  channel: string;
  domain: string;
  company: string;
  turns: OwnTurn[];
  moments: [];
  verdicts: Record<string, Record<string, string>>;
  resolved: boolean;
  csat: number;
}

/** Threads of a length, mood and manner as in life, most of them decent: how often something is called for in them counts. */
export const isEveryday = (id: string): boolean => id.startsWith('own-everyday-');

const roles = { C: 'customer', A: 'agent', B: 'bot', S: 'system', N: 'note' } as const;
const isRoleLetter = (text: string): text is keyof typeof roles => text in roles;
const turnHead = /^(?:([CAN]) (\S+) |([BS]) )(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?: ([a-z]+) (-?[0-2]))?$/;
const channelNames = ['chat', 'email', 'phone', 'social', 'whatsapp'];

/** Throws with file, line and reason on anything that does not fit the form. */
export function parseOwnConversations(text: string, file: string): OwnConversation[] {
  const found: OwnConversation[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const fail = (why: string): never => {
      throw new Error(`${file}:${index + 1}: ${why}: ${line}`);
    };
    if (line.startsWith('# ')) {
      const last = found.at(-1);
      if (last) checkWhole(last, fail);
      found.push(conversationFrom(line, fail));
      continue;
    }
    const current = found.at(-1) ?? fail('a line before the first conversation');
    readLine(line, current, fail);
  }
  const last = found.at(-1);
  if (last) {
    checkWhole(last, (why) => {
      throw new Error(`${file}: ${why} in ${last.id}`);
    });
  }
  return found;
}

type Fail = (why: string) => never;

const conversationFrom = (line: string, fail: Fail): OwnConversation => {
  const [, id, channel = '', domain, company] =
    /^# (\S+) (\S+) (\S+) (.+)$/.exec(line) ?? fail('a head is “# id channel trade company”');
  if (!channelNames.includes(channel)) fail(`no such channel; one of ${channelNames.join(', ')}`);
  const parts = { id: `own-${id}`, channel, domain: domain ?? '', company: company ?? '' };
  return { ...parts, turns: [], moments: [], verdicts: {}, resolved: false, csat: 0 };
};

const readLine = (line: string, current: OwnConversation, fail: Fail): void => {
  const head = turnHead.exec(line);
  if (head) current.turns.push(turnFrom(head, fail));
  else if (line.startsWith('V ') && line.includes('|')) readVerdicts(line, current, fail);
  else if (/^R (?:resolved|open) csat [1-5]$/.test(line)) {
    current.resolved = line.startsWith('R resolved');
    current.csat = Number(line.at(-1));
  } else addSentence(line, current.turns.at(-1) ?? fail('a sentence before the first message'), fail);
};

const turnFrom = (head: RegExpExecArray, fail: Fail): OwnTurn => {
  const letter = head[1] ?? head[3] ?? '';
  if (!isRoleLetter(letter)) return fail('no such role');
  const role = roles[letter];
  const at = new Date(`${head[4]}Z`);
  if (Number.isNaN(at.getTime())) fail('no such time');
  const turn: OwnTurn = { role, author: (head[2] ?? role).replaceAll('_', ' '), t: at.toISOString(), text: '' };
  if ((role === 'customer') !== (head[5] !== undefined))
    fail('customers, and only they, have a feeling and its valence');
  if (role === 'customer') {
    const label = emotionLabel.safeParse(head[5]);
    if (!label.success) return fail(`no such feeling; one of ${emotionLabel.options.join(', ')}`);
    turn.emotion = { valence: Number(head[6]), label: label.data };
  }
  if (role === 'customer' || role === 'agent') turn.sentences = [];
  return turn;
};

const addSentence = (line: string, turn: OwnTurn, fail: Fail): void => {
  const isNewLine = line.startsWith('>');
  const [, own = '', list] =
    /^(.*?)(?:\s*\[([a-z, -]*)\])?$/.exec(isNewLine ? line.slice(1).trim() : line) ?? fail('not a sentence');
  if (own === '') fail('a sentence without words');
  turn.text += `${turn.text === '' ? '' : isNewLine ? '\n' : ' '}${own}`;
  if (!turn.sentences) return;
  const acts = (list ?? fail('a sentence ends with its acts in brackets, [] for none'))
    .split(',')
    .flatMap((name) => name.trim() || []);
  const known: readonly string[] = turn.role === 'agent' ? agentActs : customerActs;
  const wrong = acts.find((name) => !known.includes(name));
  if (wrong) fail(`“${wrong}” is no act of ${turn.role}s`);
  turn.sentences.push({ text: own, acts });
};

const readVerdicts = (line: string, current: OwnConversation, fail: Fail): void => {
  const [name = '', ...cells] = line
    .slice(2)
    .split('|')
    .map((cell) => cell.trim());
  const verdicts: Record<string, string> = {};
  for (const cell of cells) {
    const [quality = '', verdict] = cell.split(/\s+/);
    if (!scoreVerdict.safeParse(verdict).success) fail(`“${cell}” has no verdict`);
    verdicts[quality] = verdict ?? '';
  }
  const missing = qualityIds.filter((id) => !(id in verdicts));
  if (missing.length > 0 || cells.length !== qualityIds.length) fail(`all fourteen qualities once; missing ${missing}`);
  current.verdicts[name.replaceAll('_', ' ')] = verdicts;
};

const checkWhole = (one: OwnConversation, fail: Fail): void => {
  const agents = new Set(one.turns.flatMap(({ role, author }) => (role === 'agent' ? [author] : [])));
  const judged = Object.keys(one.verdicts);
  if (one.csat === 0) fail('the conversation above has no R line');
  if (agents.size === 0) fail('the conversation above has no agent');
  if ([...agents].some((name) => !judged.includes(name)) || judged.length !== agents.size) {
    fail(`the conversation above judges ${judged.join(', ')} and has the agents ${[...agents].join(', ')}`);
  }
  if (one.turns.some(({ text }) => text === '')) fail('the conversation above has a message without words');
  const times = one.turns.map(({ t }) => t);
  if (times.some((t, index) => index > 0 && t < (times[index - 1] ?? '')))
    fail('the conversation above goes back in time');
};
