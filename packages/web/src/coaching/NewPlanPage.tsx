/** Plans sessions: for whom and why, from which weeks, until when; and says before it begins what can be told. */
import {
  type CoachingPlanBody,
  type CoachingReason,
  coachingReasons,
  type QualityId,
  qualityIds,
  qualityWords,
} from '@rapport/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useDeferredValue, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { isOldData } from '../design/dates.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Field } from '../design/Field.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { dayAfter, planWholeDay, reasonWords } from './coaching-words.ts';
import { OutlookPanel } from './OutlookPanel.tsx';
import { type PlanDraft, planOf } from './plan-draft.ts';
import { useBeginPlan, useCoachingPeople, useOutlook } from './use-coaching.ts';
import './NewPlanPage.css';

export function NewPlanPage() {
  usePageTitle('Plan sessions');
  const people = useCoachingPeople();
  return (
    <>
      <TopStrip
        where={
          <>
            <Link to="/coaching">Coaching</Link> / <b>Plan sessions</b>
          </>
        }
      />
      <h1>
        One quality, <span className="marker">a reason, and a day</span> on which it is read.
      </h1>
      {people.isPending ? <LoadingState>Fetching who can be coached.</LoadingState> : null}
      {people.isError ? <ErrorState error={people.error} retry={() => void people.refetch()} /> : null}
      {people.data && people.data.people.length === 0 ? (
        <EmptyState title={people.data.notice === null ? 'There is nobody to coach yet.' : 'Not yet.'}>
          {people.data.notice ?? 'Bring in conversations first; whoever answers customers in them is listed here.'}
        </EmptyState>
      ) : null}
      {people.data && people.data.people.length > 0 ? (
        <PlanForm people={people.data.people} newest={people.data.period.to} />
      ) : null}
    </>
  );
}

interface PlanFormProps {
  people: readonly { authorId: string; name: string }[];
  /** The newest conversation. */
  newest: string | null;
}

function PlanForm({ people, newest }: PlanFormProps) {
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const [now] = useState(() => new Date());
  const [draft, setDraft] = useState<PlanDraft>(() =>
    startDraft(newest !== null && isLongAgo(newest, now) ? newest : now.toISOString(), search),
  );
  const read = planOf(draft);
  // Typing stays quick: what can be foreseen follows a moment later.
  const asked = useDeferredValue('plan' in read ? JSON.stringify(read.plan) : null);
  const outlook = useOutlook(asked === null ? null : (JSON.parse(asked) as CoachingPlanBody)); // made of such a body just above
  const begin = useBeginPlan();
  // Nobody begins a plan before it was said of this very plan what can be told of it.
  const isForeseen = outlook.data != null && !outlook.isPlaceholderData && !outlook.isError;
  const waits = 'trouble' in read ? read.trouble : isForeseen ? null : 'It is being worked out what can be told';
  const set = (changes: Partial<PlanDraft>) => setDraft({ ...draft, ...changes });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if ('plan' in read && waits === null)
      begin.mutate(read.plan, { onSuccess: ({ id }) => void navigate({ to: `/coaching/${id}` }) });
  };
  const turn = (id: string) =>
    set({ people: draft.people.includes(id) ? draft.people.filter((one) => one !== id) : [...draft.people, id] });
  return (
    <form onSubmit={submit} className="new-plan">
      <div className="new-plan-fields">
        <Field label="Quality">
          {(id) => (
            <select id={id} value={draft.quality} onChange={({ target }) => set({ quality: toQuality(target.value) })}>
              {qualityIds.map((quality) => (
                <option key={quality} value={quality}>
                  {qualityWords[quality].name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <fieldset className="new-plan-people">
          <legend>Who</legend>
          {people.map(({ authorId, name }) => (
            <label key={authorId}>
              <input type="checkbox" checked={draft.people.includes(authorId)} onChange={() => turn(authorId)} /> {name}
            </label>
          ))}
        </fieldset>
        <Field label="Why these people">
          {(id) => (
            <select id={id} value={draft.reason} onChange={({ target }) => set({ reason: toReason(target.value) })}>
              {coachingReasons.map((reason) => (
                <option key={reason} value={reason}>
                  {reasonWords[reason]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label="In your words"
          hint="Kept with the plan, so that later everybody knows what was bound to happen anyway."
        >
          {(id, hint) => (
            <textarea
              id={id}
              aria-describedby={hint}
              maxLength={1000}
              value={draft.reasonWords}
              onChange={({ target }) => set({ reasonWords: target.value })}
            />
          )}
        </Field>
        <div className="new-plan-two">
          <DayField
            label="Weeks you looked at, from"
            value={draft.selectedFrom}
            onDay={(selectedFrom) => set({ selectedFrom })}
          />
          <DayField label="until" value={draft.selectedTo} onDay={(selectedTo) => set({ selectedTo })} />
          <DayField label="Begins on" value={draft.startsAt} onDay={(startsAt) => set({ startsAt })} />
          <DayField label="Read on" value={draft.goalAt} onDay={(goalAt) => set({ goalAt })} />
        </div>
        <Field label="Goal: met how many times of 100">
          {(id) => (
            <input
              id={id}
              inputMode="numeric"
              value={draft.goal}
              onChange={({ target }) => set({ goal: target.value })}
            />
          )}
        </Field>
      </div>
      <aside className="new-plan-side" aria-label="What can be told">
        <OutlookPanel
          trouble={'trouble' in read ? read.trouble : null}
          outlook={outlook.data ?? null}
          isOld={outlook.isPlaceholderData}
          error={outlook.error}
        />
        {newest !== null && isOldData(newest, now) ? (
          <p className="note">
            The newest conversation is from {planWholeDay(newest)}. What comes after the start can be read once newer
            ones are brought in.
          </p>
        ) : null}
        {begin.error ? <ErrorState error={begin.error} /> : null}
        <Button type="submit" kind="primary" blocked={waits ?? (begin.isPending ? 'It is being saved' : undefined)}>
          Begin the plan
        </Button>
        <p className="caption">
          A plan for one person never says that coaching works: it shows their own trend. Two or more can be compared.
        </p>
      </aside>
    </form>
  );
}

function DayField({ label, value, onDay }: { label: string; value: string; onDay: (day: string) => void }) {
  return (
    <Field label={label}>
      {(id) => <input id={id} type="date" value={value} onChange={({ target }) => onDay(target.value)} />}
    </Field>
  );
}

const toQuality = (value: string): QualityId => qualityIds.find((id) => id === value) ?? 'empathy';
const toReason = (value: string): CoachingReason => coachingReasons.find((one) => one === value) ?? 'other';

/** In data that ended weeks ago a plan is tried out around its end. */
const isLongAgo = (newest: string, now: Date): boolean => now.getTime() - Date.parse(newest) > 28 * 86_400_000;

/** Two weeks looked at, from today on, read after eight weeks; quality and people may stand in the address. */
function startDraft(today: string, search: Record<string, string>): PlanDraft {
  return {
    quality: toQuality(String(search.quality ?? '')),
    people: String(search.people ?? '')
      .split(',')
      .filter((id) => id !== ''),
    ...{ reason: 'low-scores', reasonWords: '', goal: '60' },
    ...{ selectedFrom: dayAfter(today, -14), selectedTo: dayAfter(today, 0) },
    ...{ startsAt: dayAfter(today, 0), goalAt: dayAfter(today, 56) },
  };
}
