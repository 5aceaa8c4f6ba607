/** What good service means here: the categories a review rates, as a draft that is changed and a version that is used. */
import type { Scorecard } from '@rapport/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Menu } from '../design/Menu.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { ReadVersion } from './ReadVersion.tsx';
import { ScorecardEditor } from './ScorecardEditor.tsx';
import { versionName } from './scorecard-words.ts';
import { useScorecards } from './use-scorecards.ts';
import './ScorecardPage.css';

export function ScorecardPage() {
  usePageTitle('Scorecard');
  const query = useScorecards();
  const search: Record<string, string> = useSearch({ strict: false });
  const cards = query.data ?? [];
  const card = cards.find(({ id }) => id === search.card) ?? cards.find(({ archived }) => !archived) ?? cards[0];
  if (card !== undefined) return <OneScorecard key={card.id} card={card} cards={cards} search={search} />;
  return (
    <>
      <TopStrip where={<Where />} />
      <h1>What good service means here.</h1>
      {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isPending ? <LoadingState bars={8}>Fetching the scorecard.</LoadingState> : null}
    </>
  );
}

interface OneScorecardProps {
  card: Scorecard;
  cards: readonly Scorecard[];
  search: Record<string, string>;
}

function OneScorecard({ card, cards, search }: OneScorecardProps) {
  const navigate = useNavigate();
  const version = card.versions.find(({ id }) => id === search.version);
  const strip = (
    <TopStrip where={<Where />}>
      {cards.length > 1 ? (
        <Menu
          label="Scorecard"
          value={card.id}
          choices={cards.map((one) => ({ value: one.id, name: one.archived ? `${one.name}, put away` : one.name }))}
          onChoose={(id) => void navigate({ to: '.', search: { card: id } })}
        />
      ) : null}
      <Menu
        label="Version"
        value={version?.id ?? ''}
        choices={[
          { value: '', name: draftName(card) },
          ...card.versions
            .filter(({ state }) => state !== 'draft')
            .map((one) => ({ value: one.id, name: versionName(one) })),
        ]}
        onChoose={(id) => void navigate({ to: '.', search: { ...search, version: id } })}
      />
    </TopStrip>
  );
  return version === undefined ? (
    <ScorecardEditor card={card} search={search} strip={strip} />
  ) : (
    <ReadVersion card={card} version={version} search={search} strip={strip} />
  );
}

/** The draft, or the one that the next change begins. */
function draftName({ versions }: Scorecard): string {
  const draft = versions.find(({ state }) => state === 'draft');
  return draft === undefined ? `Version ${nextNumber(versions)}, not begun` : versionName(draft);
}

export const nextNumber = (versions: Scorecard['versions']): number =>
  Math.max(0, ...versions.map(({ number }) => number)) + 1;

function Where() {
  return (
    <>
      <Link to="/settings">Settings</Link> / <b>Scorecard</b>
    </>
  );
}
