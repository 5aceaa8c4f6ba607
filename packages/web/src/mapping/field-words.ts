/** What a column may hold, in plain words, in the order people look for it. */
import type { csatScales, IntakeField } from '@rapport/contract';

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
