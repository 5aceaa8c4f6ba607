/** Which scorer reads here, what it means that another one read before, and each quality over time by both. */
import { everybody, type QualityId, qualityIds, qualityWords, type ScoringState } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { TrendChart } from './TrendChart.tsx';
import { changeWords } from './trend-words.ts';
import { useTrend } from './use-scoring.ts';
import './ScoringSection.css';

export function ScoringSection({ scoring }: { scoring: ScoringState | undefined }) {
  const [quality, setQuality] = useState<QualityId>('empathy');
  const query = useTrend(quality);
  const trend = query.data;
  return (
    <Section title="Scoring" anchor="scoring" className="scoring">
      <p>
        {scoring ? (
          <>
            Scored with <b>{scoring.scorerVersion}</b>
            {scoring.focusVersion === scoring.scorerVersion
              ? ''
              : `, the focus still read from ${scoring.focusVersion}`}
            .{' '}
          </>
        ) : null}
        A score keeps the version that made it. When the scorer changes, nothing is scored again unless you say so, and
        then both readings stay here.
      </p>
      <label className="scoring-quality">
        How often it was met when called for{' '}
        <select
          value={quality}
          onChange={(event) => setQuality(qualityIds.find((id) => id === event.target.value) ?? quality)}
        >
          {qualityIds.map((id) => (
            <option key={id} value={id}>
              {qualityWords[id].name}
            </option>
          ))}
        </select>
      </label>
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <LoadingState bars={4}>Counting.</LoadingState> : null}
      {trend?.whose.team ? (
        <p className="caption">
          Of {trend.whose.team.name}.{' '}
          <Link to="." search={{ team: everybody }} hash="scoring">
            Show everybody’s
          </Link>
        </p>
      ) : null}
      {trend && trend.whose.teams.length > 0 && trend.whose.team === null ? (
        <p className="caption">
          Of everybody. Of one team:{' '}
          {trend.whose.teams.map(({ id, name }, place) => (
            <Fragment key={id}>
              {place > 0 ? ', ' : ''}
              <Link to="." search={{ team: id }} hash="scoring">
                {name}
              </Link>
            </Fragment>
          ))}
        </p>
      ) : null}
      {trend && trend.whose.refused !== null ? <p className="second">{trend.whose.refused}</p> : null}
      {trend && trend.whose.refused === null && trend.lines.length === 0 ? (
        <p className="dim">Nothing with a date has called for it yet, so there is no course to draw.</p>
      ) : null}
      {trend && trend.lines.length > 0 ? (
        <>
          <TrendChart trend={trend} />
          {trend.changes.map((change) => (
            <p key={change.toVersion} className="note scoring-change">
              {changeWords(change)}
            </p>
          ))}
        </>
      ) : null}
    </Section>
  );
}
