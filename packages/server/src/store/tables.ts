// Written by scripts/generate-tables.ts from the migrated database.
import type { ColumnType, Generated } from 'kysely';

/** Read as a date; written as one, or as an ISO instant. */
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
export type GivenTimestamp = ColumnType<Date, Date | string | undefined, Date | string>;

/** Read as unknown and parsed with its schema; written as JSON text. */
export type Json = ColumnType<unknown, string, string>;
export type GivenJson = ColumnType<unknown, string | undefined, string>;

export interface AgentComparisons {
  workspace_id: number;
  quality: string;
  answer: Json;
  scorer_version: string;
  found_at: GivenTimestamp;
}

export interface AgentsRights {
  workspace_id: number;
  informed_on: string | null;
  agreement: Generated<string>;
  purposes: Generated<string>;
  retention: Generated<string>;
  views_on: Generated<boolean>;
  changed_by: string;
  changed_at: GivenTimestamp;
}

export interface AnswersOfTeams {
  workspace_id: number;
  team_id: number;
  kind: string;
  answer: Json;
  scorer_version: string;
  found_at: GivenTimestamp;
}

export interface ApiKeys {
  workspace_id: number;
  id: Generated<number>;
  name: string;
  prefix: string;
  key_hash: Buffer;
  scope: string;
  made_by: string;
  made_at: GivenTimestamp;
  last_used_at: Timestamp | null;
  revoked_at: Timestamp | null;
}

export interface Arrivals {
  workspace_id: number;
  id: Generated<number>;
  came_by: string;
  sender: string;
  source: string;
  delivery_key: string | null;
  body_hash: Buffer | null;
  state: Generated<string>;
  content: Json | null;
  conversations: number;
  messages: number;
  refused_messages: number;
  problems: GivenJson;
  conversation_ids: Generated<number[]>;
  failure: string | null;
  received_at: GivenTimestamp;
  stored_at: Timestamp | null;
}

export interface ArticleCitations {
  workspace_id: number;
  conversation_id: number;
  said_message_id: string;
  said_start: number;
  said_end: number;
  said_quote: string;
  article_id: number;
  how: string;
}

export interface ArticleImports {
  workspace_id: number;
  id: Generated<number>;
  file_name: string;
  help_centre: string;
  is_part: boolean;
  format: string | null;
  state: string;
  failure: string | null;
  spool_id: string;
  spool_key: Buffer | null;
  received_by: string;
  received_at: Timestamp;
  entries_read: Generated<number>;
  added: Generated<number>;
  changed: Generated<number>;
  unchanged: Generated<number>;
  repeated: Generated<number>;
  refused: Generated<number>;
  gone: Generated<number>;
  gone_not_marked: string | null;
  masked: GivenJson;
}

export interface ArticleProblems {
  workspace_id: number;
  import_id: number;
  number: number;
  file: string;
  line: number | null;
  reason: string;
  way_out: string;
}

export interface ArticleWords {
  workspace_id: number;
  search_language: string;
  word: string;
  can_answer: boolean;
  articles: number[];
  marks: number[];
}

export interface Articles {
  workspace_id: number;
  id: Generated<number>;
  help_centre: string;
  source_id: string;
  locale: string;
  title: string;
  text: string;
  section: string;
  keywords: Generated<string[]>;
  url: string | null;
  address_key: string | null;
  audience: string;
  updated_at: Timestamp | null;
  search_language: string;
  words: string;
  digest: string;
  seen_import: number;
  changed_at: Timestamp;
  gone_at: Timestamp | null;
  title_words: Generated<string>;
}

export interface Assessments {
  workspace_id: number;
  id: Generated<number>;
  conversation_id: number;
  author_id: number;
  scorer_version: string;
  assessed_at: GivenTimestamp;
}

export interface AuditEntries {
  workspace_id: number;
  number: number;
  at: Timestamp;
  person_id: string;
  what: string;
  object: Generated<string>;
  detail: GivenJson;
  previous: Buffer;
  hash: Buffer;
}

export interface Authors {
  workspace_id: number;
  id: Generated<number>;
  source: string;
  author_key: string;
  role_said: string;
  name: string;
  role: string;
  role_guessed: Generated<boolean>;
  said_by_person: Generated<boolean>;
  proposed_role: string | null;
  hints: Generated<string[]>;
  why: Generated<string>;
  messages: Generated<number>;
  conversations: Generated<number>;
  alias_number: number | null;
  is_team: Generated<boolean>;
  kept_address: string | null;
  merged_into: number | null;
  last_draw_apart: number | null;
}

