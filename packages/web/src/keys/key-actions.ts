/** Everything a key can do, with the key it comes with. Pages bind the actions they offer; settings may move the keys. */

export const keyPlaces = [
  'Everywhere',
  'Go to',
  'Lists',
  'Conversation',
  'Your verdict',
  'Bring in data',
  'Who is who',
  'Check it against me',
  'Practice',
  'Contacts',
  'Coaching',
  'Scorecard',
] as const;
export type KeyPlace = (typeof keyPlaces)[number];

interface KeyAction {
  label: string;
  /** As printed: "J", "Enter", "G F" (one after the other), "Ctrl K" (together). */
  key: string;
  place: KeyPlace;
}

export const keyActions = {
  palette: { label: 'find or do anything', key: 'Ctrl K', place: 'Everywhere' },
  help: { label: 'all keys', key: '?', place: 'Everywhere' },
  filter: { label: 'filter here', key: '/', place: 'Everywhere' },
  close: { label: 'close, back', key: 'Esc', place: 'Everywhere' },
  undo: { label: 'undo', key: 'Ctrl Z', place: 'Everywhere' },
  'go.focus': { label: 'Focus', key: 'G F', place: 'Go to' },
  'go.drivers': { label: 'Drivers', key: 'G D', place: 'Go to' },
  'go.outcomes': { label: 'Outcomes', key: 'G V', place: 'Go to' },
  'go.reasons': { label: 'Reasons', key: 'G E', place: 'Go to' },
  'go.conversations': { label: 'Conversations', key: 'G C', place: 'Go to' },
  'go.check': { label: 'Check it against me', key: 'G K', place: 'Go to' },
  'go.reviews': { label: 'Reviews', key: 'G R', place: 'Go to' },
  'go.try': { label: 'Try one reply', key: 'G W', place: 'Go to' },
  'go.practice': { label: 'Practice', key: 'G P', place: 'Go to' },
  'go.coaching': { label: 'Coaching', key: 'G O', place: 'Go to' },
  'go.suggestions': { label: 'Suggestions', key: 'G U', place: 'Go to' },
  'go.disputes': { label: 'Disputes', key: 'G Z', place: 'Go to' },
  'go.guides': { label: 'Guides', key: 'G L', place: 'Go to' },
  'go.contacts': { label: 'Log a contact', key: 'G J', place: 'Go to' },
  'go.my-work': { label: 'My work', key: 'G M', place: 'Go to' },
  'go.team': { label: 'Team', key: 'G T', place: 'Go to' },
  'go.data': { label: 'Bring in data', key: 'G B', place: 'Go to' },
  'go.sources': { label: 'Sources', key: 'G H', place: 'Go to' },
  'go.scorecard': { label: 'Scorecard', key: 'G Q', place: 'Go to' },
  'go.settings': { label: 'Settings', key: 'G S', place: 'Go to' },
  next: { label: 'next', key: 'J', place: 'Lists' },
  back: { label: 'back', key: 'K', place: 'Lists' },
  open: { label: 'open', key: 'Enter', place: 'Lists' },
  peek: { label: 'peek', key: 'Space', place: 'Lists' },
  select: { label: 'select', key: 'X', place: 'Lists' },
  'save-view': { label: 'save view', key: 'V', place: 'Lists' },
  'next-evidence': { label: 'next evidence', key: 'N', place: 'Conversation' },
  evidence: { label: 'show evidence', key: 'E', place: 'Conversation' },
  thank: { label: 'thank someone', key: 'T', place: 'Conversation' },
  missed: { label: 'Missed', key: '1', place: 'Your verdict' },
  partly: { label: 'Partly', key: '2', place: 'Your verdict' },
  met: { label: 'Met', key: '3', place: 'Your verdict' },
  'not-called-for': { label: 'N/A', key: '0', place: 'Your verdict' },
  'point-1': { label: 'first point', key: '1', place: 'Your verdict' },
  'point-2': { label: 'second point', key: '2', place: 'Your verdict' },
  'point-3': { label: 'third point', key: '3', place: 'Your verdict' },
  'point-4': { label: 'fourth point', key: '4', place: 'Your verdict' },
  'point-5': { label: 'fifth point', key: '5', place: 'Your verdict' },
  'send-to-review': { label: 'send to review', key: 'R', place: 'Conversation' },
  quote: { label: 'quote selection', key: 'Q', place: 'Your verdict' },
  comment: { label: 'comment', key: 'C', place: 'Your verdict' },
  'machine-fits': { label: 'machine’s reading', key: 'M', place: 'Your verdict' },
  'mine-fits': { label: 'my reading', key: 'P', place: 'Your verdict' },
  'rule-unclear': { label: 'rule is unclear', key: 'F', place: 'Your verdict' },
  finish: { label: 'finish', key: 'Enter', place: 'Your verdict' },
  'choose-file': { label: 'choose a file', key: 'O', place: 'Bring in data' },
  sample: { label: 'sample data', key: 'S', place: 'Bring in data' },
  pause: { label: 'pause, go on', key: 'Space', place: 'Bring in data' },
  'role-agent': { label: 'agent', key: 'A', place: 'Who is who' },
  'role-customer': { label: 'customer', key: 'C', place: 'Who is who' },
  'role-bot': { label: 'bot', key: 'B', place: 'Who is who' },
  'role-system': { label: 'system', key: 'S', place: 'Who is who' },
  confirm: { label: 'this is right', key: 'Enter', place: 'Who is who' },
  'edit-wording': { label: 'edit wording', key: 'E', place: 'Scorecard' },
  'weight-1': { label: 'weight 1', key: '1', place: 'Scorecard' },
  'weight-2': { label: 'weight 2', key: '2', place: 'Scorecard' },
  'weight-3': { label: 'weight 3', key: '3', place: 'Scorecard' },
  critical: { label: 'critical', key: 'X', place: 'Scorecard' },
  'add-category': { label: 'add a category', key: 'A', place: 'Scorecard' },
  publish: { label: 'publish', key: 'P', place: 'Scorecard' },
  'try-draft': { label: 'try it', key: 'T', place: 'Scorecard' },
  'try-rule': { label: 'try the rule', key: 'R', place: 'Scorecard' },
  'save-draft': { label: 'save draft', key: 'Ctrl S', place: 'Scorecard' },
  'go-on': { label: 'go on', key: 'Enter', place: 'Check it against me' },
  look: { label: 'see what it saw', key: 'Ctrl Enter', place: 'Practice' },
  compare: { label: 'what was written', key: 'C', place: 'Practice' },
  keep: { label: 'keep it', key: 'S', place: 'Practice' },
  'save-contact': { label: 'write it down', key: 'Ctrl Enter', place: 'Contacts' },
  'plan-sessions': { label: 'plan sessions', key: 'P', place: 'Coaching' },
  'write-session': { label: 'write a session', key: 'S', place: 'Coaching' },
  acknowledge: { label: 'acknowledge', key: 'A', place: 'Coaching' },
} as const satisfies Record<string, KeyAction>;

export type KeyActionId = keyof typeof keyActions;
export const keyActionIds = Object.keys(keyActions) as KeyActionId[];

/** Keys with a modifier, and Esc, stay where every program has them and work even when single keys are off. */
export const isFixedKey = (id: KeyActionId): boolean => /^Ctrl |^Esc$/.test(keyActions[id].key);
