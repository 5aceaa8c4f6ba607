/** How long conversations are kept, erasing a person, and handing out what is kept about one. */
import type { Retention } from '@rapport/contract';
import { SettingsFrame } from '../accounts/SettingsFrame.tsx';
import { wholeDayWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Section } from '../design/Section.tsx';
import { ErasureReceipts } from './ErasureReceipts.tsx';
import { PersonSection } from './PersonSection.tsx';
import { RetentionForm } from './RetentionForm.tsx';
import { RetentionRuns } from './RetentionRuns.tsx';
import { keptFor } from './retention-words.ts';
import { useRetention } from './use-privacy.ts';

export function DataPage() {
  const retention = useRetention();
  const { data } = retention;
  return (
    <SettingsFrame
      name="Data kept"
      title={data ? <Headline retention={data} /> : 'How long are conversations kept?'}
      lead={data ? leadOf(data) : undefined}
    >
      {retention.error ? <ErrorState error={retention.error} retry={() => void retention.refetch()} /> : null}
      {retention.isPending ? <LoadingState>Counting what is kept.</LoadingState> : null}
      {data ? (
        <Section title="How long conversations are kept">
          <RetentionForm key={data.changedAt} retention={data} />
          <RetentionRuns runs={data.runs} />
        </Section>
      ) : null}
      <PersonSection />
      <ErasureReceipts />
    </SettingsFrame>
  );
}

function Headline({ retention: { rule } }: { retention: Retention }) {
  if (rule === null) return 'Nothing is deleted by itself yet.';
  return (
    <>
      Conversations are kept <span className="marker">{keptFor(rule.defaultDays)}</span>.
    </>
  );
}

function leadOf({ rule, startsAt, changedBy, changedAt }: Retention): string {
  if (rule === null || startsAt === null || changedAt === null) {
    return 'Say how long conversations are kept. A conversation that goes takes its scores, reviews and quotes along.';
  }
  const said = `Said by ${changedBy} on ${wholeDayWords(changedAt)}.`;
  const begins = new Date(startsAt) > new Date() ? ` The first deletion is on ${wholeDayWords(startsAt)}.` : '';
  return `${said}${begins}`;
}