export interface CalibrationConsensus {
  workspace_id: number;
  part_id: number;
  category_id: string;
  chosen: number | null;
  rule_unclear: Generated<boolean>;
  words: Generated<string>;
  recorded_by: string;
  recorded_at: Timestamp;
}

export interface CalibrationParts {
  workspace_id: number;
  id: Generated<number>;
  calibration_id: number;
  conversation_id: number;
  author_id: number;
  drawn: string;
  probability: number | null;
  draw_seed: number | null;
  draw_frame: number | null;
  dispute_id: number | null;
  added_by: string;
  added_at: Timestamp;
  machine: Json | null;
  scorer_version: string | null;
  draw_categories: string[] | null;
}

export interface CalibrationRaters {
  workspace_id: number;
  calibration_id: number;
  person_id: string;
  number: number;
}

export interface CalibrationReadings {
  workspace_id: number;
  calibration_id: number;
  part_id: number;
  person_id: string;
  content: Json;
  seconds: Generated<number>;
  saves: Generated<number>;
  saved_at: Timestamp;
  handed_in_at: Timestamp | null;
}

export interface CalibrationRetests {
  workspace_id: number;
  calibration_id: number;
  wording_id: number;
}

export interface CalibrationWordings {
  workspace_id: number;
  id: Generated<number>;
  calibration_id: number;
  part_id: number | null;
  scorecard_id: number;
  category_id: string;
  before: Json;
  after: Json;
  words: Generated<string>;
  proposed_by: string;
  proposed_at: Timestamp;
}

export interface Calibrations {
  workspace_id: number;
  id: Generated<number>;
  name: string;
  state: Generated<string>;
  scorecard_version_id: number;
  category_ids: string[];
  opens: string;
  due_at: Timestamp | null;
  made_by: string;
  made_at: Timestamp;
  begun_at: Timestamp | null;
  compared_at: Timestamp | null;
  closed_at: Timestamp | null;
}

export interface CareSteps {
  workspace_id: number;
  conversation_id: number;
  number: number;
  step: string;
  message_id: string;
  at: Timestamp | null;
  author_id: number;
  out_of_order: boolean;
}

export interface CategoryModels {
  workspace_id: number;
  scorecard_id: number;
  category_id: string;
  answer: Json;
  model: Json | null;
  fingerprint: string;
  seed: number;
  scorer_version: string;
  trained_at: Timestamp;
}

export interface CheckCards {
  workspace_id: number;
  deck_id: number;
  position: number;
  quality: string;
  conversation_id: number;
  author_id: number;
  moment: Json;
  drawn_probability: number;
  human_verdict: string | null;
  seconds: number | null;
  answered_at: Timestamp | null;
}

export interface CheckDecks {
  workspace_id: number;
  id: Generated<number>;
  scorer_version: string;
  seed: number;
  drawn_at: GivenTimestamp;
  drawn_by: Generated<string>;
  last_conversation_id: number | null;
  frame_authors: number[] | null;
}

export interface CoachingMessages {
  workspace_id: number;
  plan_id: number;
  author_id: number;
  number: number;
  side: string;
  person_id: string;
  person_name: string;
  words: string;
  written_at: Timestamp;
}

export interface CoachingPeople {
  workspace_id: number;
  plan_id: number;
  author_id: number;
  figures: Json;
}

export interface CoachingPins {
  workspace_id: number;
  plan_id: number;
  author_id: number;
  session_number: number;
  number: number;
  conversation_id: number;
  said_message_id: string;
  said_start: number;
  said_end: number;
  said_quote: string;
  verdict: string | null;
  note: string;
}

export interface CoachingPlans {
  workspace_id: number;
  id: Generated<number>;
  quality: string;
  reason: string;
  reason_words: string;
  selected_from: Timestamp;
  selected_to: Timestamp;
  starts_at: Timestamp;
  goal_share: number;
  goal_at: Timestamp;
  coach_id: string;
  coach_name: string;
  outlook: Json;
  created_by: string;
  created_at: Timestamp;
  closed_at: Timestamp | null;
  closed_words: string | null;
}

