/** Where the team's own addresses end, as guessed from its agents: by it machines, suppliers and colleagues are known. */
import { useId } from 'react';
import type { DomainList } from './domain-list.ts';

interface OwnDomainsProps {
  text: string;
  parsed: DomainList;
  /** Nobody has said it yet. */
  isGuess: boolean;
  onText: (text: string) => void;
}

export function OwnDomains({ text, parsed, isGuess, onText }: OwnDomainsProps) {
  const id = useId();
  return (
    <p className="own-domains">
      <label htmlFor={id} className="bold">
        Your own addresses end in
      </label>
      <input
        id={id}
        value={text}
        onChange={(event) => onText(event.target.value)}
        aria-invalid={parsed.wrong === null ? undefined : true}
        aria-describedby={`${id}-note`}
        spellCheck={false}
        autoComplete="off"
        maxLength={600}
      />
      <span className="caption" id={`${id}-note`}>
        {parsed.wrong === null
          ? `${isGuess ? 'Guessed from who answers. ' : ''}Mail among these is among your own people; several with commas.`
          : `“${parsed.wrong}” is no domain; write it like shop.example.`}
      </span>
    </p>
  );
}
