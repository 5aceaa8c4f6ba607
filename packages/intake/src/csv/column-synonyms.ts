/**
 * Names of columns as exports write them, in the spelling of `plainName`. `sure` names need no second look;
 * `maybe` names are proposed and shown for a person to confirm.
 */
import type { IntakeField } from '@rapport/contract';

type Names = Record<IntakeField, { sure: string; maybe: string }>;

const names: Names = {
  conversation_id: {
    sure: 'conversation_id conversationid conversation_uuid ticket_id ticketid ticket_number ticket_no ticket_nr case_id caseid case_number thread_id threadid chat_id chatid session_id interaction_id dialog_id dialogue_id conv_id vorgangsnummer ticketnummer',
    maybe:
      'conversation ticket case thread chat session interaction dialogue dialog id number request_id issue_id issue contact_id call_id',
  },
  message_id: {
    sure: 'message_id messageid msg_id comment_id reply_id post_id utterance_id event_id part_id tweet_id article_id',
    maybe: 'message_number msg_no turn_id turn',
  },
  sent_at: {
    sure: 'sent_at sentat created_at createdat timestamp sent_time message_time message_created_at message_timestamp message_date posted_at sent_date comment_created_at date_sent',
    maybe:
      'date time datetime created sent when at started started_at start_time start_date created_date creation_date date_created date_time created_time create_time ts zeit datum gesendet',
  },
  author_role: {
    sure: 'author_role authorrole role sender_role sender_type author_type user_type speaker_role participant_role from_role actor_type authortype sendertype',
    maybe: 'direction participant party speaker_type rolle type who sent_by',
  },
  author_name: {
    sure: 'author_name authorname author sender_name speaker agent_or_customer from_name user_name username display_name participant_name',
    maybe: 'sender from name user by speaker_name actor agent_name absender',
  },
  author_id: {
    sure: 'author_id authorid sender_id user_id from_id speaker_id participant_id actor_id',
    maybe: 'userid senderid',
  },
  author_email: {
    sure: 'author_email authoremail sender_email from_email user_email from_address',
    maybe: 'email email_address mail',
  },
  channel: {
    sure: 'channel via channel_type ticket_channel conversation_channel via_channel kanal',
    maybe: 'medium platform source origin',
  },
  subject: {
    sure: 'subject ticket_subject title betreff conversation_subject',
    maybe: 'topic summary headline ticket_title',
  },
  body: {
    sure: 'body text message content message_body message_text body_text plain_body comment_body comment message_content utterance msg reply_body nachricht',
    maybe:
      'description html_body transcript note comments reply response chat_message tweet tweet_text value words ticket_description conversation_text',
  },
  csat: {
    sure: 'csat csat_score csat_rating satisfaction satisfaction_score satisfaction_rating customer_satisfaction customer_satisfaction_rating rating conversation_rating',
    maybe: 'score survey_score feedback_score stars happiness survey_rating bewertung',
  },
  csat_max: { sure: 'csat_max csatmax rating_max max_rating satisfaction_max', maybe: 'scale scale_max' },
  nps: {
    sure: 'nps nps_score nps_rating net_promoter_score net_promoter likelihood_to_recommend',
    maybe: 'recommend would_recommend recommendation promoter_score weiterempfehlung',
  },
  ces: {
    sure: 'ces ces_score ces_rating customer_effort customer_effort_score effort_score',
    maybe: 'effort ease ease_score aufwand',
  },
  visibility: {
    sure: 'visibility is_private private is_public public internal is_internal message_visibility private_note is_note',
    maybe: 'access note_type',
  },
  tags: { sure: 'tags tag labels label ticket_tags', maybe: 'categories category schlagworte' },
  status: { sure: 'status ticket_status state conversation_status case_status', maybe: 'stage' },
  assignee: {
    sure: 'assignee assignee_name assigned_to assigned_agent assignee_id owner ticket_owner responsible bearbeiter',
    maybe: 'assigned handler agent',
  },
  resolved: { sure: 'resolved is_resolved solved is_solved was_resolved', maybe: 'closed is_closed' },
  language: { sure: 'language lang locale sprache', maybe: 'language_code' },
};

/** Words of a list of tickets, which has one row a ticket and none of its messages. */
export const ticketListNames = new Set(
  'subject ticket_subject status ticket_status priority ticket_priority requester requester_name requester_email assignee assigned_to group satisfaction_score satisfaction_rating customer_satisfaction_rating csat created created_at updated updated_at solved_at first_response_time full_resolution_time resolution_time ticket_type type tags channel due_date organization product agent'.split(
    ' ',
  ),
);

/** Lower case, without accents, every run of other characters one underscore. */
export const plainName = (name: string): string =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\d]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');

/** Rank of a column name for a field: 0 its own name, then the sure names in order, then the others; null for none. */
export function rankName(field: IntakeField, name: string): { rank: number; sure: boolean } | null {
  const plain = plainName(name);
  if (plain === field) return { rank: 0, sure: true };
  const squeezed = plain.replaceAll('_', '');
  const sure = names[field].sure.split(' ');
  const inSure = sure.findIndex((one) => one === plain || one.replaceAll('_', '') === squeezed);
  if (inSure >= 0) return { rank: 1 + inSure, sure: true };
  const inMaybe = names[field].maybe.split(' ').indexOf(plain);
  return inMaybe >= 0 ? { rank: 100 + inMaybe, sure: false } : null;
}
