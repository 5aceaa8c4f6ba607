/** The reviews behind a number. */
import { drawnWays, qualityIds, qualityWords } from '@rapport/contract';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { LoadingState } from '../design/LoadingState.tsx';
import { Menu } from '../design/Menu.tsx';
import { TopStrip } from '../shell/TopStrip.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { ReviewRows } from './ReviewRows.tsx';
import { type ReviewFilter, useReviewList } from './use-reviews.ts';
import './ReviewsPage.css';

const drawnNames = { '': 'However chosen', random: 'Drawn at random', flagged: 'To learn from', chosen: 'By a person' };
const stateNames = { '': 'Finished or disputed', finished: 'Finished', disputed: 'Disputed', revised: 'Revised since' };
const raterNames = { '': 'One person or more', yes: 'Two people or more' };

export function ReviewListPage() {
  usePageTitle('Finished reviews');
  const search: Record<string, string> = useSearch({ strict: false });
  const navigate = useNavigate();
  const drawn = drawnWays.find((one) => one === search.drawn);
  const state = (['finished', 'disputed', 'revised'] as const).find((one) => one === search.state);
  const quality = qualityIds.find((one) => one === search.quality);
  const twice = search.twice === 'yes' ? ('yes' as const) : undefined;
  const filter: ReviewFilter = { drawn, state, quality, twice, ...(search.after ? { after: search.after } : {}) };
  const query = useReviewList(filter);
  const go = (change: Record<string, string | undefined>) =>
    void navigate({ to: '/reviews/list', search: { ...search, after: undefined, ...change } });
  const total = query.data?.total ?? 0;
  return (
    <>
      <TopStrip
        where={
          <>
            <Link to="/reviews">Reviews</Link> / <b>Finished</b>
          </>
        }
      />
      <h1>
        {query.data ? `${total.toLocaleString()} finished ${total === 1 ? 'review' : 'reviews'}` : 'Finished reviews'}
      </h1>
      <div className="reviews-filters">
        <Menu
          label="How chosen"
          value={drawn ?? ''}
          choices={entriesOf(drawnNames)}
          onChoose={(value) => go({ drawn: value === '' ? undefined : value })}
        />
        <Menu
          label="State"
          value={state ?? ''}
          choices={entriesOf(stateNames)}
          onChoose={(value) => go({ state: value === '' ? undefined : value })}
        />
        <Menu
          label="Quality"
          value={quality ?? ''}
          choices={[
            { value: '' as const, name: 'Any quality' },
            ...qualityIds.map((value) => ({ value, name: qualityWords[value].name })),
          ]}
          onChoose={(value) => go({ quality: value === '' ? undefined : value })}
        />
        <Menu
          label="Rated by"
          value={twice ?? ''}
          choices={entriesOf(raterNames)}
          onChoose={(value) => go({ twice: value === '' ? undefined : value })}
        />
      </div>
      {query.isPending ? <LoadingState bars={6}>Fetching the reviews.</LoadingState> : null}
      {query.error ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
      {query.data?.reviews.length === 0 ? (
        <EmptyState title="None of these.">What is finished under this choice will stand here.</EmptyState>
      ) : null}
      {query.data && query.data.reviews.length > 0 ? <ReviewRows reviews={query.data.reviews} about="team" /> : null}
      {query.data?.next ? (
        <p className="reviews-buttons">
          <Button onClick={() => go({ after: query.data?.next ?? undefined })}>Older ones</Button>
        </p>
      ) : null}
    </>
  );
}

const entriesOf = <Value extends string>(names: Record<Value, string>): { value: Value; name: string }[] =>
  // The keys are exactly those of the record; Object.keys forgets that.
  (Object.keys(names) as Value[]).map((value) => ({ value, name: names[value] }));
