/** What of an import is probably no service, by kind, with counts and a few examples, for a person to confirm at once. */
import { type Conversation, type NotServiceKind, notServiceKinds } from '@rapport/contract';
import { excerpt } from '../excerpt.ts';
import { type JudgeOptions, judgeService } from './judge-service.ts';

export interface NotServiceProposal {
  kind: NotServiceKind;
  conversations: number;
  /** At most five, the first found. */
  examples: { id: string; subject: string; from: string; why: string }[];
}

export interface ServiceTally {
  /** Returns the kind, to be kept beside the conversation; null for service. */
  add(conversation: Pick<Conversation, 'id' | 'subject' | 'messages'>): NotServiceKind | null;
  /** Kinds that were found, most frequent first. */
  result(): { looked: number; service: number; proposals: NotServiceProposal[] };
}

const mostExamples = 5;

/**
 *     const tally = createServiceTally({ ownDomains: ['shop.example'] });
 *     for (const one of conversations) tally.add(one);
 *     tally.result() // { looked: 120, service: 83, proposals: [{ kind: 'newsletter', conversations: 31, examples: […] }, …] }
 */
export function createServiceTally(o: JudgeOptions): ServiceTally {
  const found = new Map<NotServiceKind, NotServiceProposal>(
    notServiceKinds.map((kind) => [kind, { kind, conversations: 0, examples: [] }]),
  );
  let looked = 0;
  return {
    add(conversation) {
      looked += 1;
      const judged = judgeService(conversation, o);
      const proposal = judged && found.get(judged.kind);
      if (!proposal) return null;
      proposal.conversations += 1;
      if (proposal.examples.length < mostExamples) {
        const { id, subject, messages } = conversation;
        const from = messages[0]?.authorEmail ?? messages[0]?.author ?? '';
        proposal.examples.push({ id, subject: excerpt(subject, 120), from, why: judged.why });
      }
      return proposal.kind;
    },
    result() {
      const proposals = [...found.values()].filter(({ conversations }) => conversations > 0);
      const apart = proposals.reduce((sum, { conversations }) => sum + conversations, 0);
      return {
        looked,
        service: looked - apart,
        proposals: proposals.toSorted((a, b) => b.conversations - a.conversations),
      };
    },
  };
}
