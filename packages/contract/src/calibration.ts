/** A calibration: several people rate the same conversations, each alone; then they compare, agree, and mend the rubric. */
import { z } from 'zod';
import { channel } from './conversation.ts';
import { transcriptMessage } from './conversation-page.ts';
import { estimate } from './estimate.ts';
import { machineReading, reviewContent } from './review.ts';
import { criticalPass } from './score-review.ts';
import { category } from './scorecard-category.ts';

export const calibrationStates = ['planned', 'rating', 'comparing', 'closed'] as const;
export const calibrationState = z
  .enum(calibrationStates)
  .describe('rating: everybody is blind; comparing: all readings are open and consensus can be recorded; closed: kept');
export type CalibrationState = z.infer<typeof calibrationState>;

export const calibrationOpenings = ['all-in', 'by-lead'] as const;
export const calibrationOpening = z
  .enum(calibrationOpenings)
  .describe('When the comparison opens: as soon as everybody handed everything in, or when a lead opens it');
export type CalibrationOpening = z.infer<typeof calibrationOpening>;

const words = (most: number) => z.string().trim().max(most);

/** What a rater reads of one category; the rest of a category stays as it is. */
export const categoryWording = z.object({
  said: z.string().max(300).describe('The question a reviewer reads'),
  naWhen: z.string().max(300).describe('When it does not apply'),
  guidance: z.array(z.string().max(600)).max(5).describe('What each point means, from the lowest'),
});
export type CategoryWording = z.infer<typeof categoryWording>;

export const calibrationRater = z.object({
  number: z.int().min(1).describe('Which rater, within this calibration; in random order'),
  personId: z.string().nullable().describe('For leads alone'),
  name: z.string().describe('"Rater 2" where reviewers stay unnamed and the caller is no lead'),
  me: z.boolean(),
  handedIn: z.int().describe('Conversations handed in'),
});
export type CalibrationRater = z.infer<typeof calibrationRater>;

export const calibrationDraws = ['random', 'near-line', 'chosen'] as const;

/**
 * Half of a scale: below it a critical category fails. Near it lies what is nearer to it than to either end of the scale,
 * which is where two readers of one rubric part first.
 */
export const passLine = { at: criticalPass, above: 25, below: 75 } as const;

export const calibrationPart = z.object({
  id: z.string(),
  number: z.int().min(1),
  conversationId: z.string(),
  customer: z.string(),
  channel,
  subject: z.string(),
  drawn: z
    .enum(calibrationDraws)
    .nullable()
    .describe('near-line: by chance from what the machine read near the pass line. Null: not told to who still rates'),
  probability: z.number().gt(0).max(1).nullable().describe('Chance of being drawn; null: chosen by a person'),
  mine: z.enum(['open', 'begun', 'handed-in']).nullable().describe('How far the caller is; null: is no rater'),
  dispute: z
    .object({ id: z.string(), category: z.string(), stood: z.string(), decided: z.string(), words: z.string() })
    .nullable()
    .describe('The decided dispute it comes from; hidden while people rate'),
});
export type CalibrationPart = z.infer<typeof calibrationPart>;

export const calibrationConsensus = z.object({
  chosen: z.int().min(1).max(5).nullable().describe('Point of the scale; null: not applicable'),
  ruleUnclear: z.boolean().describe('True: no point was agreed on, because the rubric does not decide it'),
  words: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});
export type CalibrationConsensus = z.infer<typeof calibrationConsensus>;

export const calibrationReadingOf = z.object({
  rater: z.int(),
  chosen: z.int().nullable().describe('Null: not applicable'),
  comment: z.string(),
  quotes: z.array(z.string()),
});

export const calibrationCell = z
  .object({
    partId: z.string(),
    categoryId: z.string(),
    readings: z.array(calibrationReadingOf),
    apart: z.number().min(0).max(100).describe('Points of 100 between the furthest readings; N/A beside a point: 100'),
    machine: machineReading.nullable(),
    consensus: calibrationConsensus.nullable(),
  })
  .describe('One category of one conversation, as everybody read it');
export type CalibrationCell = z.infer<typeof calibrationCell>;

export const calibrationAgreement = z.object({
  categoryId: z.string(),
  alpha: estimate.describe('Krippendorff’s alpha over all conversations: 0 is luck, 1 the same every time'),
  drawnAlpha: estimate.nullable().describe('The same on the randomly drawn alone; null where none or all were drawn'),
  alike: z.int().describe('Conversations in which all who rated it said the same'),
  of: z.int().describe('Conversations with two or more readings, N/A included'),
  split: z.int().describe('Conversations in which some said N/A and others gave a point'),
  sentence: z.string(),
});
export type CalibrationAgreement = z.infer<typeof calibrationAgreement>;

export const calibrationRetest = z.object({
  calibrationId: z.string(),
  name: z.string(),
  state: calibrationState,
  before: estimate,
  after: estimate.nullable().describe('Null until its comparison is open'),
  change: estimate.nullable(),
  sentence: z.string().describe('Says "better" only when the whole range of the change is above 0'),
});

export type CalibrationRetest = z.infer<typeof calibrationRetest>;

export const calibrationWording = z
  .object({
    id: z.string(),
    categoryId: z.string(),
    category: z.string(),
    scorecardId: z.string(),
    from: z.object({ calibrationId: z.string(), name: z.string() }),
    labels: z.array(z.string()).describe('Of the points, from the lowest'),
    before: categoryWording,
    after: categoryWording,
    words: z.string().describe('Why, as its writer says'),
    by: z.string(),
    at: z.iso.datetime(),
    stands: z
      .enum(['published', 'draft', 'no'])
      .describe('Whether these words stand in the published version of the scorecard, or in its draft'),
    retests: z.array(calibrationRetest),
  })
  .describe('Words of the rubric that were proposed from a disagreement; tried in a later calibration');
