/** One question about a made-up conversation, to see whether the judge is set up right; no customer's word is sent. */
import { randomBytes } from 'node:crypto';
import type { Conversation, JudgeTroubleKind, Verdict } from '@rapport/contract';
import { type AskParts, askWithinBudget } from './ask-within-budget.ts';
import { checkAnswer } from './check-answer.ts';
import { JudgeTrouble } from './judge-trouble.ts';
import { showConversation } from './shown-conversation.ts';
import { subjectOfQuality } from './subject.ts';
import { writePrompt } from './write-prompt.ts';

const turns = [
  ['customer', 'The cake for my mother’s birthday arrived broken and I am really sad about it.'],
  ['agent', 'A broken cake on her birthday is heartbreaking, and it was our packing. A new one leaves this afternoon.'],
] as const;

export interface JudgeTrial {
  verdict: Verdict | 'no-opportunity' | null;
  trouble: JudgeTroubleKind | null;
  milliseconds: number;
}

export async function tryJudge(parts: AskParts): Promise<JudgeTrial> {
  const conversation: Conversation = {
    ...{ id: 'trial', channel: 'chat', subject: '', customer: null, assignee: null, status: null, tags: [] },
    ...{ resolved: null, csatRaw: null, csatMax: null, language: null, outcomes: {} },
    messages: turns.map(([role, text], index) => ({
      ...{ id: String(index), at: null, role, author: role, text, visibility: 'public' as const },
    })),
  };
  const began = performance.now();
  const milliseconds = () => Math.round(performance.now() - began);
  try {
    const found = showConversation({ conversation, authorIds: [1, 2] }, null);
    if ('refused' in found) throw new JudgeTrouble(found.refused);
    const subject = subjectOfQuality('empathy');
    const prompt = writePrompt(found.shown, subject, () => randomBytes(16).toString('hex'));
    const said = await askWithinBudget(parts, prompt, new AbortController().signal);
    const [moment] = checkAnswer(said, found.shown, subject, (position) => turns[position]?.[1] ?? '');
    return { verdict: moment?.verdict ?? null, trouble: null, milliseconds: milliseconds() };
  } catch (error) {
    if (!(error instanceof JudgeTrouble)) throw error;
    return { verdict: null, trouble: error.kind, milliseconds: milliseconds() };
  }
}
