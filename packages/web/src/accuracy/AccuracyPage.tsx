/** How far to trust the scores: what was measured, on what, and what nobody has measured. */
import { type Accuracy, trustWords } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { AccuracyTable } from './AccuracyTable.tsx';
import { ActTable } from './ActTable.tsx';
import { SureTable } from './SureTable.tsx';
import { TrustGroups } from './TrustGroups.tsx';
import { agreementWords, signalWords } from './trust-words.ts';
import { useAccuracy } from './use-accuracy.ts';
import './AccuracyPage.css';

export function AccuracyPage() {
  usePageTitle('How far to trust the scores');
  const query = useAccuracy();
  return (
    <>
      <TopStrip where={<b>How far to trust the scores</b>} />
      {query.data ? <AccuracyFound accuracy={query.data} /> : <h1>How far to trust the scores.</h1>}
      {query.isPending ? <LoadingState bars={6}>Fetching what was measured.</LoadingState> : null}
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
    </>
  );
}

function AccuracyFound({ accuracy }: { accuracy: Accuracy }) {
  const { kappa, ceiling, conversations, assessments, sentences } = accuracy;
  const weak = accuracy.qualities.filter(({ trust }) => trust === 'weak' || trust === 'fair').length;
  return (
    <>
      <h1>
        <span className="marker">{signalWords(kappa)}</span> About one, read its moments.
      </h1>
      <p className="second accuracy-lead">
        Agreement with labels is {agreementWords(kappa)}, where 0 is luck and 1 the same every time. Two raters reach{' '}
        {ceiling.kappa.toFixed(2)}. {weak} of {accuracy.qualities.length} qualities are {trustWords.fair.name} or{' '}
        {trustWords.weak.name}.
      </p>
      <div className="accuracy">
        <Section title="Each quality" beside="Line: likely range. Bar: most likely. Dotted: two raters.">
          <AccuracyTable accuracy={accuracy} />
        </Section>
        <div>
          <Section title="What to do with it">
            <TrustGroups accuracy={accuracy} />
          </Section>
          <Section title="Measured on what">
            <p>
              {conversations} conversations kept aside from all the scorer learned from: {assessments} agents’ replies,{' '}
              {sentences.toLocaleString()} sentences. Language models wrote and labelled them, following written
              guidelines. <b>No human rated them</b>, and the two raters are language models too. So this is agreement
              with such labels, not with you: <Link to="/check">check ten moments yourself</Link>.
            </p>
            <p className="caption">
              Scorer {accuracy.scorerVersion}, measured {accuracy.measuredAt}. Acts, tone and other talk stand in
              docs/accuracy.md.
            </p>
          </Section>
          <Section title="When it says it is sure">
            <SureTable accuracy={accuracy} />
          </Section>
          <Section title="What each sentence does">
            <ActTable accuracy={accuracy} />
          </Section>
        </div>
      </div>
    </>
  );
}
