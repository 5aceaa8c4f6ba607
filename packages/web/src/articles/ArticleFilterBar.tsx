import type { listArticles, ResponseOf } from '@rapport/contract';
import { type RefObject, useEffect, useState } from 'react';
import { Icon } from '../design/Icon.tsx';
import '../conversations/FilterBar.css';
import type { ArticleFilter } from './article-address.ts';

interface ArticleFilterBarProps {
  filter: ArticleFilter;
  found: ResponseOf<typeof listArticles>;
  fieldRef: RefObject<HTMLInputElement | null>;
  onChange: (filter: ArticleFilter) => void;
}

/** Long enough that a word can be finished. */
const pauseMilliseconds = 250;

export function ArticleFilterBar({ filter, found, fieldRef, onChange }: ArticleFilterBarProps) {
  const [text, setText] = useState(filter.search);
  useEffect(() => {
    if (text === filter.search) return;
    const timer = setTimeout(() => onChange({ ...filter, search: text }), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [text, filter, onChange]);
  const { counts } = found;
  const shows = [
    { id: 'all', name: 'For customers and for the team' },
    { id: 'public', name: 'For customers' },
    { id: 'internal', name: 'For the team alone' },
    { id: 'draft', name: 'Drafts' },
    { id: 'gone', name: 'Gone' },
  ] as const;
  const offered = shows.filter(({ id }) => id === 'all' || id === filter.show || counts[id] > 0);
  return (
    <search className="articles-filter">
      <span className="filter-box">
        <Icon name="search" size={14} />
        <input
          ref={fieldRef}
          type="search"
          aria-label="Words of an article"
          placeholder="Words of an article"
          value={text}
          maxLength={300}
          onChange={({ target }) => setText(target.value)}
        />
      </span>
      <label>
        <span className="visually-hidden">Which articles</span>
        <select
          value={filter.show}
          onChange={({ target }) =>
            onChange({ ...filter, show: shows.find(({ id }) => id === target.value)?.id ?? 'all' })
          }
        >
          {offered.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {found.helpCentres.length > 1 ? (
        <label>
          <span className="visually-hidden">Help centre</span>
          <select
            value={filter.helpCentre}
            onChange={({ target }) => onChange({ ...filter, helpCentre: target.value })}
          >
            <option value="">All help centres</option>
            {found.helpCentres.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </search>
  );
}
