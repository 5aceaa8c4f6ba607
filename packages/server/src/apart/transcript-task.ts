/** A pasted chat or call → conversations, in memory: the same reading as an import, and no store at all. */
import { type Conversation, type IntakePlan, type IntakeProblem, RapportError } from '@rapport/contract';
import { gatherConversations, lookAtFile, readRecords, unpackFile } from '@rapport/intake';
import { laySaid } from '../jobs/apply-said.ts';
import type { SaidMapping } from '../store/imports.ts';

export interface TranscriptTask {
  text: string;
  kind: 'chat' | 'call';
  said: SaidMapping;
}

export interface TranscriptRead {
  plan: Pick<IntakePlan, 'headline' | 'speakers'>;
  accepted: number;
  rejected: number;
  /** The first of them. */
  problems: IntakeProblem[];
  conversations: Conversation[];
}

const mostProblems = 100;
const mostConversations = 50;

/** @throws RapportError `unreadable-file` where it is no conversation, with what would make it one; `bad-request` */
export async function readTranscriptTask({ text, kind, said }: TranscriptTask): Promise<TranscriptRead> {
  const fileName = `pasted-${kind}.txt`;
  const bytes = Buffer.from(text);
  const open = async function* (fromByte = 0): AsyncGenerator<Uint8Array> {
    yield bytes.subarray(fromByte);
  };
  const look = await lookAtFile(open, { fileName });
  if ('refused' in look) throw unreadable(look.refused[0]?.reason);
  const plan = laySaid(look.plan, said);
  if (plan.needsMapping.length > 0) throw unreadable();
  const zoned = plan.needsTimeZone ? { ...plan, timeZone: 'UTC', needsTimeZone: false } : plan;
  const records = readRecords(() => unpackFile(open, plan, { fileName }), zoned, { fileName });
  const { problems, counts, conversations } = await gatherConversations(records);
  if (counts.accepted === 0) throw unreadable(problems[0]?.reason);
  return {
    plan: { headline: plan.headline, speakers: plan.speakers },
    ...{ accepted: counts.accepted, rejected: counts.rejected },
    problems: problems.slice(0, mostProblems),
    conversations: conversations.slice(0, mostConversations),
  };
}

const unreadable = (why?: string): RapportError =>
  new RapportError('unreadable-file', {
    what: 'This could not be read as a chat or a call.',
    ...(why === undefined ? {} : { why }),
    wayOut: 'Begin each turn on a line of its own with a name and a colon, such as “Customer: My lamp is broken.”',
  });
