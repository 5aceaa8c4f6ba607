/** All categories by group: what counts how much, when it is asked, and a made-up review to try the arithmetic on. */
import {
  type Category,
  type CategoryAgreement,
  type CategoryGroup,
  listCategories,
  type QualityId,
  qualityWords,
  type ReviewScore,
  type ScorecardContent,
} from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { AgreementMark } from '../design/AgreementMark.tsx';
import { listLeftOut } from './edit-content.ts';
import type { Chosen } from './made-up-review.ts';
import { nameOfCategory, scoredWhen } from './scorecard-words.ts';
import { WeightChoice } from './WeightChoice.tsx';

export interface TableActions {
  weigh: (id: string, weight: number) => void;
  leaveOut: (id: string) => void;
  takeIn: (quality: QualityId) => void;
  renameGroup: (id: string, name: string) => void;
  removeGroup: (id: string) => void;
}

interface CategoryTableProps {
  content: ScorecardContent;
  /** Id of the category that is open at the side. */
  at: string | undefined;
  search: Record<string, string>;
  scored: ReviewScore;
  chosen: Chosen;
  onChoose: (id: string, point: number | null) => void;
  /** How far people agree, by category; absent while it is fetched. */
  agreements: readonly CategoryAgreement[] | undefined;
  /** Absent: only for reading. */
  actions: TableActions | undefined;
}

export function CategoryTable(props: CategoryTableProps) {
  const { content, actions, agreements } = props;
  const leftOut = listLeftOut(content);
  return (
    <div className="category-table">
      <table>
        <thead>
          <tr>
            <th scope="col">Category</th>
            <th scope="col">Weight</th>
            <th scope="col">Scored when</th>
            <th scope="col">People agree</th>
            <th scope="col">Made-up review</th>
          </tr>
        </thead>
        {content.groups.map((group) => (
          <GroupBody key={group.id} {...props} group={group} />
        ))}
        {leftOut.length > 0 ? (
          <tbody>
            <tr className="category-group">
              <th scope="rowgroup" colSpan={5}>
                Qualities left out
              </th>
            </tr>
            {leftOut.map((quality) => (
              <LeftOutRow key={quality} quality={quality} actions={actions} />
            ))}
          </tbody>
        ) : null}
      </table>
      <AgreementGround agreements={agreements} />
    </div>
  );
}

/** What the agreement rests on, with the way to it. */
function AgreementGround({ agreements }: Pick<CategoryTableProps, 'agreements'>) {
  if (agreements === undefined) return null;
  const twice = Math.max(0, ...agreements.map(({ agreement }) => agreement.n));
  return (
    <p className="caption category-ground">
      {twice === 0
        ? 'How far people agree stands here once two of them have rated the same service: send one conversation to two reviewers.'
        : `People agree: 0 is luck, 1 the same every time, the dotted line is 0.67. From service that two people rated in reviews or calibrations, at most ${twice.toLocaleString()} for a category: `}
      {twice === 0 ? null : (
        <>
          <Link to="/reviews/list" search={{ twice: 'yes' }}>
            these reviews
          </Link>{' '}
          and <Link to="/scorecard/past-reviews">past reviews</Link>.
        </>
      )}
    </p>
  );
}

function GroupBody({ group, ...props }: CategoryTableProps & { group: CategoryGroup }) {
  const { content, actions } = props;
  const isNamed = content.groups.length > 1;
  return (
    <tbody>
      {isNamed ? (
        <tr className="category-group">
          <th scope="rowgroup" colSpan={5}>
            {actions === undefined ? (
              group.name
            ) : (
              <input
                aria-label="Name of the group"
                value={group.name}
                maxLength={80}
                onChange={(event) => actions.renameGroup(group.id, event.target.value)}
              />
            )}
            {actions !== undefined && group.categories.length === 0 ? (
              <button type="button" className="link-button caption" onClick={() => actions.removeGroup(group.id)}>
                Remove this empty group
              </button>
            ) : null}
          </th>
        </tr>
      ) : null}
      {group.categories.map((category) => (
        <CategoryRow key={category.id} {...props} category={category} />
      ))}
    </tbody>
  );
}

