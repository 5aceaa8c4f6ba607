import { type Category, emptyCategory, type ScorecardContent } from '@rapport/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstWorkspace, inWorkspace } from '../store/in-workspace.ts';
import { createScorecard } from '../store/scorecard-drafts.ts';
import { loadScorecard } from '../store/scorecards.ts';
import { readOwnCategories } from './read-own-categories.ts';
import { conversationOf, keepImports, saveScored, startTestApp, type TestApp, testNow } from './test-app.ts';

let app: TestApp;
let ids: number[];
beforeAll(async () => {
  app = await startTestApp('own_categories', keepImports);
  ids = await saveScored(app.store, [
    conversationOf('c1', [
      ['Kim', 'This is the second broken lamp you have sent me. I am really unhappy with this service.'],
      ['Agent: Ada', 'I am very sorry that the second lamp came broken as well.'],
      ['Kim', 'And now nobody answers me! This is the worst service, I am so angry.'],
      ['Agent: Bo', 'What is your order number?'],
    ]),
  ]);
});
afterAll(() => app.end());

const category = (id: string, parts: Partial<Category>): Category => ({ ...emptyCategory(id), name: id, ...parts });
const content: ScorecardContent = {
  groups: [
    {
      ...{ id: 'own', name: 'Own' },
      categories: [
        category('people-only', {}),
        category('sorry', {
          kind: {
            type: 'rule',
            rule: { openedBy: 'complain', acts: ['apologise'], wanted: true, within: 'next-reply' },
          },
        }),
        category('learned', { kind: { type: 'examples' } }),
      ],
    },
  ],
};

const readingsOf = (name: string) =>
  inWorkspace(app.store, firstWorkspace, async (db) => {
    const card = await createScorecard(db, firstWorkspace, {
      ...{ name: `Of ${name}`, content, by: { name: 'You', now: testNow } },
    });
    const [version] = (await loadScorecard(db, firstWorkspace, card)).versions;
    const author = await db.selectFrom('authors').select('id').where('name', '=', name).executeTakeFirstOrThrow();
    const question = { conversation: ids[0] ?? 0, author: author.id, versionId: Number(version?.id), content };
    return readOwnCategories(db, firstWorkspace, question);
  });

describe('the machine on a team’s own categories', () => {
  it('reads each author’s own part by the rule, and says nothing where only people judge or nothing was learned', async () => {
    const ada = await readingsOf('Agent: Ada');
    expect(ada).toMatchObject([{ categoryId: 'sorry', quality: null, score: 100, verdict: 'met' }]);
    expect(ada[0]?.quote?.quote).toContain('very sorry');
    expect(ada[0]?.why).toBe('The rule was met in 1 of 1 moments.');
    expect(await readingsOf('Agent: Bo')).toMatchObject([{ categoryId: 'sorry', verdict: 'missed' }]);
  });

  it('says nothing of a customer', async () => {
    expect(await readingsOf('Kim')).toEqual([]);
  });
});
