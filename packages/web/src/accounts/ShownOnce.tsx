/** A link or a key that is in this answer and nowhere else, with the button that copies it. */
import { useState } from 'react';
import { Button } from '../design/Button.tsx';

export function ShownOnce({ text, words, onDone }: { text: string; words: string; onDone: () => void }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className="link-shown" role="status">
      <p className="second">{words}</p>
      <code>{text}</code>
      <div className="settings-buttons">
        <Button
          size="small"
          kind="primary"
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {copied ? 'Copied' : 'Copy it'}
        </Button>
        <Button size="small" onClick={onDone}>
          I have it
        </Button>
      </div>
    </div>
  );
}
