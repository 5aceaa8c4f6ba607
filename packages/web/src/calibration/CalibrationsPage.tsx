/** Calibrations: what waits for me, what is under way, how strict raters are, and what is worth calibrating on. */
import type { CalibrationRow } from '@rapport/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from '../design/Button.tsx';
import { wholeDayWords } from '../design/dates.ts';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { Tag } from '../design/Tag.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { progressOf, stateNames } from './calibration-words.ts';
import { DisputesWorth } from './DisputesWorth.tsx';
import { PlanDialog } from './PlanDialog.tsx';
import { SeverityList } from './SeverityList.tsx';
import { useCalibrations } from './use-calibration.ts';
import { WordingItem } from './WordingItem.tsx';
import './CalibrationsPage.css';

export function CalibrationsPage() {
  usePageTitle('Calibration');
  const query = useCalibrations();
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const rows = query.data?.calibrations ?? [];
  const isLead = query.data?.leads === true;
  const waiting = rows.filter(({ state, mine }) => state === 'rating' && mine !== null && mine.handedIn < mine.of);
  const [first] = waiting;
  const planning = search.plan;
  const plan = (what: string | undefined) =>
    void navigate({ to: '/calibration', search: what === undefined ? {} : { plan: what } });
  useKeys(
    first === undefined
      ? {}
      : { open: () => void navigate({ to: '/calibration/$calibrationId', params: { calibrationId: first.id } }) },
  );
  return (
    <>
      <TopStrip where={<b>Calibration</b>} />
      <div className="calibrations-head">
        <div>
          <h1>
            <Headline rows={rows} waiting={waiting.length} />
          </h1>
          <p className="second calibrations-lead">
            Several people rate the same conversations, each alone. Then all readings stand side by side: where they
            differ, the rubric can be read in two ways. What is rated here is about the rubric and enters no number of
            an agent.
          </p>
        </div>
        {isLead ? (
          <Button kind={first === undefined ? 'primary' : 'secondary'} onClick={() => plan('new')}>
            Plan a calibration
          </Button>
        ) : null}
      </div>
      {query.isPending ? <LoadingState>Fetching the calibrations.</LoadingState> : null}
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.data && rows.length === 0 ? (
        <EmptyState title="Nothing is calibrated yet.">
          {isLead
            ? 'Invite two people or more, draw some conversations, and see where they read them differently.'
            : 'When you are invited to one it stands here.'}
        </EmptyState>
      ) : null}
      <div className="calibrations">
        {rows.length > 0 ? (
          <Section title="Calibrations" beside={`${rows.length}`}>
            <ul className="calibration-rows">
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </ul>
          </Section>
        ) : null}
        {isLead ? <DisputesWorth /> : null}
        {query.data && query.data.wordings.length > 0 ? (
          <Section title="Words that were proposed" beside={`${query.data.wordings.length}`}>
            {query.data.wordings.map((one) => (
              <WordingItem key={one.id} wording={one} onTry={() => plan(one.id)} />
            ))}
          </Section>
        ) : null}
        <SeverityList isLead={isLead} />
      </div>
      {planning !== undefined && isLead ? (
        <PlanDialog
          key={String(planning)}
          wording={query.data?.wordings.find(({ id }) => id === String(planning)) ?? null}
          onClose={() => plan(undefined)}
        />
      ) : null}
    </>
  );
}

function Headline({ rows, waiting }: { rows: readonly CalibrationRow[]; waiting: number }) {
  if (waiting > 0) {
    return (
      <>
        <span className="marker">{waiting === 1 ? 'One calibration' : `${waiting} calibrations`}</span>{' '}
        {waiting === 1 ? 'waits' : 'wait'} for your reading.
      </>
    );
  }
  const open = rows.filter(({ state }) => state === 'comparing').length;
  if (open > 0) {
    return (
      <>
        <span className="marker">{open === 1 ? 'One calibration' : `${open} calibrations`}</span> can be compared.
      </>
    );
  }
  return rows.some(({ state }) => state === 'rating') ? 'Readings are coming in.' : 'Do you read it alike?';
}

function Row({ row }: { row: CalibrationRow }) {
  const { id, name, state, categories, retestOf, at, dueAt } = row;
  const what = categories.length > 3 ? `${categories.length} categories` : categories.join(', ');
  return (
    <li>
      <div className="calibration-row-head">
        <Link to="/calibration/$calibrationId" params={{ calibrationId: id }}>
          <b>{name}</b>
        </Link>
        <Tag tone={state === 'rating' || state === 'comparing' ? 'outline' : 'unsure'}>{stateNames[state]}</Tag>
        {retestOf === null ? null : <Tag tone="unsure">Tries new words</Tag>}
      </div>
      <p className="caption">
        {what} · {progressOf(row)} · {wholeDayWords(at)}
        {dueAt === null || state !== 'rating' ? '' : ` · due ${wholeDayWords(dueAt)}`}
      </p>
    </li>
  );
}
