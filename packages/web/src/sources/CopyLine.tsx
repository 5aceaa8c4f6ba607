/** A line to be entered elsewhere, with the button that copies it. */
import { useState } from 'react';
import { Button } from '../design/Button.tsx';

export function CopyLine({ label, text }: { label: string; text: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <p className="copy-line">
      <span className="bold">{label}</span> <code>{text}</code>{' '}
      <Button size="small" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
        {copied ? 'Copied' : 'Copy'}
        <span className="visually-hidden"> {label}</span>
      </Button>
    </p>
  );
}
