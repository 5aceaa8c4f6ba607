/** A prompt tried before it is published: what the judge says about a few conversations, with its words, costs and failures. */
import { type Category, type JudgeState, mostPromptTrials } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ChooseConversation } from '../conversations/ChooseConversation.tsx';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { JudgeMoments } from '../judge/JudgeMoments.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { type TrialRow, usePromptTrial } from './use-prompt-trial.ts';

interface TryPromptProps {
  category: Pick<Category, 'name' | 'scale'>;
  prompt: string;
  judge: JudgeState;
}

const counts = [1, 3, 5, mostPromptTrials];

export function TryPrompt({ category: { name, scale }, prompt, judge }: TryPromptProps) {
  const [count, setCount] = useState(3);
  const { rows, start, askAbout, stop, isAsking, error, isEmpty } = usePromptTrial({
    ...{ name: name.trim(), prompt: prompt.trim(), points: scale.points },
  });
  const { budget } = judge;
  const blocked =
    name.trim() === '' || prompt.trim() === ''
      ? 'It needs a name and a prompt'
      : budget !== null && budget.used >= budget.perDay
        ? 'Today’s budget is used up'
        : undefined;
  const startNow = () => {
    if (!isAsking && blocked === undefined) start(count);
  };
  useKeys({ 'try-rule': startNow });
  return (
    <div className="prompt-trial">
      <p className="prompt-trial-buttons">
        <label>
          <span className="visually-hidden">How many conversations</span>
          <select value={count} onChange={(event) => setCount(Number(event.target.value))} disabled={isAsking}>
            {counts.map((one) => (
              <option key={one} value={one}>
                {one === 1 ? 'One conversation' : `${one} conversations`} at random
              </option>
            ))}
          </select>
        </label>
        {isAsking ? (
          <Button size="small" onClick={stop}>
            Ask no further
          </Button>
        ) : (
          <Button size="small" shortcut="R" blocked={blocked} onClick={startNow}>
            Try it
          </Button>
        )}
      </p>
      <ChooseConversation
        label="Or choose one by words in it"
        verb="Try it"
        verbFor={(customer) => `Try it on the conversation with ${customer}`}
        blocked={isAsking ? 'It is being asked' : blocked}
        onChoose={({ id, customer }) => askAbout({ conversationId: id, customer })}
      />
      <p className="caption">
        {judge.whatLeaves}
        {budget === null
          ? ''
          : ` Today: ${budget.used.toLocaleString()} of ${budget.perDay.toLocaleString()} ${budget.unit}.`}{' '}
        What it says here is stored nowhere and counts nowhere.
      </p>
      {error ? <ErrorState error={error} /> : null}
      <div role="status">
        {isEmpty && !isAsking ? (
          <p className="second">No conversation is scored yet: there is nothing to try it on.</p>
        ) : null}
        {rows.length > 0 ? <p>{sumOf(rows)}</p> : null}
      </div>
      <ul className="prompt-trials">
        {rows.map((row) => (
          <OneTrial key={row.part.conversationId} row={row} labels={scale.labels} />
        ))}
      </ul>
    </div>
  );
}

function sumOf(rows: readonly TrialRow[]): string {
  const asked = rows.flatMap(({ trial }) => (trial === null ? [] : [trial]));
  const answered = asked.filter(({ said }) => said !== null).length;
  const calls = asked.reduce((sum, { spent }) => sum + spent.calls, 0);
  const tokens = asked.reduce((sum, { spent }) => sum + spent.tokens, 0);
  return (
    `${asked.length} of ${rows.length} asked, ${answered} answered. ` +
    `It took ${calls} ${calls === 1 ? 'call' : 'calls'} and about ${tokens.toLocaleString()} tokens.`
  );
}

function OneTrial({ row: { part, trial }, labels }: { row: TrialRow; labels: readonly string[] }) {
  const { conversationId, customer } = part;
  const point = trial?.chosen == null ? 'N/A' : (labels[trial.chosen - 1] ?? `point ${trial.chosen}`);
  return (
    <li>
      <p>
        <Link to="/conversations/$conversationId" params={{ conversationId }}>
          {customer}
        </Link>{' '}
        {trial === null ? (
          <span className="dim">waits</span>
        ) : trial.said === null ? (
          <span className="second">No answer. {trial.trouble?.sentence}</span>
        ) : (
          <>
            would be proposed <b className="bold">{point}</b>
          </>
        )}{' '}
        {trial === null || trial.spent.calls === 0 ? null : (
          <span className="caption">
            {trial.spent.calls === 1 ? 'one call' : `${trial.spent.calls} calls`}, {trial.spent.tokens.toLocaleString()}{' '}
            tokens
          </span>
        )}
      </p>
      {trial?.said ? <JudgeMoments moments={trial.said.moments} /> : null}
    </li>
  );
}
