import type { HelpCentre } from '@rapport/contract';
import { ConfirmByName } from '../design/ConfirmByName.tsx';
import { useToast } from '../design/Toast.tsx';
import { countWords } from './article-words.ts';
import { useRemoveHelpCentre } from './use-articles.ts';

/** Bringing it in again is easy, and what replies name is found again; the name is typed all the same, for it is a lot. */
export function RemoveHelpCentre({ helpCentre, onClose }: { helpCentre: HelpCentre; onClose: () => void }) {
  const remove = useRemoveHelpCentre();
  const toast = useToast();
  const { articles, name } = helpCentre;
  const count = articles.public + articles.internal + articles.draft + articles.gone;
  const confirm = () =>
    remove.mutate(name, {
      onSuccess: ({ removed }) => {
        toast({ text: `${countWords(removed, 'article')} removed. The file can be brought in again.` });
        onClose();
      },
    });
  return (
    <ConfirmByName title={`Remove ${name}?`} name={name} error={remove.error} onConfirm={confirm} onClose={onClose}>
      {countWords(count, 'article')} {count === 1 ? 'goes' : 'go'}, and which replies name {count === 1 ? 'it' : 'them'}
      . No conversation and no score is touched.
    </ConfirmByName>
  );
}
