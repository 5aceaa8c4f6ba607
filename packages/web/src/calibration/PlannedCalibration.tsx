/** Before it begins: who rates, which conversations, and what else is to be read. */
import { type CalibrationDetail, passLine } from '@rapport/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ChooseConversation } from '../conversations/ChooseConversation.tsx';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { PickList } from '../design/PickList.tsx';
import { Section } from '../design/Section.tsx';
import { TypedField } from '../design/TypedField.tsx';
import { useReviewers } from '../reviews/use-reviews.ts';
import { countOf, nameOfRater } from './calibration-words.ts';
import { PartList } from './PartList.tsx';
import { useCalibrationChanges } from './use-calibration.ts';

export function PlannedCalibration({ calibration }: { calibration: CalibrationDetail }) {
  const { id, name, parts, raters, categories, opens, retest } = calibration;
  const { begin, takeOut, remove } = useCalibrationChanges(id);
  const navigate = useNavigate();
  const blocked =
    raters.length < 2 ? 'It takes two raters' : parts.length === 0 ? 'It takes a conversation' : undefined;
  return (
    <>
      <h1>
        {name}: <span className="marker">{countOf(parts.length, 'conversation')}</span>{' '}
        {raters.length === 0 ? 'and nobody to rate them yet' : `for ${countOf(raters.length, 'rater')}`}.
      </h1>
      <p className="second calibrations-lead">
        {categories.length > 3 ? `${categories.length} categories` : listOf(categories)}{' '}
        {categories.length === 1 ? 'is' : 'are'} rated
        {retest === null ? '' : `, by the new words from ${retest.fromName}`}. The comparison opens{' '}
        {opens === 'all-in' ? 'when all are in' : 'when a lead opens it'}.
      </p>
      <p className="calibration-buttons">
        <Button kind="primary" blocked={blocked} onClick={() => begin.mutate(undefined)}>
          Begin
        </Button>
        <Button
          kind="quiet"
          onClick={() => remove.mutate(undefined, { onSuccess: () => void navigate({ to: '/calibration' }) })}
        >
          Give it up
        </Button>
        {blocked === undefined ? null : <span className="caption">{blocked} before it can begin.</span>}
      </p>
      {begin.error ? <ErrorState error={begin.error} /> : null}
      {takeOut.error ? <ErrorState error={takeOut.error} /> : null}
      <div className="calibration-plan">
        <Section title="Conversations" beside={`${parts.length}`}>
          {parts.length === 0 ? (
            <EmptyState title="Nothing to rate yet.">
              Draw some by chance, so that what you find holds for others too, or choose single ones.
            </EmptyState>
          ) : (
            <PartList calibration={calibration} onTakeOut={(partId) => takeOut.mutate(partId)} />
          )}
        </Section>
        <aside aria-label="What goes in">
          <Raters calibration={calibration} />
          <AddByChance calibrationId={id} />
          <AddChosen calibrationId={id} />
        </aside>
      </div>
    </>
  );
}

const listOf = (categories: CalibrationDetail['categories']): string =>
  categories.map(({ name }) => name).join(categories.length === 2 ? ' and ' : ', ');

function Raters({ calibration: { id, raters } }: { calibration: CalibrationDetail }) {
  const people = useReviewers().data?.people ?? [];
  const { change } = useCalibrationChanges(id);
  return (
    <Section title="Who rates">
      <PickList
        legend="Each alone, blind to the others and to the machine"
        choices={people.map(({ id: personId, ...one }) => ({ id: personId, name: nameOfRater(one) }))}
        chosen={raters.flatMap(({ personId }) => personId ?? [])}
        onChange={(raterIds) => change.mutate({ raterIds })}
        none="Nobody is here yet; invite somebody under Settings, People."
      />
      {change.error ? <ErrorState error={change.error} /> : null}
    </Section>
  );
}

function AddByChance({ calibrationId }: { calibrationId: string }) {
  const [wanted, setWanted] = useState('5');
  const [way, setWay] = useState<'random' | 'near-line'>('random');
  const { add } = useCalibrationChanges(calibrationId);
  const number = Number(wanted);
  const isNumber = Number.isInteger(number) && number >= 1 && number <= 200;
  return (
    <Section title="Draw by chance">
      <form
        className="calibration-add"
        onSubmit={(event) => {
          event.preventDefault();
          if (isNumber && !add.isPending) add.mutate({ way, wanted: number });
        }}
      >
        <TypedField label="How many" inputMode="numeric" value={wanted} onChange={setWanted} />
        <label className="calibration-from">
          From{' '}
          <select
            className="review-field"
            value={way}
            onChange={(event) => setWay(event.target.value === 'near-line' ? 'near-line' : 'random')}
          >
            <option value="random">everything scored</option>
            <option value="near-line">what lies around the pass line</option>
          </select>
        </label>
        <Button type="submit" blocked={isNumber ? undefined : 'A whole number from 1 to 200'}>
          Draw
        </Button>
      </form>
      <p className="caption">
        {way === 'random'
          ? 'Each scored conversation has the same chance; it is stored with each. No rater’s own.'
          : `What the machine read between ${passLine.above} and ${passLine.below} of 100 in something that is rated: there people part first. Each has the same chance, which is stored; agreement at random is shown without them.`}
      </p>
      {add.error ? <ErrorState error={add.error} /> : null}
    </Section>
  );
}

function AddChosen({ calibrationId }: { calibrationId: string }) {
  const { add } = useCalibrationChanges(calibrationId);
  return (
    <Section title="Choose one">
      <ChooseConversation
        label="Words in it"
        verb="Add"
        verbFor={(customer) => `Add the conversation with ${customer}`}
        onChoose={({ id }) => add.mutate({ way: 'chosen', conversationId: id })}
      />
      {add.error ? <ErrorState error={add.error} /> : null}
    </Section>
  );
}
