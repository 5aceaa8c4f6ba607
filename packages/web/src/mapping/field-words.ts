/** What a column may hold, in plain words, in the order people look for it. */
import type { csatScales, EffortScale, IntakeField } from '@rapport/contract';

export const fieldWords: Record<IntakeField, string> = {
  conversation_id: 'Conversation id',
  body: 'Text of the message',
  sent_at: 'When it was sent',
  author_role: 'Customer, agent, bot or system',
  author_name: 'Who wrote it',
  author_id: 'Author’s id',
  author_email: 'Author’s e-mail address',
  message_id: 'Message id',
  channel: 'Channel',
  subject: 'Subject',
  csat: 'Rating',
  csat_max: 'Top of the rating scale',
  nps: 'Would recommend, 0 to 10 (NPS)',
  ces: 'Effort or ease (CES)',
  visibility: 'Public or internal',
  tags: 'Tags',
  status: 'Status',
  assignee: 'Who it is assigned to',
  resolved: 'Resolved or not',
  language: 'Language',
};

export const scaleWords: Record<(typeof csatScales)[number], string> = {
  '1-5': '1 to 5, 5 is best',
  '0-10': '0 to 10, 10 is best',
  '0-100': '0 to 100, 100 is best',
  'good-bad': 'good or bad',
  emoji: 'faces and stars',
  unknown: 'cannot tell; leave the ratings out',
};

export const effortWords: Record<EffortScale, string> = {
  '1-7': '1 to 7, 7 is easiest',
  '7-1': '1 to 7, 1 is easiest',
  '1-5': '1 to 5, 5 is easiest',
  '5-1': '1 to 5, 1 is easiest',
  unknown: 'cannot tell; show the answers as they came',
};
