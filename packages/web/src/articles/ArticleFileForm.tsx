import { useId, useState } from 'react';
import { buttonClass } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Field } from '../design/Field.tsx';
import { useBringArticles } from './use-articles.ts';

/** @param known names that are there already: whoever brings the same help centre again names it the same */
export function ArticleFileForm({ known }: { known: readonly string[] }) {
  const [helpCentre, setHelpCentre] = useState('');
  const [isPart, setIsPart] = useState(false);
  const bring = useBringArticles();
  const listId = useId();
  return (
    <div className="article-form">
      <p className="second">
        Answers of Zendesk Guide, Intercom or Help Scout Docs saved as JSON, or Markdown and HTML pages in a zip. What
        is the same stays as it is; what is missing in a newer file of the same name is marked as gone.
      </p>
      <Field label="Help centre" hint="Empty: named by where it comes from. Use the same name again for a newer file.">
        {(id, hint) => (
          <input
            id={id}
            aria-describedby={hint}
            list={listId}
            value={helpCentre}
            maxLength={80}
            onChange={({ target }) => setHelpCentre(target.value)}
          />
        )}
      </Field>
      <datalist id={listId}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <label className="article-part-choice">
        <input type="checkbox" checked={isPart} onChange={({ target }) => setIsPart(target.checked)} />
        <span>The file holds only some of its articles, so mark none as gone</span>
      </label>
      <p>
        <label className={buttonClass({ kind: 'primary', blocked: bring.isPending })}>
          {bring.isPending ? 'Sending it' : 'Choose a file'}
          <input
            className="visually-hidden"
            type="file"
            accept=".json,.jsonl,.ndjson,.gz,.zip,.md,.mdx,.markdown,.html,.htm"
            disabled={bring.isPending}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              if (file) bring.mutate({ file, helpCentre, isPart });
            }}
          />
        </label>
      </p>
      <div role="status">{bring.error ? <ErrorState error={bring.error} /> : null}</div>
    </div>
  );
}
