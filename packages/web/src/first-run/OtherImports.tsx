/** The imports beside the one that is shown; those that wait for a person say for what. */
import type { ImportRun, ImportState } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { Section } from '../design/Section.tsx';
import { Tag } from '../design/Tag.tsx';
import { countOf } from './count-words.ts';
import { isOver } from './import-phase.ts';
import './OtherImports.css';

const stateWords: Record<ImportState, string> = {
  receiving: 'arriving',
  looking: 'being looked at',
  'needs-mapping': 'asks you something',
  reading: 'being read',
  'who-is-who': 'say who is who',
  scoring: 'being scored',
  finding: 'finding what matters',
  paused: 'paused',
  done: 'done',
  cancelled: 'cancelled',
  failed: 'not read',
};

const mostShown = 8;

export function OtherImports({ runs, shown }: { runs: readonly ImportRun[]; shown: string }) {
  const others = runs.filter((run) => run.id !== shown);
  // Those that wait come first; a waiting one is never cut off.
  const open = others.filter((run) => !isOver(run.state));
  const over = others.filter((run) => isOver(run.state)).slice(0, Math.max(0, mostShown - open.length));
  if (others.length === 0) return null;
  return (
    <Section title="Other imports" className="other-imports">
      <ul>
        {[...open, ...over].map((run) => (
          <li key={run.id}>
            <Link to="/first-run" search={{ import: run.id }}>
              {run.fileName}
            </Link>
            <span className="caption">
              {run.counts.conversations > 0 ? countOf(run.counts.conversations, 'conversation') : ''}
            </span>
            <Tag>{stateWords[run.state]}</Tag>
          </li>
        ))}
      </ul>
    </Section>
  );
}
