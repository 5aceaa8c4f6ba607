import { asHtml, type SourceCase, type Turn } from '../source-case.test-data.ts';

const logins: Readonly<Record<Turn['by'], string>> = {
  customer: 'ann@mail.example',
  agent: 'mara',
  second: 'jonas',
  note: 'mara',
  bot: 'helper',
  event: 'RT_System',
};

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const user = (login: string) => ({ type: 'user', id: login, _url: `https://rt.example/REST/2.0/user/${login}` });

const transaction = (turn: Turn, index: number) => ({
  type: 'transaction',
  id: `${700 + index}`,
  Type: index === 0 ? 'Create' : turn.by === 'note' ? 'Comment' : 'Correspond',
  Creator: user(logins[turn.by]),
  Created: new Date(turn.at).toISOString().replace('.000Z', 'Z'),
  Data: '',
  attachments: [
    { id: `${900 + index * 3}`, ContentType: 'multipart/alternative', Filename: '', Content: '' },
    turn.html === undefined
      ? { id: `${901 + index * 3}`, ContentType: 'text/plain', Filename: '', Content: base64(turn.text) }
      : { id: `${902 + index * 3}`, ContentType: 'text/html', Filename: '', Content: base64(asHtml(turn)) },
  ],
});

export const requestTrackerCase: SourceCase = {
  format: 'request-tracker',
  entries: ({ id, turns }) => [
    {
      type: 'ticket',
      id,
      EffectiveId: { type: 'ticket', id },
      Subject: 'Parcel',
      Status: 'resolved',
      Queue: { type: 'queue', id: '3', Name: 'Support' },
      Owner: user('mara'),
      Requestor: [user('ann@mail.example')],
      Cc: [],
      Created: turns[0]?.at,
      Resolved: '1970-01-01T00:00:00Z',
      CustomFields: [{ id: '1', name: 'CSAT', values: ['4'] }],
      history: [
        ...turns.map(transaction),
        {
          type: 'transaction',
          id: '999',
          Type: 'Status',
          Creator: user('mara'),
          Created: '2026-03-30T00:00:00Z',
          Data: '',
        },
        {
          type: 'transaction',
          id: '998',
          Type: 'EmailRecord',
          Creator: user('RT_System'),
          Created: '2026-03-30T00:00:00Z',
          attachments: [{ ContentType: 'text/plain', Content: base64('A copy.') }],
        },
      ],
    },
  ],
  envelope: (tickets) => ({
    tickets,
    users: [
      { id: 'mara', Name: 'mara', RealName: 'Mara Voss', EmailAddress: 'mara@shop.example', Privileged: 1 },
      { id: 'jonas', Name: 'jonas', RealName: 'Jonas Weil', EmailAddress: 'jonas@shop.example', Privileged: 1 },
    ],
  }),
  sendsHtml: true,
  lacks: ['bot'],
  guesses: { agent: 'agent', second: 'agent', note: 'agent' },
};
