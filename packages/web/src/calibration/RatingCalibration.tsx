/** While people rate: what is left for me, how far the others are, and nothing of what anybody said. */
import type { CalibrationDetail } from '@rapport/contract';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '../design/Button.tsx';
import { wholeDayWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { Section } from '../design/Section.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { countOf, nameOfRater } from './calibration-words.ts';
import { PartList } from './PartList.tsx';
import { useCalibrationChanges } from './use-calibration.ts';

export function RatingCalibration({ calibration }: { calibration: CalibrationDetail }) {
  const { id, parts, raters, leads, rates, opens, dueAt } = calibration;
  const { compare } = useCalibrationChanges(id);
  const navigate = useNavigate();
  const left = parts.filter(({ mine }) => mine !== null && mine !== 'handed-in');
  const [next] = left;
  const goOn = () => {
    if (next === undefined) return;
    void navigate({ to: '/calibration/$calibrationId', params: { calibrationId: id }, search: { read: next.id } });
  };
  useKeys(next === undefined ? {} : { open: goOn });
  const all = parts.length * raters.length;
  const done = raters.reduce((sum, { handedIn }) => sum + handedIn, 0);
  return (
    <>
      <h1>
        {next === undefined ? (
          <>
            <span className="marker">
              {done} of {all}
            </span>{' '}
            readings are in.
          </>
        ) : (
          <>
            <span className="marker">{countOf(left.length, 'conversation')}</span> to read, alone.
          </>
        )}
      </h1>
      <p className="second calibrations-lead">
        Nobody sees what anybody rated, nor what the machine says, until{' '}
        {opens === 'all-in' ? 'all are in' : 'a lead opens the comparison'}.
        {dueAt === null ? '' : ` Due ${wholeDayWords(dueAt)}.`}
        {rates && next === undefined ? ' You have handed in everything.' : ''}
      </p>
      <p className="calibration-buttons">
        {next ? (
          <Button kind="primary" shortcut="Enter" onClick={goOn}>
            {next.mine === 'begun' || left.length < parts.length ? 'Go on rating' : 'Begin rating'}
          </Button>
        ) : null}
        {leads ? (
          <Button
            blocked={done === 0 ? 'Nobody has handed in anything yet' : undefined}
            onClick={() => compare.mutate(undefined)}
          >
            Open the comparison now
          </Button>
        ) : null}
      </p>
      {leads && done < all ? (
        <p className="caption">Whoever has not handed in by then rates no more in this calibration.</p>
      ) : null}
      {compare.error ? <ErrorState error={compare.error} /> : null}
      <div className="calibration-plan">
        <Section title="Conversations" beside={`${parts.length}`}>
          <PartList calibration={calibration} />
        </Section>
        <aside aria-label="How far everybody is">
          <Section title="Who rates" beside={`${raters.length}`}>
            <ul className="calibration-rows">
              {raters.map(({ number, name, me, handedIn }) => (
                <li key={number} className="calibration-part">
                  <span>{nameOfRater({ name, me })}</span>
                  <span className="caption">
                    {handedIn} of {parts.length} in
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        </aside>
      </div>
    </>
  );
}
