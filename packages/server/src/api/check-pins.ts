/** Examples for a session: each in the exact words of a conversation of the coached person. */
import type { BodyOf, writeCoachingSession } from '@rapport/contract';
import type { NewPin } from '../store/coaching-sessions.ts';
import type { Db } from '../store/open-store.ts';
import { findQuoted } from '../store/quote-of-message.ts';
import type { Person } from './permit.ts';

type Pins = BodyOf<typeof writeCoachingSession>['pins'];

/** @throws RapportError `not-found` for a conversation the coached person did not answer in, `bad-request` for inexact words */
export async function checkPins(db: Db, { workspace }: Person, author: number, pins: Pins): Promise<NewPin[]> {
  const checked: NewPin[] = [];
  for (const { conversationId, verdict, note, ...said } of pins) {
    const mayRead = (agents: readonly number[]) => agents.includes(author);
    const { conversation } = await findQuoted(db, workspace, { conversationId, said, mayRead });
    checked.push({ ...said, conversation, verdict, note });
  }
  return checked;
}
