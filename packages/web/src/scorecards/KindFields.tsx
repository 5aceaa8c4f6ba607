/** Who judges a category beside people, and by what. */
import type { Category, CategoryKind, CategoryKindType } from '@rapport/contract';
import { ExampleFields } from './ExampleFields.tsx';
import { RuleFields } from './RuleFields.tsx';
import { kindNames } from './scorecard-words.ts';

interface KindFieldsProps {
  scorecardId: string;
  category: Category;
  isReadOnly: boolean;
  set: (changes: Partial<Category>) => void;
}

type OwnKind = Exclude<CategoryKindType, 'quality'>;

/** What each begins with. */
const beginnings: Partial<Record<OwnKind, CategoryKind>> = {
  own: { type: 'own' },
  rule: { type: 'rule', rule: { openedBy: 'complain', acts: ['apologise'], wanted: true, within: 'next-reply' } },
  examples: { type: 'examples' },
};

export function KindFields({ scorecardId, category: { id, kind }, isReadOnly, set }: KindFieldsProps) {
  if (kind.type === 'quality') {
    return <p className="second">Rapport scores this quality in every conversation; people rate what they review.</p>;
  }
  return (
    <>
      <fieldset className="choices kind-choices" disabled={isReadOnly}>
        <legend className="visually-hidden">Judged by</legend>
        {Object.values(beginnings).map((beginning) => (
          <label key={beginning.type}>
            <input
              type="radio"
              name={`kind of ${id}`}
              checked={kind.type === beginning.type}
              onChange={() => set({ kind: beginning })}
            />
            {kindNames[beginning.type]}
          </label>
        ))}
      </fieldset>
      {kind.type === 'rule' ? (
        <RuleFields
          rule={kind.rule}
          isReadOnly={isReadOnly}
          onChange={(rule) => set({ kind: { type: 'rule', rule } })}
        />
      ) : null}
      {kind.type === 'examples' ? (
        <ExampleFields scorecardId={scorecardId} categoryId={id} isReadOnly={isReadOnly} />
      ) : null}
    </>
  );
}
