/** All readings side by side: one conversation at a time, agreement by category beside it, and what to do about it. */
import type { CalibrationCell, CalibrationDetail } from '@rapport/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Section } from '../design/Section.tsx';
import { type KeyHandlers, useKeys } from '../keys/KeyProvider.tsx';
import { keysOfScale } from '../reviews/BlindReading.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { AgreementList } from './AgreementList.tsx';
import { ConversationTable } from './ConversationTable.tsx';
import { countOf, partFacts } from './calibration-words.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { useCalibrationChanges } from './use-calibration.ts';
import { WordingDialog } from './WordingDialog.tsx';
import { WordingItem } from './WordingItem.tsx';

interface CompareProps {
  calibration: CalibrationDetail;
  comparison: NonNullable<CalibrationDetail['comparison']>;
}

export function CompareCalibration({ calibration, comparison }: CompareProps) {
  const { id, name, parts, raters, categories, leads, state, wordings, retest } = calibration;
  const { cells, headline, few, agreement } = comparison;
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const { agree, close } = useCalibrationChanges(id);
  const [proposing, setProposing] = useState<string | null>(null);
  const furthest = [...cells].sort((one, other) => other.apart - one.apart)[0];
  const part = parts.find((one) => one.id === String(search.at ?? furthest?.partId)) ?? parts[0];
  const here = cells.filter(({ partId }) => partId === part?.id);
  const cell =
    here.find(({ categoryId }) => categoryId === search.on) ?? here.find(({ apart }) => apart > 0) ?? here[0];
  const category = categories.find((one) => one.id === cell?.categoryId);
  const open = (next: Pick<CalibrationCell, 'partId' | 'categoryId'>) =>
    void navigate({
      ...{ to: '/calibration/$calibrationId', params: { calibrationId: id }, replace: true },
      search: { at: next.partId, on: next.categoryId },
    });
  const differing = cells.filter(({ apart }) => apart > 0);
  const move = (step: number) => {
    const order = differing.length > 0 ? differing : cells;
    const placeOf = (one: CalibrationCell | undefined): number => (one === undefined ? -1 : cells.indexOf(one));
    const now = placeOf(cell);
    const next = step > 0 ? order.find((one) => placeOf(one) > now) : order.findLast((one) => placeOf(one) < now);
    if (next) open(next);
  };
  const mayAgree = leads && state === 'comparing' && cell !== undefined && category !== undefined;
  const record = (chosen: number | null, ruleUnclear: boolean, words: string) => {
    if (!mayAgree) return;
    agree.mutate({ partId: cell.partId, categoryId: cell.categoryId, chosen, ruleUnclear, words });
  };
  const keys: KeyHandlers = { next: () => move(1), back: () => move(-1) };
  if (mayAgree) {
    const words = cell.consensus?.words ?? '';
    const ofScale = keysOfScale(category.scale.points);
    for (let point = 1; point <= category.scale.points; point += 1) {
      const key = ofScale[point];
      if (key) keys[key] = () => record(point, false, words);
    }
    if (category.allowNa) keys['not-called-for'] = () => record(null, false, words);
    keys['rule-unclear'] = () => record(null, true, words);
  }
  if (leads && category !== undefined) keys['propose-wording'] = () => setProposing(category.id);
  useKeys(keys);

  return (
    <>
      <TopStrip
        where={
          <>
            <Link to="/calibration">Calibration</Link> / <b>{name}</b>
          </>
        }
      >
        <label className="calibration-picker">
          <span className="visually-hidden">Conversation</span>
          <select
            value={part?.id ?? ''}
            onChange={(event) => {
              const first = cells.find(({ partId }) => partId === event.target.value);
              open(first ?? { partId: event.target.value, categoryId: '' });
            }}
          >
            {parts.map((one) => (
              <option key={one.id} value={one.id}>
                Conversation {one.number} of {parts.length}
              </option>
            ))}
          </select>
        </label>
      </TopStrip>
      <h1>
        {headline.before}
        <span className="marker">{headline.marked}</span>
        {headline.after}
      </h1>
      <p className="second calibrations-lead">
        Everyone rated alone first. Colours show the step, not who is right.{' '}
        {state === 'closed' ? 'It is closed: what was agreed stays.' : ''} {few}
      </p>
      {agree.error ? <ErrorState error={agree.error} /> : null}
      <div className="calibration-compare">
        <div className="calibration-main">
          {part === undefined ? null : (
            <Section
              title={part.customer}
              beside={partFacts(part)}
              link={
                <Link to="/calibration/$calibrationId" params={{ calibrationId: id }} search={{ read: part.id }}>
                  Read it
                </Link>
              }
            >
              {part.dispute === null ? null : (
                <p className="calibration-dispute">
                  <b>Decided in a dispute.</b> {part.dispute.category}: {part.dispute.stood} stood,{' '}
                  {part.dispute.decided} holds. {part.dispute.words}
                </p>
              )}
              <ConversationTable
                {...{
                  raters,
                  categories,
                  cells: here,
                  mayAgree: leads && state === 'comparing',
                  isSaving: agree.isPending,
                }}
                current={cell?.categoryId ?? null}
                onOpen={(categoryId) => open({ partId: part.id, categoryId })}
                onAgree={record}
              />
            </Section>
          )}
          <DifferenceList {...{ parts, raters, categories, cells: differing }} onOpen={open} />
        </div>
        <aside aria-label="Agreement">
          <AgreementList
            {...{ agreement, categories }}
            beside={`${countOf(parts.length, 'conversation')}, ${countOf(raters.length, 'rater')}`}
          />
          <Section title="The wording you would change">
            {wordings.map((one) => (
              <WordingItem
                key={one.id}
                wording={one}
                {...(leads && one.id !== retest?.wordingId
                  ? { onTry: () => void navigate({ to: '/calibration', search: { plan: one.id } }) }
                  : {})}
              />
            ))}
            {wordings.length === 0 ? (
              <p className="second">
                Where the rubric can be read in two ways, other words help more than a talk. They go into the draft of
                the scorecard and can be tried on other conversations.
              </p>
            ) : null}
            {leads && category !== undefined ? (
              <p className="calibration-buttons">
                <Button size="small" shortcut="W" onClick={() => setProposing(category.id)}>
                  Propose words for {category.name.toLowerCase()}
                </Button>
              </p>
            ) : null}
          </Section>
          {leads && state === 'comparing' ? (
            <Section title="When you are done">
              <p className="second">Closing it keeps what was agreed as it is. Readings never change.</p>
              <p className="calibration-buttons">
                <Button size="small" onClick={() => close.mutate(undefined)}>
                  Close it
                </Button>
              </p>
              {close.error ? <ErrorState error={close.error} /> : null}
            </Section>
          ) : null}
        </aside>
      </div>
      {proposing === null ? null : (
        <WordingDialog
          calibrationId={id}
          category={categories.find((one) => one.id === proposing)}
          partId={part?.id}
          onClose={() => setProposing(null)}
        />
      )}
    </>
  );
}