function CategoryRow({
  category,
  at,
  search,
  scored,
  chosen,
  onChoose,
  agreements,
  actions,
}: CategoryTableProps & { category: Category }) {
  const { id, weight, critical, scale, allowNa } = category;
  const name = nameOfCategory(category);
  const found = scored.categories.find((one) => one.id === id);
  const point = chosen[id] === null && allowNa ? 'na' : String(pointOf(found?.score ?? null, scale.points));
  const isHere = at === id;
  return (
    <tr className={isHere ? 'here' : undefined} id={`category-${id}`}>
      <th scope="row">
        {category.kind.type === 'quality' ? (
          <input
            className="category-check"
            type="checkbox"
            checked
            aria-label={`Rate ${name}`}
            disabled={actions === undefined}
            onChange={() => actions?.leaveOut(id)}
          />
        ) : (
          <span className="category-own" title="Your own" aria-hidden="true" />
        )}
        <Link
          onClick={toPanelOnNarrow}
          className="category-link"
          to="."
          search={{ ...search, category: id }}
          replace
          aria-current={isHere ? 'true' : undefined}
        >
          {name}
        </Link>
        {critical === null ? null : <span className="category-critical">critical</span>}
      </th>
      <td>
        <WeightChoice
          name={name}
          weight={weight}
          onChoose={actions === undefined ? undefined : (to) => actions.weigh(id, to)}
        />
      </td>
      <td className="second category-when">{scoredWhen(category)}</td>
      <td className="category-agreement">
        <PeopleAgree name={name} found={agreements?.find(({ categoryId }) => categoryId === id)} />
      </td>
      <td>
        <select
          aria-label={`Made-up rating of ${name}`}
          value={point}
          onChange={(event) => onChoose(id, event.target.value === 'na' ? null : Number(event.target.value))}
        >
          {scale.labels.map((label, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two points may have the same label while it is typed
            <option key={index} value={index + 1}>
              {label}
            </option>
          ))}
          {allowNa ? <option value="na">N/A</option> : null}
        </select>
      </td>
    </tr>
  );
}

function PeopleAgree({ name, found }: { name: string; found: CategoryAgreement | undefined }) {
  if (found === undefined) return null;
  return <AgreementMark estimate={found.agreement} label={`People about ${name}`} none="not yet" width={64} />;
}

/** Where the panel stands below the table, it comes into view. */
function toPanelOnNarrow(): void {
  if (!window.matchMedia('(max-width: 1099px)').matches) return;
  setTimeout(() => document.getElementById('category-panel')?.scrollIntoView(), 0);
}

const pointOf = (score: number | null, points: number): number =>
  score === null ? 1 : 1 + Math.round((score / 100) * (points - 1));

function LeftOutRow({ quality, actions }: { quality: QualityId; actions: TableActions | undefined }) {
  const { name, openedBy, alwaysCalledFor } = qualityWords[quality];
  return (
    <tr className="left-out">
      <th scope="row">
        <input
          className="category-check"
          type="checkbox"
          checked={false}
          aria-label={`Rate ${name}`}
          disabled={actions === undefined}
          onChange={() => actions?.takeIn(quality)}
        />
        {name}
      </th>
      <td>not rated</td>
      <td className="category-when">{alwaysCalledFor ? 'always' : openedBy}</td>
      <td />
      <td />
    </tr>
  );
}

/** The category before or after one, in the order of the table. */
export function neighbourOf(content: ScorecardContent, id: string | undefined, step: 1 | -1): string | undefined {
  const ids = listCategories(content).map((one) => one.id);
  const from = id === undefined ? -1 : ids.indexOf(id);
  if (from < 0) return step > 0 ? ids[0] : ids.at(-1);
  return ids[Math.min(ids.length - 1, Math.max(0, from + step))];
}
