/** Calibrations: planned and led by leads, rated blind by those invited, compared by all of them. */
import { z } from 'zod';
import {
  calibrationAddition,
  calibrationDetail,
  calibrationOpening,
  calibrationReading,
  calibrationRow,
  calibrationWording,
  categoryWording,
  disputeToCalibrate,
  newCalibration,
  raterSeverity,
} from '../calibration.ts';
import { defineEndpoint } from '../endpoint.ts';
import { reviewContent } from '../review.ts';

const onCalibration = '/api/v1/calibrations/:calibrationId' as const;
const ofCalibration = z.object({ calibrationId: z.string() });
const onPart = `${onCalibration}/conversations/:partId` as const;
const ofPart = ofCalibration.extend({ partId: z.string() });
const answer = z.object({ calibration: calibrationDetail });
const sentence = z.string().trim().max(2000);

export const listCalibrations = defineEndpoint({
  name: 'listCalibrations',
  method: 'GET',
  path: '/api/v1/calibrations',
  summary: 'Calibrations that you rate in or lead, newest first; for leads also the wordings that were proposed',
  access: 'member',
  query: z.object({ conversationId: z.string().optional().describe('Only those that read this conversation') }),
  response: z.object({
    calibrations: z.array(calibrationRow),
    wordings: z.array(calibrationWording),
    leads: z.boolean(),
  }),
});

export const createCalibration = defineEndpoint({
  name: 'createCalibration',
  method: 'POST',
  path: '/api/v1/calibrations',
  summary: 'Plan a calibration: who rates which categories, and when the comparison opens',
  access: 'lead',
  body: newCalibration,
  response: answer,
  status: 201,
});

export const getCalibration = defineEndpoint({
  name: 'getCalibration',
  method: 'GET',
  path: onCalibration,
  summary: 'One calibration; what anybody rated is in it only once the comparison is open',
  access: 'member',
  params: ofCalibration,
  response: answer,
});

export const changeCalibration = defineEndpoint({
  name: 'changeCalibration',
  method: 'PATCH',
  path: onCalibration,
  summary: 'Another name, day or way of opening; raters and categories only before it began',
  access: 'lead',
  params: ofCalibration,
  body: z.object({
    name: z.string().trim().min(1).max(80).optional(),
    raterIds: z.array(z.string().min(1).max(100)).max(20).optional(),
    categoryIds: z.array(z.string().min(1).max(60)).min(1).max(60).optional(),
    opens: calibrationOpening.optional(),
    dueAt: z.iso.datetime().nullable().optional(),
  }),
  response: answer,
});

export const removeCalibration = defineEndpoint({
  name: 'removeCalibration',
  method: 'DELETE',
  path: onCalibration,
  summary: 'Give up a calibration that has not begun',
  access: 'lead',
  params: ofCalibration,
  response: z.object({ removed: z.literal(true) }),
});

export const addToCalibration = defineEndpoint({
  name: 'addToCalibration',
  method: 'POST',
  path: `${onCalibration}/conversations`,
  summary:
    'Add conversations before it begins: drawn by chance, or near the pass line, with the chance stored; chosen; or of a decided dispute',
  access: 'lead',
  params: ofCalibration,
  body: calibrationAddition,
  response: answer,
  status: 201,
});

export const removeFromCalibration = defineEndpoint({
  name: 'removeFromCalibration',
  method: 'DELETE',
  path: onPart,
  summary: 'Take a conversation out before it begins',
  access: 'lead',
  params: ofPart,
  response: answer,
});

export const beginCalibration = defineEndpoint({
  name: 'beginCalibration',
  method: 'POST',
  path: `${onCalibration}/begin`,
  summary: 'Begin: the raters are told and rate alone; conversations, raters and categories stay as they are',
  access: 'lead',
  params: ofCalibration,
  response: answer,
});

export const openComparison = defineEndpoint({
  name: 'openComparison',
  method: 'POST',
  path: `${onCalibration}/compare`,
  summary: 'Open the comparison now: whoever has not handed in by then rates no more',
  access: 'lead',
  params: ofCalibration,
  response: answer,
});

export const closeCalibration = defineEndpoint({
  name: 'closeCalibration',
  method: 'POST',
  path: `${onCalibration}/close`,
  summary: 'Close it: what was agreed stays as it is',
  access: 'lead',
  params: ofCalibration,
  response: answer,
});

export const getCalibrationReading = defineEndpoint({
  name: 'getCalibrationReading',
  method: 'GET',
  path: `${onPart}/reading`,
  summary: 'One conversation with your own reading of it, blind; for raters, and for who leads the calibration',
  access: 'member',
  params: ofPart,
  response: z.object({ reading: calibrationReading }),
});

export const saveCalibrationReading = defineEndpoint({
  name: 'saveCalibrationReading',
  method: 'PUT',
  path: `${onPart}/reading`,
  summary: 'Keep your reading as it is; refused when a newer page has saved it since',
  access: 'member',
  params: ofPart,
  body: z.object({ saves: z.int(), content: reviewContent, seconds: z.number().min(0).max(86_400) }),
  response: z.object({ saves: z.int() }),
});

export const handInReading = defineEndpoint({
  name: 'handInReading',
  method: 'POST',
  path: `${onPart}/hand-in`,
  summary: 'Hand in: every category asked is rated or not applicable. It can never change again',
  access: 'member',
  params: ofPart,
  body: z.object({ seconds: z.number().min(0).max(86_400) }),
  response: z.object({ reading: calibrationReading }),
});

export const recordConsensus = defineEndpoint({
  name: 'recordConsensus',
  method: 'PUT',
  path: `${onPart}/consensus/:categoryId`,
  summary: 'Record what was agreed on for one category of one conversation; every rater’s own reading stays as it was',
  access: 'lead',
  params: ofPart.extend({ categoryId: z.string() }),
  body: z.object({
    chosen: z.int().min(1).max(5).nullable().describe('Null: not applicable, or the rule is unclear'),
    ruleUnclear: z.boolean().default(false),
    words: sentence.default(''),
  }),
  response: answer,
});

export const proposeWording = defineEndpoint({
  name: 'proposeWording',
  method: 'POST',
  path: `${onCalibration}/wordings`,
  summary: 'Propose other words for a category; they go into the draft of the scorecard and can be tried again',
  access: 'lead',
  params: ofCalibration,
  body: z.object({
    categoryId: z.string().min(1).max(60),
    partId: z.string().optional().describe('The conversation it came up in'),
    wording: categoryWording,
    words: sentence.default('').describe('Why'),
  }),
  response: answer,
  status: 201,
});

export const getRaterSeverity = defineEndpoint({
  name: 'getRaterSeverity',
  method: 'GET',
  path: '/api/v1/rater-severity',
  summary:
    'How strict raters are beside others who rated the same, and whether that moved: leads read all by name, others themselves',
  access: 'member',
  response: z.object({ raters: z.array(raterSeverity).describe('By name, never by strictness') }),
});

export const listDisputesToCalibrate = defineEndpoint({
  name: 'listDisputesToCalibrate',
  method: 'GET',
  path: '/api/v1/calibration-disputes',
  summary: 'Decided disputes that no calibration has taken up: changed readings first, then categories contested often',
  access: 'lead',
  response: z.object({ disputes: z.array(disputeToCalibrate) }),
});
