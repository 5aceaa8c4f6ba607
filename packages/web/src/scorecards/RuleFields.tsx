/** A rule over acts as a sentence with choices in it, and what it finds in conversations that are here. */
import {
  agentActs,
  type CategoryRule,
  call,
  customerActs,
  type RuleTrial,
  type RuleWindow,
  ruleWindows,
  tryRule,
} from '@rapport/contract';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { shareWords } from '../design/estimate-words.ts';
import { LevelTag } from '../design/LevelTag.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { Choices } from './ConditionFields.tsx';
import { actWords, windowNames } from './scorecard-words.ts';

interface RuleFieldsProps {
  rule: CategoryRule;
  isReadOnly: boolean;
  onChange: (rule: CategoryRule) => void;
}

const everyConversation = '';

export function RuleFields({ rule, isReadOnly, onChange }: RuleFieldsProps) {
  return (
    <>
      <fieldset className="rule-sentence" disabled={isReadOnly}>
        <legend className="visually-hidden">The rule</legend>
        When the customer does this{' '}
        <select
          aria-label="What the customer does"
          value={rule.openedBy ?? everyConversation}
          onChange={(event) =>
            onChange({ ...rule, openedBy: customerActs.find((one) => one === event.target.value) ?? null })
          }
        >
          <option value={everyConversation}>anything: every conversation</option>
          {customerActs.map((one) => (
            <option key={one} value={one}>
              {actWords(one)}
            </option>
          ))}
        </select>{' '}
        the agent{' '}
        <select
          aria-label="Whether the agent must do it or must not"
          value={rule.wanted ? 'does' : 'does not'}
          onChange={(event) => onChange({ ...rule, wanted: event.target.value === 'does' })}
        >
          <option>does</option>
          <option>does not</option>
        </select>{' '}
        one of these{' '}
        <select
          aria-label="How soon"
          value={rule.within}
          onChange={(event) => onChange({ ...rule, within: windowOf(event.target.value) })}
        >
          {ruleWindows.map((one) => (
            <option key={one} value={one}>
              {windowNames[one]}
            </option>
          ))}
        </select>
      </fieldset>
      <Choices
        legend="The agent"
        all={agentActs}
        chosen={rule.acts}
        isReadOnly={isReadOnly}
        onChange={(acts) => (acts.length > 0 && acts.length <= 10 ? onChange({ ...rule, acts }) : undefined)}
      />
      <TryRule key={JSON.stringify(rule)} rule={rule} />
    </>
  );
}

const windowOf = (text: string): RuleWindow => ruleWindows.find((one) => one === text) ?? 'next-reply';

/** A changed rule begins without the answer of the one before. */
function TryRule({ rule }: { rule: CategoryRule }) {
  const trial = useMutation({ mutationFn: () => call(tryRule, { body: { rule } }) });
  const start = () => {
    if (!trial.isPending) trial.mutate();
  };
  useKeys({ 'try-rule': start });
  return (
    <div className="rule-trial">
      <Button size="small" shortcut="R" blocked={trial.isPending ? 'It is being tried' : undefined} onClick={start}>
        {trial.isPending ? 'Reading …' : 'Try on 200 conversations'}
      </Button>
      {trial.error ? <ErrorState error={trial.error} /> : null}
      <div role="status">{trial.data ? <TrialResult trial={trial.data} /> : null}</div>
    </div>
  );
}

function TrialResult({ trial }: { trial: RuleTrial }) {
  const { read, of, called, moments, met, examples } = trial;
  return (
    <>
      <p>
        {moments === 0
          ? `Nothing called for it in ${read.toLocaleString()} conversations drawn at random.`
          : `${moments.toLocaleString()} moments in ${called.toLocaleString()} of ${read.toLocaleString()} conversations drawn at random from ${of.toLocaleString()}.`}{' '}
        {moments === 0 ? null : met.value === null ? (
          <span className="second">Too few to say how often it is met.</span>
        ) : (
          <b>Met in {shareWords(met).sentence}.</b>
        )}
      </p>
      <ul>
        {examples.map(({ conversationId, verdict, trigger, response }) => (
          <li key={`${conversationId} ${trigger?.messageId} ${trigger?.start} ${response?.start}`}>
            <LevelTag verdict={verdict} />
            <Link to="/conversations/$conversationId" params={{ conversationId }}>
              {trigger ? <q className="say-small">{trigger.quote}</q> : 'The whole conversation'}{' '}
              {response ? (
                <q className="say-small second">{response.quote}</q>
              ) : (
                <span className="dim">no such words</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