export interface CoachingSessions {
  workspace_id: number;
  plan_id: number;
  author_id: number;
  number: number;
  held_at: Timestamp;
  minutes: number;
  goal: string;
  habit: string;
  notes: string;
  next_steps: string;
  created_at: Timestamp;
  coach_acknowledged_at: Timestamp | null;
  coach_acknowledged_by: string | null;
  agent_acknowledged_at: Timestamp | null;
  agent_acknowledged_by: string | null;
  agent_words: string | null;
  digest: string | null;
}

export interface ConnectionProblems {
  workspace_id: number;
  connection_id: number;
  conversation: string;
  number: number;
  code: string;
  severity: string;
  file: string;
  column_name: string | null;
  reason: string;
  way_out: string;
  units: number;
  found_at: GivenTimestamp;
}

export interface Connections {
  workspace_id: number;
  id: Generated<number>;
  kind: string;
  name: string;
  source: string;
  address: string;
  settings: GivenJson;
  sealed_secret: string | null;
  state: string;
  reason: Json | null;
  history_from: Timestamp | null;
  cursor: Json | null;
  piece: Generated<number>;
  failures: Generated<number>;
  gone: Generated<number>;
  last_read_at: Timestamp | null;
  next_at: Timestamp | null;
  created_at: GivenTimestamp;
  rung_at: Timestamp | null;
}

export interface Contacts {
  workspace_id: number;
  conversation_id: number;
  logged_by: string;
  logged_at: Timestamp;
  changed_at: Timestamp | null;
}

export interface ConversationWords {
  workspace_id: number;
  conversation_id: number;
  words: string;
}

export interface Conversations {
  workspace_id: number;
  id: Generated<number>;
  source: string;
  source_id: string;
  channel: string;
  channel_raw: string | null;
  subject: Generated<string>;
  customer_key: string | null;
  assignee: string | null;
  status: string | null;
  tags: Generated<string[]>;
  resolved: boolean | null;
  csat_raw: string | null;
  csat_max_said: number | null;
  csat_value: number | null;
  csat_min: number | null;
  csat_max: number | null;
  language: string | null;
  outcomes: GivenJson;
  first_at: Timestamp | null;
  last_at: Timestamp | null;
  message_count: Generated<number>;
  import_id: number;
  needs_scoring: Generated<boolean>;
  scorer_version: string | null;
  not_scored: string | null;
  first_words: Generated<string>;
  agent_ids: Generated<number[]>;
  feeling_first: number | null;
  feeling_last: number | null;
  heard: Generated<string>;
  heard_seconds: number | null;
  signals: Generated<string[]>;
  wrote_again: boolean | null;
  exceptional: Generated<boolean>;
  open_promises: Generated<number>;
  goodwill_count: Generated<number>;
  need_quality: string | null;
  need_verdict: string | null;
  need_confidence: number | null;
  lowest_confidence: number | null;
  to_learn: Generated<number>;
  csat_comment: string | null;
  csat_agent_key: string | null;
  follow_up_of: string | null;
  not_service: string | null;
  not_service_why: string | null;
  service_said: Generated<boolean>;
}

export interface CustomerEmotions {
  workspace_id: number;
  conversation_id: number;
  message_id: string;
  valence: number;
  label: string;
}

export interface DisputeSettings {
  workspace_id: number;
  window_days: number;
}

export interface Disputes {
  workspace_id: number;
  id: Generated<number>;
  conversation_id: number;
  author_id: number;
  quality: string | null;
  review_id: number | null;
  category_id: string | null;
  stood: string;
  scorer_version: string | null;
  proposed: string;
  reason: string;
  opened_by: string;
  opened_at: Timestamp;
  state: Generated<string>;
  decided: string | null;
  words: string | null;
  decided_by: string | null;
  decided_at: Timestamp | null;
}

export interface DriverAnswers {
  workspace_id: number;
  outcome: string;
  answer: Json;
  fingerprint: string;
  scorer_version: string;
  found_at: GivenTimestamp;
  checked_at: GivenTimestamp;
}

export interface ErasedMarks {
  workspace_id: number;
  hash: Buffer;
  kind: string;
  first_word: number | null;
  word_count: number | null;
  erasure_id: number;
}