export type CalibrationWording = z.infer<typeof calibrationWording>;

export const calibrationRow = z.object({
  id: z.string(),
  name: z.string(),
  state: calibrationState,
  parts: z.int(),
  raters: z.int(),
  categories: z.array(z.string()).describe('Names'),
  handedIn: z.int().describe('Readings handed in by everybody'),
  mine: z.object({ handedIn: z.int(), of: z.int() }).nullable().describe('Null: the caller is no rater'),
  leads: z.boolean(),
  retestOf: z.string().nullable().describe('Name of the category whose new wording it tries'),
  at: z.iso.datetime().describe('When it last went on'),
  dueAt: z.iso.datetime().nullable(),
});
export type CalibrationRow = z.infer<typeof calibrationRow>;

export const calibrationDetail = z.object({
  id: z.string(),
  name: z.string(),
  state: calibrationState,
  opens: calibrationOpening,
  dueAt: z.iso.datetime().nullable(),
  madeBy: z.string(),
  scorecard: z.object({ id: z.string(), name: z.string(), number: z.int() }),
  categories: z.array(category).describe('What is rated, with the wording that is tried'),
  retest: z
    .object({ wordingId: z.string(), categoryId: z.string(), from: z.string(), fromName: z.string() })
    .nullable(),
  leads: z.boolean().describe('Whether the caller leads it'),
  rates: z.boolean(),
  raters: z.array(calibrationRater),
  parts: z.array(calibrationPart),
  comparison: z
    .object({
      headline: z.object({ before: z.string(), marked: z.string(), after: z.string() }),
      few: z.string().nullable().describe('Why little can be said of so few; null: enough'),
      agreement: z.array(calibrationAgreement),
      cells: z.array(calibrationCell).describe('By conversation, then in the order of the scorecard'),
    })
    .nullable()
    .describe('Null while anybody is still to rate'),
  wordings: z.array(calibrationWording).describe('Proposed here'),
});
export type CalibrationDetail = z.infer<typeof calibrationDetail>;

export const calibrationReading = z
  .object({
    calibration: z.object({ id: z.string(), name: z.string(), state: calibrationState }),
    partId: z.string(),
    number: z.int(),
    of: z.int(),
    mayRate: z.boolean(),
    categories: z.array(category).describe('Those asked of this conversation'),
    conversation: z.object({
      id: z.string(),
      customer: z.string(),
      channel,
      subject: z.string(),
      startedAt: z.iso.datetime().nullable(),
      messages: z.array(
        transcriptMessage.pick({ id: true, at: true, role: true, author: true, text: true, visibility: true }),
      ),
    }),
    content: reviewContent,
    saves: z.int(),
    seconds: z.number(),
    handedIn: z.boolean(),
    next: z.string().nullable().describe('Id of the next conversation the caller has not handed in'),
  })
  .describe('One conversation as a rater reads it: whose service it is stays unsaid');
export type CalibrationReading = z.infer<typeof calibrationReading>;

export const calibrationAddition = z.discriminatedUnion('way', [
  z.object({
    way: z.literal('random'),
    wanted: z.int().min(1).max(200),
    from: z.iso.datetime().optional(),
    to: z.iso.datetime().optional(),
  }),
  z
    .object({
      way: z.literal('near-line'),
      wanted: z.int().min(1).max(200),
      from: z.iso.datetime().optional(),
      to: z.iso.datetime().optional(),
    })
    .describe(
      'By chance from what the machine read near the pass line in a rated quality; refused where there are fewer',
    ),
  z.object({
    way: z.literal('chosen'),
    conversationId: z.string(),
    agentId: z.string().optional().describe('Whose part in it; absent: the first who was scored'),
  }),
  z.object({ way: z.literal('dispute'), disputeId: z.string() }),
]);
export type CalibrationAddition = z.infer<typeof calibrationAddition>;

export const newCalibration = z.object({
  name: words(80).min(1),
  raterIds: z.array(z.string().min(1).max(100)).max(20),
  categoryIds: z
    .array(z.string().min(1).max(60))
    .max(60)
    .optional()
    .describe('Absent: every category of the scorecard'),
  scorecardId: z.string().optional().describe('Absent: the default scorecard'),
  wordingId: z.string().optional().describe('Try this wording on its category'),
  opens: calibrationOpening.default('all-in'),
  dueAt: z.iso.datetime().optional(),
  first: z
    .array(calibrationAddition)
    .max(3)
    .default([])
    .describe('What it begins with; where one cannot be had, nothing is planned. Of a dispute alone: its category'),
});
export type NewCalibration = z.infer<typeof newCalibration>;

export const raterSeverity = z.object({
  rater: z.string(),
  me: z.boolean(),
  ratings: z.int(),
  shared: z.int().describe('Conversations that others rated too'),
  severity: estimate.describe('Points above (+) or below (−) the others who rated the same'),
  halves: z
    .object({ earlier: estimate, later: estimate, turnedAt: z.iso.datetime() })
    .nullable()
    .describe('The earlier and the later half of what was shared; null: too few to divide'),
  drift: estimate.describe('Later minus earlier'),
  sentence: z.string(),
});
export type RaterSeverity = z.infer<typeof raterSeverity>;

export const disputeToCalibrate = z.object({
  disputeId: z.string(),
  category: z.string(),
  about: z.enum(['machine', 'review']),
  customer: z.string(),
  stood: z.string(),
  decided: z.string(),
  words: z.string(),
  changed: z.boolean(),
  alike: z.int().describe('Decided disputes about the same category'),
  decidedAt: z.iso.datetime(),
});
export type DisputeToCalibrate = z.infer<typeof disputeToCalibrate>;
