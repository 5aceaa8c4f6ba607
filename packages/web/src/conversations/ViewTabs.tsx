/** Built-in and saved views with their counts; the one whose filter stands in the address is marked. */
import type { SavedView } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { Icon } from '../design/Icon.tsx';
import { exactly } from '../shell/exactly.ts';
import './ViewTabs.css';

interface ViewTabsProps {
  views: readonly SavedView[];
  current: SavedView | undefined;
  /** How many the filter in the address finds, where no view has it; null while that is asked. */
  found: string | null;
  searchOf: (view: SavedView) => Record<string, string>;
  /** Absent where there is nothing to save. */
  onSave: (() => void) | undefined;
  onForget: (view: SavedView) => void;
}

export function ViewTabs({ views, current, found, searchOf, onSave, onForget }: ViewTabsProps) {
  return (
    <nav className="views" aria-label="Views">
      {views.map((view) => (
        <Link
          key={view.id}
          to="/conversations"
          search={searchOf(view)}
          activeOptions={exactly}
          aria-current={view.id === current?.id ? 'page' : undefined}
        >
          {view.name}
          {view.count === null ? null : <span className="view-count">{view.count.toLocaleString()}</span>}
        </Link>
      ))}
      {current === undefined && found !== null ? (
        <span className="view-here" aria-current="page">
          This filter <span className="view-count">{found}</span>
        </span>
      ) : null}
      {current === undefined && onSave ? (
        <button type="button" onClick={onSave}>
          <Icon name="plus" /> Save this view
        </button>
      ) : null}
      {current && !current.builtIn ? (
        <button type="button" onClick={() => onForget(current)}>
          <Icon name="close" /> Forget “{current.name}”
        </button>
      ) : null}
    </nav>
  );
}