export interface Erasures {
  workspace_id: number;
  id: Generated<number>;
  kind: string;
  state: string;
  wanted: Json | null;
  counts: GivenJson;
  asked_by: string;
  asked_at: Timestamp;
  done_at: Timestamp | null;
}

export interface FocusAnswers {
  workspace_id: number;
  id: Generated<number>;
  answer: Json;
  fingerprint: string;
  scorer_version: string;
  found_at: GivenTimestamp;
}

export interface FocusRefreshes {
  workspace_id: number;
  asked_at: Timestamp;
  done_at: Timestamp | null;
}

export interface Goodwill {
  workspace_id: number;
  conversation_id: number;
  number: number;
  author_id: number;
  said_message_id: string;
  said_start: number;
  said_end: number;
  said_quote: string;
  amount_cents: number | null;
  currency: string | null;
}

export interface HookDeliveries {
  workspace_id: number;
  id: Generated<number>;
  hook_id: number;
  event: string;
  body: Json;
  state: Generated<string>;
  tries: Generated<number>;
  status: number | null;
  trouble: string | null;
  next_at: GivenTimestamp;
  created_at: GivenTimestamp;
  done_at: Timestamp | null;
}

export interface Hooks {
  workspace_id: number;
  id: Generated<number>;
  url: string;
  events: string[];
  sealed_secret: string;
  state: Generated<string>;
  reason: string | null;
  failures: Generated<number>;
  created_at: GivenTimestamp;
}

export interface ImportConversations {
  workspace_id: number;
  import_id: number;
  conversation_id: number;
  messages_seen: Generated<number>;
  made_ids: Generated<number>;
  head: Json | null;
  changed: boolean;
}

export interface ImportProblems {
  workspace_id: number;
  import_id: number;
  number: number;
  code: string;
  severity: string;
  file: string;
  line: number | null;
  column_name: string | null;
  reason: string;
  way_out: string;
  units: number;
}

export interface Imports {
  workspace_id: number;
  id: Generated<number>;
  file_name: string;
  file_bytes: Generated<number>;
  source: Generated<string>;
  state: string;
  paused_from: string | null;
  auto_confirm: Generated<boolean>;
  is_sample: Generated<boolean>;
  plan: Json | null;
  said: Json | null;
  checkpoint: Json | null;
  spool_id: string;
  spool_key: Buffer | null;
  spool_bytes: number | null;
  bytes_read: Generated<number>;
  units: Generated<number>;
  accepted: Generated<number>;
  updated: Generated<number>;
  duplicate: Generated<number>;
  rejected: Generated<number>;
  conversations: Generated<number>;
  to_score: Generated<number>;
  scored: Generated<number>;
  masked: GivenJson;
  not_scored: GivenJson;
  problems: Generated<number>;
  period_from: Timestamp | null;
  period_to: Timestamp | null;
  failure: string | null;
  started_at: GivenTimestamp;
  scoring_started_at: Timestamp | null;
  finished_at: Timestamp | null;
  live_day: string | null;
}

export interface InvitationTeams {
  workspace_id: number;
  invitation_id: number;
  team_id: number;
}

export interface Invitations {
  workspace_id: number;
  id: Generated<number>;
  kind: string;
  token_hash: Buffer;
  email: string | null;
  role: string | null;
  user_id: string | null;
  made_by: string;
  made_at: GivenTimestamp;
  expires_at: Timestamp;
  used_at: Timestamp | null;
  cancelled_at: Timestamp | null;
}

export interface JudgeDays {
  workspace_id: number;
  day: string;
  calls: number;
  tokens: number;
}

export interface JudgeOpinions {
  workspace_id: number;
  conversation_id: number;
  author_id: number;
  quality: string | null;
  content_hash: string;
  text_hash: string;
  provider: string;
  host: string;
  model: string;
  rubric_version: string;
  moments: Json;
  judged_at: Timestamp;
  prompt_hash: string | null;
}

export interface KeptWords {
  workspace_id: number;
  conversation_id: number;
  message_id: string;
  start_at: number;
  kind: string;
  sealed: string;
  kept_at: GivenTimestamp;
}

export interface Kudos {
  workspace_id: number;
  id: Generated<number>;
  conversation_id: number;
  author_id: number;
  message_id: string;
  message_hash: string;
  quote_start: number;
  quote: string;
  note: Generated<string>;
  given_by: string;
  given_by_name: string;
  given_at: Timestamp;
}

