import { z } from 'zod';
import { categoryModelAnswer } from '../category-model.ts';
import { defineEndpoint } from '../endpoint.ts';
import { ruleTrial } from '../rule-trial.ts';
import { scorecard, scorecardContent, scorecardVersion } from '../scorecard.ts';
import { categoryRule } from '../scorecard-category.ts';
import { categoryAgreement, scorecardPreview } from '../scorecard-preview.ts';

const scorecardPath = '/api/v1/scorecards/:scorecardId' as const;
const ofScorecard = z.object({ scorecardId: z.string() });
const name = z.string().trim().min(1).max(80);
const answer = z.object({ scorecard });

export const listScorecards = defineEndpoint({
  name: 'listScorecards',
  method: 'GET',
  path: '/api/v1/scorecards',
  summary: 'Every scorecard with its versions, oldest scorecard first; drafts only for who may change them',
  access: 'member',
  response: z.object({ scorecards: z.array(scorecard) }),
});

export const getDefaultScorecard = defineEndpoint({
  name: 'getDefaultScorecard',
  method: 'GET',
  path: '/api/v1/scorecards/default',
  summary: 'The published version that reviews use unless another is chosen; a new team has the fourteen qualities',
  access: 'member',
  response: z.object({ scorecardId: z.string(), name: z.string(), version: scorecardVersion }),
});

export const getScorecard = defineEndpoint({
  name: 'getScorecard',
  method: 'GET',
  path: scorecardPath,
  summary: 'One scorecard with all its versions, also archived ones: reviews keep the version they were made with',
  access: 'member',
  params: ofScorecard,
  response: answer,
});

export const createScorecard = defineEndpoint({
  name: 'createScorecard',
  method: 'POST',
  path: '/api/v1/scorecards',
  summary: 'A new scorecard with a first draft: the fourteen qualities, or what is given',
  access: 'lead',
  body: z.object({ name, content: scorecardContent.optional() }),
  response: answer,
  status: 201,
});

export const changeScorecard = defineEndpoint({
  name: 'changeScorecard',
  method: 'PATCH',
  path: scorecardPath,
  summary: 'Another name; or put away, or taken out again. Nothing that was published is ever removed',
  access: 'lead',
  params: ofScorecard,
  body: z.object({ name: name.optional(), archived: z.boolean().optional() }),
  response: answer,
});

export const startScorecardDraft = defineEndpoint({
  name: 'startScorecardDraft',
  method: 'POST',
  path: `${scorecardPath}/draft`,
  summary: 'A new draft with the content of a version; answers with the draft that is there already, if one is',
  access: 'lead',
  params: ofScorecard,
  body: z.object({ versionId: z.string().optional().describe('Absent: the published version') }),
  response: answer,
});

export const saveScorecardDraft = defineEndpoint({
  name: 'saveScorecardDraft',
  method: 'PUT',
  path: `${scorecardPath}/draft`,
  summary: 'Keep the draft as it now is; refused when somebody else has saved it since the revision that was read',
  access: 'lead',
  params: ofScorecard,
  body: z.object({ revision: z.int(), content: scorecardContent }),
  response: z.object({ version: scorecardVersion }),
});

export const discardScorecardDraft = defineEndpoint({
  name: 'discardScorecardDraft',
  method: 'DELETE',
  path: `${scorecardPath}/draft`,
  summary: 'Give up the draft; published versions stay. The only draft of a scorecard never published stays too',
  access: 'lead',
  params: ofScorecard,
  response: answer,
});

export const publishScorecard = defineEndpoint({
  name: 'publishScorecard',
  method: 'POST',
  path: `${scorecardPath}/publish`,
  summary: 'Make the draft the version new reviews use; it can never change again, and the one before is archived',
  access: 'lead',
  params: ofScorecard,
  body: z.object({
    revision: z.int(),
    note: z.string().trim().max(300).describe('What changes with it, in a sentence'),
  }),
  response: answer,
});

export const tryRule = defineEndpoint({
  name: 'tryRule',
  method: 'POST',
  path: '/api/v1/rule-trials',
  summary: 'What a rule over acts finds in conversations drawn at random; nothing is stored',
  access: 'lead',
  body: z.object({ rule: categoryRule, count: z.int().min(1).max(200).optional(), seed: z.int().optional() }),
  response: ruleTrial,
});

const ofCategory = z.object({ scorecardId: z.string(), categoryId: z.string() });

export const getCategoryModel = defineEndpoint({
  name: 'getCategoryModel',
  method: 'GET',
  path: `${scorecardPath}/categories/:categoryId/model`,
  summary: 'What was learned of a category from the team’s own reviews, and how well it does',
  access: 'lead',
  params: ofCategory,
  response: categoryModelAnswer,
});

export const learnCategory = defineEndpoint({
  name: 'learnCategory',
  method: 'POST',
  path: `${scorecardPath}/categories/:categoryId/model`,
  summary: 'Learn a category anew from all reviews of it, past ones too; a worker does it',
  access: 'lead',
  params: ofCategory,
  response: categoryModelAnswer,
  status: 202,
});

export const getScorecardAgreement = defineEndpoint({
  name: 'getScorecardAgreement',
  method: 'GET',
  path: `${scorecardPath}/agreement`,
  summary: 'How far people agree on each category, from service that two of them rated blind, past reviews too',
  access: 'lead',
  params: ofScorecard,
  response: z.object({ categories: z.array(categoryAgreement) }),
});

export const previewScorecard = defineEndpoint({
  name: 'previewScorecard',
  method: 'POST',
  path: `${scorecardPath}/preview`,
  summary: 'What the machine’s score would be with a draft, on conversations drawn at random; nothing is stored',
  access: 'lead',
  params: ofScorecard,
  body: z.object({
    content: scorecardContent,
    count: z.int().min(1).max(500).default(200),
    seed: z.int().optional().describe('Absent: a fresh one, told in the answer'),
  }),
  response: scorecardPreview,
});
