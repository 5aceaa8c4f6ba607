/** The team's own words to the judge, and what becomes of them. */
import { type JudgeState, mostPromptLetters } from '@rapport/contract';
import { TextField } from './TextField.tsx';

interface PromptFieldsProps {
  prompt: string;
  judge: JudgeState | undefined;
  isReadOnly: boolean;
  onChange: (prompt: string) => void;
}

export function PromptFields({ prompt, judge, isReadOnly, onChange }: PromptFieldsProps) {
  return (
    <>
      <TextField
        label="Prompt for the judge"
        value={prompt}
        most={mostPromptLetters}
        isLong
        placeholder="What calls for it, and what met, partly and missed look like"
        isReadOnly={isReadOnly}
        onChange={onChange}
      />
      <p className="caption">
        {judge?.on === true
          ? `${judge.model} at ${judge.host} proposes a rating when somebody asks from a finished review, with the words it rests on. People’s ratings count; its proposal counts nowhere.`
          : 'No judge is set up on this server, so people alone rate it.'}
      </p>
    </>
  );
}