export interface MailSettings {
  workspace_id: number;
  host: string;
  port: number;
  tls: string;
  user_name: string;
  sealed_password: string | null;
  from_address: string;
  changed_at: GivenTimestamp;
}

export interface MailboxFolders {
  workspace_id: number;
  mailbox_id: number;
  path: string;
  role: string;
  uid_validity: string;
  last_uid: Generated<number>;
  mails: Generated<number>;
}

export interface MailboxProblems {
  workspace_id: number;
  mailbox_id: number;
  path: string;
  number: Generated<number>;
  code: string;
  severity: string;
  file: string;
  column_name: string | null;
  reason: string;
  way_out: string;
  units: number;
  found_at: GivenTimestamp;
}

export interface Mailboxes {
  workspace_id: number;
  id: Generated<number>;
  name: string;
  source: string;
  host: string;
  port: number;
  tls: string;
  user_name: string;
  sign_in: string;
  sealed_secret: string;
  own_addresses: string[];
  state: string;
  reason: Json | null;
  failures: Generated<number>;
  last_read_at: Timestamp | null;
  next_at: GivenTimestamp;
  created_at: GivenTimestamp;
}

export interface MaskingSettings {
  workspace_id: number;
  keeps_masked: boolean;
  changed_by: string;
  changed_at: GivenTimestamp;
}

export interface MemberAuthors {
  workspace_id: number;
  author_id: number;
  user_id: string;
  confirmed_by: string;
  confirmed_at: GivenTimestamp;
}

export interface Members {
  workspace_id: number;
  user_id: string;
  role: string;
  state: Generated<string>;
  joined_at: GivenTimestamp;
  removed_at: Timestamp | null;
}

export interface MergedRows {
  workspace_id: number;
  id: Generated<number>;
  author_id: number;
  table_name: string;
  row_key: Json;
  added: boolean;
}

export interface Messages {
  workspace_id: number;
  conversation_id: number;
  message_id: string;
  position: number;
  id_is_made: boolean;
  at: Timestamp | null;
  role: string;
  author_id: number;
  visibility: string;
  text: string;
  signs: string[] | null;
  written_as: number | null;
}

export interface Moments {
  workspace_id: number;
  assessment_id: number;
  number: number;
  conversation_id: number;
  author_id: number;
  quality: string;
  verdict: string;
  confidence: number;
  weight: number;
  rule: string;
  why: string;
  trigger_message_id: string | null;
  trigger_start: number | null;
  trigger_end: number | null;
  trigger_quote: string | null;
  response_message_id: string | null;
  response_start: number | null;
  response_end: number | null;
  response_quote: string | null;
}

export interface NoticePreferences {
  workspace_id: number;
  user_id: string;
  rhythm: string;
  kinds: string[];
}

export interface Notices {
  workspace_id: number;
  id: Generated<number>;
  user_id: string;
  kind: string;
  object: string;
  created_at: GivenTimestamp;
  taken_at: Timestamp | null;
  sent_at: Timestamp | null;
}

export interface OwnDomains {
  workspace_id: number;
  domain: string;
  agent_messages: Generated<number>;
  is_own: boolean | null;
}

export interface PastAssessments {
  workspace_id: number;
  id: number;
  conversation_id: number;
  author_id: number;
  scorer_version: string;
  assessed_at: Timestamp;
  called: number;
}

export interface PastReviewImports {
  workspace_id: number;
  id: Generated<number>;
  file_name: string;
  imported_at: Timestamp;
  imported_by: string;
  columns: Json;
  rows_read: number;
  rows_kept: number;
  rows_known: number;
}

export interface PastReviewProblems {
  workspace_id: number;
  import_id: number;
  line: number;
  column_name: string | null;
  reason: string;
  way_out: string;
  row_text: string;
}

export interface PastReviews {
  workspace_id: number;
  id: Generated<number>;
  import_id: number;
  line: number;
  conversation_ref: string;
  conversation_id: number | null;
  reviewee: string;
  author_id: number | null;
  reviewer: string;
  category: string;
  quality: string | null;
  score: number | null;
  scale_lowest: number;
  scale_highest: number;
  comment: string;
  reviewed_at: Timestamp | null;
}

export interface PastScores {
  workspace_id: number;
  assessment_id: number;
  quality: string;
  score: number;
  verdict: string;
}

