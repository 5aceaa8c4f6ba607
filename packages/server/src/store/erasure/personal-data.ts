/**
 * Every column that holds text, and how an erased person leaves it. A test compares this list with the database: a new
 * column of text is not there until somebody has said how a person is erased from it.
 *
 * - `words`: people wrote it, or it names somebody: erased names are covered inside.
 * - `names`: one person's name and nothing else: replaced as a whole.
 * - `plain`: closed words, ids, hashes, secrets, and what an administrator typed to set things up: names nobody, or what
 *   names somebody there leaves by a way of its own (an account, an author, a conversation).
 */
export interface PersonalTable {
  /**
   * How rows about an erased person go. `conversation`: with the conversation they hang on. `author`: with an agent who is
   * erased, or under another name. `account`: with the account. `answer`: found anew. `run-out`: after days by themselves.
   * `mark`: they are the list of the erased. `stays`: rows are about nobody in particular.
   */
  goes: 'conversation' | 'author' | 'account' | 'answer' | 'run-out' | 'mark' | 'stays';
  words?: string;
  names?: string;
  plain?: string;
}

export const personalData: Readonly<Record<string, PersonalTable>> = {
  agent_comparisons: { goes: 'answer', plain: 'quality answer scorer_version' },
  agents_rights: { goes: 'stays', words: 'agreement purposes retention', plain: 'informed_on changed_by' },
  answers_of_teams: { goes: 'answer', plain: 'kind answer scorer_version' },
  api_keys: { goes: 'stays', words: 'name', plain: 'prefix key_hash scope made_by' },
  arrivals: {
    goes: 'run-out',
    words: 'content problems failure',
    plain: 'came_by sender source delivery_key body_hash state',
  },
  article_citations: { goes: 'conversation', words: 'said_quote', plain: 'said_message_id how' },
  article_imports: {
    goes: 'stays',
    words: 'file_name failure',
    plain: 'help_centre format state spool_id spool_key received_by gone_not_marked masked',
  },
  article_problems: { goes: 'stays', words: 'file reason way_out' },
  article_words: { goes: 'stays', plain: 'search_language word' },
  articles: {
    goes: 'stays',
    words: 'title text section keywords',
    plain: 'help_centre source_id locale url address_key audience search_language words title_words digest',
  },
  assessments: { goes: 'conversation', plain: 'scorer_version' },
  audit_entries: { goes: 'stays', plain: 'person_id what object detail previous hash' },
  authors: { goes: 'author', plain: 'source author_key role_said name role proposed_role hints why kept_address' },
  care_steps: { goes: 'conversation', plain: 'step message_id' },
  calibration_consensus: { goes: 'conversation', words: 'words', plain: 'category_id recorded_by' },
  calibration_parts: { goes: 'conversation', words: 'machine', plain: 'drawn draw_categories added_by scorer_version' },
  calibration_raters: { goes: 'stays', plain: 'person_id' },
  calibration_readings: { goes: 'conversation', words: 'content', plain: 'person_id' },
  calibration_retests: { goes: 'stays' },
  calibration_wordings: { goes: 'stays', words: 'before after words', plain: 'category_id proposed_by' },
  calibrations: { goes: 'stays', words: 'name', plain: 'state category_ids opens made_by' },
  category_models: { goes: 'answer', plain: 'category_id answer model fingerprint scorer_version' },
  check_cards: { goes: 'conversation', words: 'moment', plain: 'quality human_verdict' },
  check_decks: { goes: 'stays', plain: 'scorer_version drawn_by' },
  coaching_messages: { goes: 'author', words: 'words', names: 'person_name', plain: 'side person_id' },
  coaching_people: { goes: 'author', plain: 'figures' },
  coaching_pins: { goes: 'conversation', words: 'said_quote note', plain: 'said_message_id verdict' },
  coaching_plans: {
    goes: 'author',
    words: 'reason_words closed_words',
    names: 'coach_name',
    plain: 'quality reason coach_id outlook created_by',
  },
  coaching_sessions: {
    goes: 'author',
    words: 'goal habit notes next_steps agent_words',
    plain: 'coach_acknowledged_by agent_acknowledged_by digest',
  },
  connection_problems: {
    goes: 'stays',
    words: 'file reason way_out',
    plain: 'conversation code severity column_name',
  },
  connections: {
    goes: 'stays',
    words: 'name',
    plain: 'kind source address settings sealed_secret state reason cursor',
  },
  contacts: { goes: 'conversation', plain: 'logged_by' },
  conversation_words: { goes: 'conversation', plain: 'words' },
  conversations: {
    goes: 'conversation',
    words: 'subject assignee status tags csat_raw outcomes first_words csat_comment not_service_why',
    plain:
      'source source_id channel channel_raw customer_key language scorer_version not_scored heard signals need_quality ' +
      'need_verdict csat_agent_key follow_up_of not_service',
  },
  customer_emotions: { goes: 'conversation', plain: 'message_id label' },
  dispute_settings: { goes: 'stays' },
  disputes: {
    goes: 'conversation',
    words: 'reason words',
    plain: 'quality category_id stood scorer_version proposed opened_by state decided decided_by',
  },
  driver_answers: { goes: 'answer', plain: 'outcome answer fingerprint scorer_version' },
  erased_marks: { goes: 'mark', plain: 'hash kind' },
  erasures: { goes: 'mark', plain: 'kind state wanted counts asked_by' },
  focus_answers: { goes: 'answer', plain: 'answer fingerprint scorer_version' },
  focus_refreshes: { goes: 'stays' },
  goodwill: { goes: 'conversation', words: 'said_quote', plain: 'said_message_id currency' },
  hook_deliveries: { goes: 'run-out', words: 'trouble', plain: 'event body state' },
  hooks: { goes: 'stays', words: 'reason', plain: 'url events sealed_secret state' },
  import_conversations: { goes: 'conversation', words: 'head' },
  import_problems: { goes: 'stays', words: 'file reason way_out', plain: 'code severity column_name' },
  imports: {
    goes: 'stays',
    words: 'file_name plan said failure',
    plain: 'source state paused_from checkpoint spool_id spool_key masked not_scored live_day',
  },
  invitation_teams: { goes: 'account' },
  invitations: { goes: 'account', plain: 'kind token_hash email role user_id made_by' },
  judge_days: { goes: 'stays', plain: 'day' },
  judge_opinions: {
    goes: 'conversation',
    words: 'moments',
    plain: 'quality content_hash text_hash provider host model rubric_version prompt_hash',
  },
  kept_words: { goes: 'conversation', plain: 'message_id kind sealed' },
  kudos: {
    goes: 'conversation',
    words: 'quote note',
    names: 'given_by_name',
    plain: 'message_id message_hash given_by',
  },
  mail_settings: { goes: 'stays', plain: 'host tls user_name sealed_password from_address' },
  mailbox_folders: { goes: 'stays', plain: 'path role uid_validity' },
  mailbox_problems: { goes: 'stays', words: 'file reason way_out', plain: 'path code severity column_name' },
  mailboxes: {
    goes: 'stays',
    words: 'name',
    plain: 'source host tls user_name sign_in sealed_secret own_addresses state reason',
  },
  masking_settings: { goes: 'stays', plain: 'changed_by' },
  member_authors: { goes: 'account', plain: 'user_id confirmed_by' },
  members: { goes: 'account', plain: 'user_id role state' },
  merged_rows: { goes: 'author', plain: 'table_name row_key' },
  messages: { goes: 'conversation', words: 'text', plain: 'message_id role visibility signs' },
  moments: {
    goes: 'conversation',
    words: 'why trigger_quote response_quote',
    plain: 'quality verdict rule trigger_message_id response_message_id',
  },
  notice_preferences: { goes: 'account', plain: 'user_id rhythm kinds' },
  notices: { goes: 'account', plain: 'user_id kind object' },
  own_domains: { goes: 'stays', plain: 'domain' },
  past_assessments: { goes: 'conversation', plain: 'scorer_version' },
  past_review_imports: { goes: 'stays', words: 'file_name', names: 'imported_by', plain: 'columns' },
  past_review_problems: { goes: 'stays', words: 'reason way_out row_text', plain: 'column_name' },
  past_reviews: {
    goes: 'conversation',
    words: 'comment',
    names: 'reviewee reviewer',
    plain: 'conversation_ref category quality',
  },
  past_scores: { goes: 'conversation', plain: 'quality verdict' },
  pins: { goes: 'conversation', words: 'words note', plain: 'person_id' },
  practice_kept: {
    goes: 'conversation',
    words: 'turns reply why',
    plain: 'person_id quality verdict scorer_version',
  },
  promises: {
    goes: 'conversation',
    words: 'said_quote what due_words sign_quote',
    plain: 'said_message_id state sign_message_id',
  },
  reason_care: { goes: 'stays', words: 'reason_key', names: 'owner', plain: 'kind said_by' },
  reason_sentences: { goes: 'conversation', words: 'said_quote', plain: 'kind said_message_id words reason_key' },
  rescores: { goes: 'stays', plain: 'scorer_version state note' },
  retention_runs: { goes: 'stays', plain: 'by_channel' },
  retention_settings: { goes: 'stays', plain: 'channel_days counted_from changed_by' },
  review_assignments: {
    goes: 'conversation',
    words: 'why replaced_words',
    plain: 'kind drawn reviewer_id assigned_by state replaced_reason replaced_by',
  },
  review_comments: { goes: 'conversation', words: 'text', plain: 'person_id mentions' },
  review_draw_frames: { goes: 'stays' },
  review_draws: { goes: 'stays', plain: 'kind drawn_by' },
  review_goals: { goes: 'account', plain: 'person_id' },
  review_readings: { goes: 'conversation', plain: 'category_id fits' },
  review_settings: { goes: 'stays' },
  reviews: {
    goes: 'conversation',
    words: 'revision_reason content machine',
    plain: 'reviewer_id kind drawn state scorer_version',
  },
  said_things: { goes: 'run-out', plain: 'source conversation thing tie' },
  saved_views: { goes: 'stays', words: 'name filter' },
  scorecard_versions: { goes: 'stays', words: 'content note', names: 'saved_by', plain: 'state' },
  scorecards: { goes: 'stays', words: 'name' },
  scorer_versions: { goes: 'stays', plain: 'scorer_version' },
  scores: { goes: 'conversation', plain: 'quality verdict reason' },
  sessions: { goes: 'account', plain: 'id token_hash user_id ip_address user_agent' },
  sign_ins: {
    goes: 'account',
    plain: 'id user_id provider_id account_id password access_token refresh_token id_token scope',
  },
  signals: { goes: 'conversation', words: 'said_quote', plain: 'kind said_message_id' },
  suggestion_quotes: { goes: 'conversation', words: 'said_quote', plain: 'said_message_id' },
  suggestions: {
    goes: 'stays',
    words: 'title words answer',
    names: 'proposed_name owner_name',
    plain: 'kind proposed_by owner_id state answered_by',
  },
  team_answers: { goes: 'answer', plain: 'kind answer scorer_version' },
  team_authors: { goes: 'author' },
  team_members: { goes: 'account', plain: 'user_id' },
  teams: { goes: 'stays', words: 'name' },
  two_factors: { goes: 'account', plain: 'id user_id secret backup_codes' },
  users: { goes: 'account', plain: 'id name email image' },
  verifications: { goes: 'account', plain: 'id identifier value' },
  webhook_calls: { goes: 'run-out', plain: 'verdict' },
  webhook_receivers: { goes: 'stays', plain: 'kind source address_key sealed_secret state' },
  workspaces: { goes: 'stays', plain: 'name pseudonym_key' },
};

export const columnsIn = (names: string | undefined): string[] => names?.split(' ') ?? [];
