/** Proposes the article that is missing, with the customer's question that shows it. */
import type { KnowledgeGap } from '@rapport/contract';
import { useState } from 'react';
import { Field } from '../design/Field.tsx';
import { ProposalDialog, type ProposalWords } from '../suggestions/ProposalDialog.tsx';
import { useProposeAndClose } from '../suggestions/use-suggestions.ts';

const longestTitle = 160;

export function SuggestArticleDialog({ gap, onClose }: { gap: KnowledgeGap; onClose: () => void }) {
  const [value, setValue] = useState<ProposalWords>({
    title: (gap.questions[0]?.quote ?? gap.name).slice(0, longestTitle),
    words: `Customers asked this in ${gap.conversations.toLocaleString()} conversations, the answers were unsure, and no article fits.`,
  });
  const [place, setPlace] = useState(0);
  const propose = useProposeAndClose(onClose);
  const send = (given: ProposalWords) => {
    const question = gap.questions[place];
    if (question === undefined) return;
    const { conversationId, ...said } = question;
    propose.send({ kind: 'article', ...given, conversationId, said });
  };
  return (
    <ProposalDialog
      title="Suggest an article"
      wordsLabel="What it should say, and why"
      value={value}
      onChange={setValue}
      isPending={propose.isPending}
      error={propose.error}
      onSend={send}
      onClose={onClose}
    >
      <Field label="The question that shows it">
        {(id) => (
          <select id={id} value={place} onChange={({ target }) => setPlace(Number(target.value))}>
            {gap.questions.map(({ conversationId, messageId, quote }, index) => (
              <option key={`${conversationId} ${messageId}`} value={index}>
                {quote.slice(0, 90)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </ProposalDialog>
  );
}