export interface Pins {
  workspace_id: number;
  id: Generated<number>;
  person_id: string;
  conversation_id: number;
  words: Json | null;
  note: Generated<string>;
  pinned_at: Timestamp;
}

export interface PracticeKept {
  workspace_id: number;
  id: Generated<number>;
  person_id: string;
  conversation_id: number;
  quality: string;
  turns: Json;
  reply: string;
  verdict: string;
  why: string;
  scorer_version: string;
  kept_at: Timestamp;
}

export interface Promises {
  workspace_id: number;
  conversation_id: number;
  number: number;
  author_id: number;
  said_message_id: string;
  said_start: number;
  said_end: number;
  said_quote: string;
  what: string;
  due_at: Timestamp | null;
  due_words: string | null;
  state: string;
  sign_message_id: string | null;
  sign_start: number | null;
  sign_end: number | null;
  sign_quote: string | null;
}

export interface ReasonCare {
  workspace_id: number;
  kind: string;
  reason_key: string;
  owner: string | null;
  fixed_at: Timestamp | null;
  said_by: string;
  said_at: Timestamp;
}

export interface ReasonSentences {
  workspace_id: number;
  conversation_id: number;
  kind: string;
  number: number;
  said_message_id: string;
  said_start: number;
  said_end: number;
  said_quote: string;
  words: Generated<string[]>;
  reason_key: string | null;
}

export interface Rescores {
  workspace_id: number;
  id: Generated<number>;
  scorer_version: string;
  state: string;
  to_score: number;
  scored: Generated<number>;
  after_id: Generated<number>;
  piece: Generated<number>;
  note: string | null;
  started_at: GivenTimestamp;
  finished_at: Timestamp | null;
}

export interface RetentionRuns {
  workspace_id: number;
  id: Generated<number>;
  started_at: Timestamp;
  finished_at: Timestamp | null;
  conversations: Generated<number>;
  people: Generated<number>;
  by_channel: GivenJson;
}

export interface RetentionSettings {
  workspace_id: number;
  default_days: number | null;
  channel_days: GivenJson;
  counted_from: string;
  starts_at: Timestamp;
  next_run_at: Timestamp;
  changed_by: string;
  changed_at: Timestamp;
}

export interface ReviewAssignments {
  workspace_id: number;
  id: Generated<number>;
  draw_id: number | null;
  conversation_id: number;
  author_id: number;
  kind: string;
  drawn: string;
  probability: number | null;
  why: string;
  scorecard_version_id: number;
  reviewer_id: string;
  assigned_by: string;
  assigned_at: Timestamp;
  due_at: Timestamp | null;
  state: Generated<string>;
  replaced_reason: string | null;
  replaced_words: Generated<string>;
  replaced_by: string | null;
  in_place_of: number | null;
}

export interface ReviewComments {
  workspace_id: number;
  id: Generated<number>;
  review_id: number;
  person_id: string;
  text: string;
  mentions: Generated<string[]>;
  said_at: Timestamp;
}

export interface ReviewDrawFrames {
  workspace_id: number;
  draw_id: number;
  author_id: number;
  eligible: number;
  drawn_before: number;
  drawn: number;
}

export interface ReviewDraws {
  workspace_id: number;
  id: Generated<number>;
  kind: string;
  seed: number;
  wanted: number;
  window_from: Timestamp | null;
  window_to: Timestamp | null;
  last_conversation_id: number;
  scorecard_version_id: number;
  drawn_by: string;
  drawn_at: Timestamp;
}

export interface ReviewGoals {
  workspace_id: number;
  person_id: string;
  per_week: number;
}

export interface ReviewReadings {
  workspace_id: number;
  review_id: number;
  category_id: string;
  fits: string;
  said_at: Timestamp;
}

export interface ReviewSettings {
  workspace_id: number;
  anonymous: Generated<boolean>;
}

export interface Reviews {
  workspace_id: number;
  id: Generated<number>;
  assignment_id: number | null;
  conversation_id: number;
  author_id: number;
  reviewer_id: string;
  kind: string;
  drawn: string;
  probability: number | null;
  scorecard_version_id: number;
  state: Generated<string>;
  revision: Generated<number>;
  revises: number | null;
  revision_reason: string | null;
  content: Json;
  score: number | null;
  machine: Json | null;
  scorer_version: string | null;
  seconds: Generated<number>;
  saves: Generated<number>;
  started_at: Timestamp;
  saved_at: Timestamp;
  finished_at: Timestamp | null;
  acknowledged_at: Timestamp | null;
}

