/** What this person kept; nobody else sees it. */
import { qualityWords } from '@rapport/contract';
import { Button } from '../design/Button.tsx';
import { wholeDayWords } from '../design/dates.ts';
import { LevelTag } from '../design/LevelTag.tsx';
import { Section } from '../design/Section.tsx';
import { useToast } from '../design/Toast.tsx';
import { useForget, useKept } from './use-practice.ts';

export function KeptList() {
  const query = useKept();
  const forget = useForget();
  const toast = useToast();
  if (!query.data || query.data.length === 0) return null;
  return (
    <Section title="What you kept" beside="only you see it" className="practice-kept">
      <ul>
        {query.data.map((one) => (
          <li key={one.id}>
            <details>
              <summary>
                <LevelTag verdict={one.verdict} /> <b>{qualityWords[one.quality].name}</b>
                <span className="caption">{wholeDayWords(one.keptAt)}</span>
                <span className="say-small practice-first">“{one.reply}”</span>
              </summary>
              <blockquote className="say-small">“{one.turns.at(-1)?.text}”</blockquote>
              <p className="say-small">“{one.reply}”</p>
              <p className="caption">{one.why}</p>
              <Button
                size="small"
                onClick={() => forget.mutate(one.id, { onSuccess: () => toast({ text: 'Forgotten.' }) })}
              >
                Forget it
              </Button>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
