import { type CategoryRule, type RuleTrial, tryRule } from '@rapport/contract';
import { estimateShare } from '@rapport/insight';
import { authorKey, findRuleMoments, type RuleMoment, readConversation } from '@rapport/qualities';
import { languageOf } from '../detect-language.ts';
import { drawScored } from '../store/draw-scored.ts';
import { loadConversations, type StoredConversation } from '../store/load-conversations.ts';
import { isSeen, type Sees } from '../store/seen.ts';
import { type AppParts, ask } from './app-parts.ts';
import { type Api, serve } from './serve.ts';

const usualCount = 200;
const examplesOfEach = 3;

export function serveRuleTrials(api: Api, parts: AppParts): void {
  serve(api, tryRule, async ({ body: { rule, count = usualCount, seed: given } }, person) => {
    const seed = given ?? parts.createSeeded().seed;
    const { sees } = person;
    const { of, stored } = await ask(parts, person, async (db, workspace) => {
      const drawn = await drawScored(db, workspace, { count, seed, sees });
      return { of: drawn.of, stored: await loadConversations(db, workspace, drawn.ids) };
    });
    const found: FoundMoment[] = [];
    for (const one of stored) {
      found.push(...findIn(one, rule, sees));
      // Reading takes milliseconds each; others who ask the server get their turn between two.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return writeTrial({ found, read: stored.length, of, seed });
  });
}

interface FoundMoment {
  conversationId: number;
  authorId: number;
  moment: RuleMoment;
}

function findIn({ id, conversation, authorIds }: StoredConversation, rule: CategoryRule, sees: Sees): FoundMoment[] {
  const reading = readConversation(conversation, { languageOf });
  return reading.agents.flatMap((agent) => {
    const at = conversation.messages.findIndex((one) => one.role === 'agent' && authorKey(one) === agent);
    const authorId = authorIds[at];
    if (authorId === undefined || !isSeen(sees, authorId)) return [];
    return findRuleMoments(rule, reading, agent).map((moment) => ({ conversationId: id, authorId, moment }));
  });
}

function writeTrial({
  found,
  ...rest
}: { found: readonly FoundMoment[] } & Pick<RuleTrial, 'read' | 'of' | 'seed'>): RuleTrial {
  const some = (verdict: RuleMoment['verdict']) =>
    found.filter(({ moment }) => moment.verdict === verdict).slice(0, examplesOfEach);
  return {
    ...rest,
    called: new Set(found.map(({ conversationId }) => conversationId)).size,
    moments: found.length,
    met: estimateShare(
      found.map(({ authorId, moment }) => ({ cluster: String(authorId), event: moment.verdict === 'met' })),
    ),
    examples: [...some('missed'), ...some('met')].map(({ conversationId, moment }) => ({
      conversationId: String(conversationId),
      ...moment,
    })),
  };
}