export interface SaidThings {
  workspace_id: number;
  source: string;
  conversation: string;
  thing: string;
  said_at: Timestamp;
  tie: string;
  gone: boolean;
  heard_at: GivenTimestamp;
}

export interface SavedViews {
  workspace_id: number;
  id: Generated<number>;
  name: string;
  filter: Json;
  created_at: GivenTimestamp;
}

export interface ScorecardVersions {
  workspace_id: number;
  id: Generated<number>;
  scorecard_id: number;
  number: number;
  state: string;
  content: Json;
  note: Generated<string>;
  revision: Generated<number>;
  saved_at: Timestamp;
  saved_by: string;
  published_at: Timestamp | null;
}

export interface Scorecards {
  workspace_id: number;
  id: Generated<number>;
  name: string;
  archived_at: Timestamp | null;
  created_at: GivenTimestamp;
}

export interface ScorerVersions {
  workspace_id: number;
  scorer_version: string;
  first_used_at: GivenTimestamp;
  focus_since: Timestamp | null;
}

export interface Scores {
  workspace_id: number;
  assessment_id: number;
  quality: string;
  conversation_id: number;
  author_id: number;
  score: number | null;
  verdict: string;
  reason: string | null;
  confidence: number;
  called_at: number | null;
  worst_moment: number | null;
  trouble_followed: boolean | null;
}

export interface Sessions {
  id: string;
  token_hash: string;
  user_id: string;
  expires_at: Timestamp;
  ip_address: string | null;
  user_agent: string | null;
  created_at: GivenTimestamp;
  updated_at: GivenTimestamp;
  in_workspace: number | null;
}

export interface SignIns {
  id: string;
  user_id: string;
  provider_id: string;
  account_id: string;
  password: string | null;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Timestamp | null;
  refresh_token_expires_at: Timestamp | null;
  scope: string | null;
  created_at: GivenTimestamp;
  updated_at: GivenTimestamp;
}

export interface Signals {
  workspace_id: number;
  conversation_id: number;
  number: number;
  kind: string;
  position: number;
  at: Timestamp | null;
  said_message_id: string;
  said_start: number;
  said_end: number;
  said_quote: string;
}

export interface SuggestionQuotes {
  workspace_id: number;
  suggestion_id: number;
  conversation_id: number;
  said_message_id: string;
  said_start: number;
  said_end: number;
  said_quote: string;
}

export interface Suggestions {
  workspace_id: number;
  id: Generated<number>;
  kind: string;
  title: string;
  words: string;
  proposed_by: string;
  proposed_name: string;
  proposed_at: Timestamp;
  owner_name: string | null;
  state: string;
  answer: string | null;
  answered_by: string | null;
  answered_at: Timestamp | null;
  owner_id: string | null;
}

export interface TeamAnswers {
  workspace_id: number;
  kind: string;
  answer: Json;
  scorer_version: string;
  found_at: GivenTimestamp;
}

export interface TeamAuthors {
  workspace_id: number;
  team_id: number;
  author_id: number;
}

export interface TeamMembers {
  workspace_id: number;
  team_id: number;
  user_id: string;
}

export interface Teams {
  workspace_id: number;
  id: Generated<number>;
  name: string;
  created_at: GivenTimestamp;
}

export interface TwoFactors {
  id: string;
  user_id: string;
  secret: string;
  backup_codes: string;
  verified: Generated<boolean>;
  failed_verification_count: Generated<number>;
  locked_until: Timestamp | null;
}

export interface Users {
  id: string;
  home_workspace: number;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  two_factor_enabled: Generated<boolean>;
  created_at: GivenTimestamp;
  updated_at: GivenTimestamp;
}

export interface Verifications {
  id: string;
  identifier: string;
  value: string;
  expires_at: Timestamp;
  created_at: GivenTimestamp;
  updated_at: GivenTimestamp;
}

export interface WebhookCalls {
  workspace_id: number;
  receiver_id: number;
  id: Generated<number>;
  at: GivenTimestamp;
  verdict: string;
  bytes: number;
}

