/** The log of what was done: the closed list of its words, and an entry as pages and files show it. */
import { z } from 'zod';

/** In words as a person reads them; the key is what is stored. */
export const auditWords = {
  'signed-in': 'Signed in',
  'sign-in-failed': 'Sign-in failed',
  'signed-out': 'Signed out',
  'session-ended': 'Session ended',
  'password-changed': 'Password changed',
  'two-factor-on': 'Second factor switched on',
  'two-factor-off': 'Second factor switched off',
  'owner-link-made': 'Link for an owner made',
  'owner-made': 'Owner made',
  invited: 'Invited somebody',
  'invitation-accepted': 'Invitation accepted',
  'invitation-cancelled': 'Invitation cancelled',
  'password-link-made': 'Link for a new password made',
  'role-changed': 'Role changed',
  'member-removed': 'Removed somebody',
  'authors-changed': 'Said which authors a person is',
  'team-made': 'Team made',
  'team-changed': 'Team changed',
  'team-removed': 'Team removed',
  'key-made': 'Key made',
  'key-revoked': 'Key revoked',
  'rights-changed': 'Agents’ rights changed',
  'import-started': 'Import started',
  'import-confirmed': 'Import confirmed',
  'import-cancelled': 'Import cancelled',
  'author-corrected': 'Author corrected',
  'service-corrected': 'Service or not corrected',
  exported: 'Exported',
  'rescore-started': 'Rescore started',
  'judge-asked': 'Judge asked',
  revealed: 'Masked words revealed',
  deleted: 'Deleted',
  'settings-changed': 'Settings changed',
  'reviews-drawn': 'Reviews drawn',
  'review-assigned': 'Review assigned',
  'review-replaced': 'Review replaced',
  'scorecard-published': 'Scorecard published',
  'scorecard-put-away': 'Scorecard put away or taken out again',
  'past-reviews-imported': 'Past reviews brought in',
  'review-done': 'Review done',
  'review-revised': 'Review revised',
  'dispute-opened': 'Reading contested',
  'dispute-withdrawn': 'Dispute taken back',
  'dispute-decided': 'Dispute decided',
  'dispute-window': 'Window for disputes changed',
  'coaching-changed': 'Coaching changed',
  'goodwill-booked': 'Goodwill booked',
} as const;

export type AuditWhat = keyof typeof auditWords;
// The keys of the object above are exactly the words; Object.keys forgets that.
export const auditWhats = Object.keys(auditWords) as [AuditWhat, ...AuditWhat[]];

export const auditEntry = z.object({
  number: z.int().describe('From 1, without a gap'),
  at: z.iso.datetime(),
  personId: z.string().describe('A user, `local`, `nobody`, or `key:` and a number'),
  person: z.string().describe('Their name as it is today'),
  what: z.enum(auditWhats),
  object: z.string().describe('Id of what it was done to'),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  hash: z.string().describe('SHA-256 over the entry before and this one, as hex'),
});
export type AuditEntry = z.infer<typeof auditEntry>;
