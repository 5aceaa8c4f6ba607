/** Who judges a category beside people, and by what. */
import type { Category, CategoryKind, CategoryKindType } from '@rapport/contract';
import { useJudge } from '../judge/use-judge.ts';
import { ExampleFields } from './ExampleFields.tsx';
import { PromptFields } from './PromptFields.tsx';
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
  prompt: { type: 'prompt', prompt: '' },
};

export function KindFields({ scorecardId, category, isReadOnly, set }: KindFieldsProps) {
  const { id, kind } = category;
  const { data: judge } = useJudge();
  if (kind.type === 'quality') {
    return <p className="second">Rapport scores this quality in every conversation; people rate what they review.</p>;
  }
  return (
    <>
      <fieldset className="choices kind-choices" disabled={isReadOnly}>
        <legend className="visually-hidden">Judged by</legend>
        {Object.values(beginnings)
          // Where no judge is set up, nothing speaks of one but a category that has its prompt already.
          .filter(({ type }) => type !== 'prompt' || judge?.on === true || kind.type === 'prompt')
          .map((beginning) => (
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
      {kind.type === 'prompt' ? (
        <PromptFields
          category={category}
          prompt={kind.prompt}
          judge={judge}
          isReadOnly={isReadOnly}
          onChange={(prompt) => set({ kind: { type: 'prompt', prompt } })}
        />
      ) : null}
      {kind.type === 'examples' ? (
        <ExampleFields scorecardId={scorecardId} categoryId={id} isReadOnly={isReadOnly} />
      ) : null}
    </>
  );
}