export interface WebhookReceivers {
  workspace_id: number;
  id: Generated<number>;
  kind: string;
  source: string;
  address_key: string;
  sealed_secret: string;
  received: Generated<number>;
  refused: Generated<number>;
  last_received_at: Timestamp | null;
  created_at: GivenTimestamp;
  state: Generated<string>;
}

export interface Workspaces {
  id: Generated<number>;
  name: string;
  pseudonym_key: Generated<Buffer>;
  created_at: GivenTimestamp;
}

export interface Tables {
  agent_comparisons: AgentComparisons;
  agents_rights: AgentsRights;
  answers_of_teams: AnswersOfTeams;
  api_keys: ApiKeys;
  arrivals: Arrivals;
  article_citations: ArticleCitations;
  article_imports: ArticleImports;
  article_problems: ArticleProblems;
  article_words: ArticleWords;
  articles: Articles;
  assessments: Assessments;
  audit_entries: AuditEntries;
  authors: Authors;
  calibration_consensus: CalibrationConsensus;
  calibration_parts: CalibrationParts;
  calibration_raters: CalibrationRaters;
  calibration_readings: CalibrationReadings;
  calibration_retests: CalibrationRetests;
  calibration_wordings: CalibrationWordings;
  calibrations: Calibrations;
  care_steps: CareSteps;
  category_models: CategoryModels;
  check_cards: CheckCards;
  check_decks: CheckDecks;
  coaching_messages: CoachingMessages;
  coaching_people: CoachingPeople;
  coaching_pins: CoachingPins;
  coaching_plans: CoachingPlans;
  coaching_sessions: CoachingSessions;
  connection_problems: ConnectionProblems;
  connections: Connections;
  contacts: Contacts;
  conversation_words: ConversationWords;
  conversations: Conversations;
  customer_emotions: CustomerEmotions;
  dispute_settings: DisputeSettings;
  disputes: Disputes;
  driver_answers: DriverAnswers;
  erased_marks: ErasedMarks;
  erasures: Erasures;
  focus_answers: FocusAnswers;
  focus_refreshes: FocusRefreshes;
  goodwill: Goodwill;
  hook_deliveries: HookDeliveries;
  hooks: Hooks;
  import_conversations: ImportConversations;
  import_problems: ImportProblems;
  imports: Imports;
  invitation_teams: InvitationTeams;
  invitations: Invitations;
  judge_days: JudgeDays;
  judge_opinions: JudgeOpinions;
  kept_words: KeptWords;
  kudos: Kudos;
  mail_settings: MailSettings;
  mailbox_folders: MailboxFolders;
  mailbox_problems: MailboxProblems;
  mailboxes: Mailboxes;
  masking_settings: MaskingSettings;
  member_authors: MemberAuthors;
  members: Members;
  merged_rows: MergedRows;
  messages: Messages;
  moments: Moments;
  notice_preferences: NoticePreferences;
  notices: Notices;
  own_domains: OwnDomains;
  past_assessments: PastAssessments;
  past_review_imports: PastReviewImports;
  past_review_problems: PastReviewProblems;
  past_reviews: PastReviews;
  past_scores: PastScores;
  pins: Pins;
  practice_kept: PracticeKept;
  promises: Promises;
  reason_care: ReasonCare;
  reason_sentences: ReasonSentences;
  rescores: Rescores;
  retention_runs: RetentionRuns;
  retention_settings: RetentionSettings;
  review_assignments: ReviewAssignments;
  review_comments: ReviewComments;
  review_draw_frames: ReviewDrawFrames;
  review_draws: ReviewDraws;
  review_goals: ReviewGoals;
  review_readings: ReviewReadings;
  review_settings: ReviewSettings;
  reviews: Reviews;
  said_things: SaidThings;
  saved_views: SavedViews;
  scorecard_versions: ScorecardVersions;
  scorecards: Scorecards;
  scorer_versions: ScorerVersions;
  scores: Scores;
  sessions: Sessions;
  sign_ins: SignIns;
  signals: Signals;
  suggestion_quotes: SuggestionQuotes;
  suggestions: Suggestions;
  team_answers: TeamAnswers;
  team_authors: TeamAuthors;
  team_members: TeamMembers;
  teams: Teams;
  two_factors: TwoFactors;
  users: Users;
  verifications: Verifications;
  webhook_calls: WebhookCalls;
  webhook_receivers: WebhookReceivers;
  workspaces: Workspaces;
}
