/** The team's own words to the judge, and what becomes of them. */
import { type Category, type JudgeState, mostPromptLetters } from '@rapport/contract';
import { TextField } from './TextField.tsx';
import { TryPrompt } from './TryPrompt.tsx';

interface PromptFieldsProps {
  category: Pick<Category, 'name' | 'scale'>;
  prompt: string;
  judge: JudgeState | undefined;
  isReadOnly: boolean;
  onChange: (prompt: string) => void;
}

export function PromptFields({ category, prompt, judge, isReadOnly, onChange }: PromptFieldsProps) {
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
          : judge === undefined
            ? ''
            : 'No judge is set up on this server, so people alone rate it and there is nobody to try it on. Who runs the server sets one up with RAPPORT_JUDGE_PROVIDER; docs/judge.md says how, also with a model on this very machine.'}
      </p>
      {/* A changed prompt begins without the answers to the one before. */}
      {judge?.on === true ? (
        <TryPrompt key={JSON.stringify([category.name, prompt])} {...{ category, prompt, judge }} />
      ) : null}
    </>
  );
}
