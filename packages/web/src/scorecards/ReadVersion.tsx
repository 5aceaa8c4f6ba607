/** A published or archived version as it was: to be read, and to begin a draft from. */
import { findDraft, type Scorecard, type ScorecardVersion, scoreReview } from '@rapport/contract';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { wholeDayWords } from '../design/dates.ts';
import { ErrorState } from '../design/ErrorState.tsx';
import { Section } from '../design/Section.tsx';
import { useKeys } from '../keys/KeyProvider.tsx';
import { CategoryPanel, openCategory } from './CategoryPanel.tsx';
import { CategoryTable, neighbourOf } from './CategoryTable.tsx';
import { MadeUpResult } from './MadeUpResult.tsx';
import { type Chosen, makeUpReview } from './made-up-review.ts';
import { useAgreement, useStartDraft } from './use-scorecards.ts';
import { VersionList } from './VersionList.tsx';

interface ReadVersionProps {
  card: Scorecard;
  version: ScorecardVersion;
  search: Record<string, string>;
  strip: ReactNode;
}

export function ReadVersion({ card, version, search, strip }: ReadVersionProps) {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Chosen>({});
  const start = useStartDraft(card.id);
  const agreement = useAgreement(card.id);
  const { content, number, state, publishedAt, note } = version;
  const category = openCategory(content, search.category);
  const scored = scoreReview(content, makeUpReview(content, chosen));
  const move = (step: 1 | -1) =>
    void navigate({
      to: '.',
      search: { ...search, category: neighbourOf(content, category?.id, step) },
      replace: true,
    });
  useKeys({ next: () => move(1), back: () => move(-1) });
  const hasDraft = findDraft(card) !== undefined;
  return (
    <>
      {strip}
      <div className="scorecard-head">
        <h1>What good service meant in version {number}</h1>
        <Button
          blocked={hasDraft ? 'There is a draft already; publish or give it up first' : undefined}
          onClick={() =>
            start.mutate(version.id, {
              onSuccess: () => void navigate({ to: '.', search: { ...search, version: '' } }),
            })
          }
        >
          Begin a draft from it
        </Button>
      </div>
      <p className="second">
        {state === 'published' ? 'New reviews use it' : 'Reviews made with it keep it'}
        {publishedAt === null ? '.' : `; published ${wholeDayWords(publishedAt)}.`} It can be read and never changed.{' '}
        {note}
      </p>
      {start.error ? <ErrorState error={start.error} /> : null}
      <div className="scorecard">
        <div className="scorecard-wide">
          <Section title={card.name}>
            <CategoryTable
              {...{ content, search, scored, chosen, at: category?.id, actions: undefined, agreements: agreement.data }}
              onChoose={(id, point) => setChosen({ ...chosen, [id]: point })}
            />
            <MadeUpResult content={content} scored={scored} />
          </Section>
          <VersionList card={card} at={version.id} search={search} />
        </div>
        <aside className="scorecard-side" aria-label="Category" id="category-panel">
          {category === undefined ? null : (
            <CategoryPanel
              key={category.id}
              scorecardId={card.id}
              {...{ content, category, change: undefined, onRemoved: () => undefined }}
            />
          )}
        </aside>
      </div>
    </>
  );
}
