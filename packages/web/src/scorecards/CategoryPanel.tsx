/** One category at the side: what reviewers read, what each point means, how much it counts, when it is asked. */
import { type Category, listCategories, type ScorecardContent } from '@rapport/contract';
import type { ReactNode } from 'react';
import { Button } from '../design/Button.tsx';
import { ConditionFields } from './ConditionFields.tsx';
import { percent, totalOf } from './describe-change.ts';
import { moveCategory, moveToGroup, removeCategory } from './edit-content.ts';
import { KindFields } from './KindFields.tsx';
import { PointRows } from './PointRows.tsx';
import { RatingFields } from './RatingFields.tsx';
import { RootCauseField } from './RootCauseField.tsx';
import { kindNames, nameOfCategory, scoredWhen } from './scorecard-words.ts';
import { TextField } from './TextField.tsx';
import './CategoryPanel.css';

interface CategoryPanelProps {
  scorecardId: string;
  content: ScorecardContent;
  category: Category;
  /** Absent: only for reading. */
  change: ((to: (content: ScorecardContent) => ScorecardContent) => void) | undefined;
  onRemoved: (name: string) => void;
}

export function CategoryPanel({ scorecardId, content, category, change, onRemoved }: CategoryPanelProps) {
  const { id, kind } = category;
  const isReadOnly = change === undefined;
  const set = (changes: Partial<Category>) =>
    change?.((now) => ({
      groups: now.groups.map((group) => ({
        ...group,
        categories: group.categories.map((one) => (one.id === id ? { ...one, ...changes } : one)),
      })),
    }));
  return (
    <div className="category-panel">
      <h2 className="category-title">
        <TextField
          label="Name of the category"
          id="category-name"
          value={category.name}
          most={80}
          placeholder="Name it"
          isReadOnly={isReadOnly}
          onChange={(name) => set({ name })}
        />
      </h2>
      <TextField
        label="What reviewers read"
        id="category-said"
        value={category.said}
        most={300}
        isLong
        placeholder="The question a reviewer answers"
        isReadOnly={isReadOnly}
        onChange={(said) => set({ said })}
      />
      <PointRows category={category} isReadOnly={isReadOnly} set={set} />
      <NotApplicable category={category} isReadOnly={isReadOnly} set={set} />
      <Part title="Scale and weight" said={ratingWords(category, content)}>
        <RatingFields category={category} isReadOnly={isReadOnly} set={set} />
      </Part>
      <Part title="Judged by" said={kindNames[kind.type]} open={kind.type !== 'quality' && kind.type !== 'own'}>
        <KindFields scorecardId={scorecardId} category={category} isReadOnly={isReadOnly} set={set} />
      </Part>
      <Part title="Asked when" said={scoredWhen(category)}>
        <ConditionFields
          condition={category.condition}
          isReadOnly={isReadOnly}
          onChange={(condition) => set({ condition })}
        />
      </Part>
      <Part title="Root causes" said={causeWords(category)}>
        <RootCauseField category={category} isReadOnly={isReadOnly} onChange={(rootCauses) => set({ rootCauses })} />
      </Part>
      {change === undefined ? null : (
        <Place content={content} category={category} change={change} onRemoved={onRemoved} />
      )}
    </div>
  );
}

/** A part that opens; closed, it says what stands in it. */
function Part({ title, said, open, children }: { title: string; said: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="category-part" open={open}>
      <summary>
        <b>{title}</b> <span className="caption">{said}</span>
      </summary>
      {children}
    </details>
  );
}

interface FieldsProps {
  category: Category;
  isReadOnly: boolean;
  set: (changes: Partial<Category>) => void;
}

function NotApplicable({ category, isReadOnly, set }: FieldsProps) {
  return (
    <div className="category-na">
      <label>
        <input
          type="checkbox"
          checked={category.allowNa}
          disabled={isReadOnly}
          onChange={(event) => set({ allowNa: event.target.checked })}
        />
        <b>Not applicable</b> is a choice
      </label>
      {category.allowNa ? (
        <TextField
          label="When it is not applicable"
          value={category.naWhen}
          most={300}
          isLong
          placeholder="when …"
          isReadOnly={isReadOnly}
          onChange={(naWhen) => set({ naWhen })}
        />
      ) : null}
    </div>
  );
}

interface PlaceProps {
  content: ScorecardContent;
  category: Category;
  change: (to: (content: ScorecardContent) => ScorecardContent) => void;
  onRemoved: (name: string) => void;
}

function Place({ content, category: { id, ...category }, change, onRemoved }: PlaceProps) {
  const groupId = content.groups.find(({ categories }) => categories.some((one) => one.id === id))?.id;
  return (
    <div className="category-place">
      {content.groups.length > 1 ? (
        <label className="caption">
          Group{' '}
          <select value={groupId} onChange={(event) => change((now) => moveToGroup(now, id, event.target.value))}>
            {content.groups.map((group) => (
              <option key={group.id} value={group.id}>
                {group.name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <Button size="small" kind="quiet" onClick={() => change((now) => moveCategory(now, id, -1))}>
        Move up
      </Button>
      <Button size="small" kind="quiet" onClick={() => change((now) => moveCategory(now, id, 1))}>
        Move down
      </Button>
      <Button
        size="small"
        kind="quiet"
        onClick={() => {
          change((now) => removeCategory(now, id));
          onRemoved(nameOfCategory(category));
        }}
      >
        {category.kind.type === 'quality' ? 'Leave it out' : 'Remove'}
      </Button>
    </div>
  );
}

const ratingWords = ({ scale, weight, critical }: Category, content: ScorecardContent): string =>
  [
    `${scale.points} points, weight ${weight}: ${percent(weight / totalOf(content))} of the whole`,
    ...(critical === null ? [] : [critical === 'review' ? 'critical for the review' : 'critical for its group']),
  ].join(', ');

const causeWords = ({ rootCauses }: Category): string =>
  rootCauses.length === 0 ? 'none asked for' : `${rootCauses.length} asked for below the highest point`;

/** The category an address names, or the first. */
export const openCategory = (content: ScorecardContent, id: string | undefined): Category | undefined => {
  const all = listCategories(content);
  return all.find((one) => one.id === id) ?? all[0];
};
