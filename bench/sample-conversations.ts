/** The sample team, read through the very intake the product uses. */
import { readFileSync } from 'node:fs';
import type { Conversation } from '@rapport/contract';
import { gatherConversations, lookAtFile, readRecords, unpackFile } from '@rapport/intake';

export async function loadSampleConversations(): Promise<Conversation[]> {
  const fileName = 'sample-team.jsonl.gz';
  const bytes = readFileSync(`examples/sample-team/${fileName}`);
  const open = async function* () {
    yield bytes;
  };
  const look = await lookAtFile(open, { fileName });
  if ('refused' in look) throw new Error(look.refused[0]?.reason ?? 'the sample team cannot be read');
  const records = readRecords(() => unpackFile(open, look.plan, { fileName }), look.plan, { fileName });
  return (await gatherConversations(records)).conversations;
}
