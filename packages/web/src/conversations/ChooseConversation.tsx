/** One conversation chosen by words in it, on a page that wants it for something. */

import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { useFoundConversations } from '../shell/use-found-conversations.ts';
import './ChooseConversation.css';

interface ChooseConversationProps {
  label: string;
  /** On the button beside each. */
  verb: string;
  /** The same for who only hears it: the button beside which conversation. */
  verbFor: (customer: string) => string;
  blocked?: string | undefined;
  onChoose: (found: { id: string; customer: string }) => void;
}

export function ChooseConversation({ label, verb, verbFor, blocked, onChoose }: ChooseConversationProps) {
  const [text, setText] = useState('');
  const found = useFoundConversations(text);
  const rows = text.trim().length < 2 ? [] : (found.data?.rows ?? []);
  return (
    <>
      <label className="choose-conversation">
        {label}
        <input value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <ul className="choose-found">
        {rows.map(({ id, customer, channel, firstWords }) => (
          <li key={id}>
            <span>
              <b>{customer}</b> <span className="caption">{channel}</span>
              <br />
              <span className="say-small">{firstWords}</span>
            </span>
            <Button
              size="small"
              aria-label={verbFor(customer)}
              blocked={blocked}
              onClick={() => onChoose({ id, customer })}
            >
              {verb}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
