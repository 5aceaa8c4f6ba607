/** Who judges a category beside people, and by what. */
import { type Category, type CategoryKind, type CategoryKindType, emptyCategory } from '@rapport/contract';
import { kindNames } from './scorecard-words.ts';

interface KindFieldsProps {
  scorecardId: string;
  category: Category;
  isReadOnly: boolean;
  set: (changes: Partial<Category>) => void;
}

const offered: readonly CategoryKindType[] = ['own'];

export function KindFields({ category: { id, kind }, isReadOnly, set }: KindFieldsProps) {
  if (kind.type === 'quality') {
    return <p className="second">Rapport scores this quality in every conversation; people rate what they review.</p>;
  }
  return (
    <fieldset className="choices" disabled={isReadOnly}>
      <legend className="visually-hidden">Judged by</legend>
      {offered.map((type) => (
        <label key={type}>
          <input
            type="radio"
            name={`kind of ${id}`}
            checked={kind.type === type}
            onChange={() => set({ kind: startKind(type) })}
          />
          {kindNames[type]}
        </label>
      ))}
    </fieldset>
  );
}

const startKind = (_type: CategoryKindType): CategoryKind => emptyCategory('any').kind;
