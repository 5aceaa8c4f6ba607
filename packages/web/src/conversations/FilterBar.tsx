/** Chips of the filter, one field to add to it, dates and order. Typed words search the text of the conversations. */
import { type ConversationFilter, conversationSorts } from '@rapport/contract';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { Icon } from '../design/Icon.tsx';
import { Menu } from '../design/Menu.tsx';
import { DatesFilter } from './DatesFilter.tsx';
import { withoutField } from './filter-address.ts';
import { type FilterChoice, filterChoices, filterWords, matchChoices, sortChoices } from './filter-words.ts';
import './FilterBar.css';

interface FilterBarProps {
  filter: ConversationFilter;
  onChange: (filter: ConversationFilter) => void;
  fieldRef: RefObject<HTMLInputElement | null>;
}

export function FilterBar({ filter, onChange, fieldRef }: FilterBarProps) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const listId = useId();
  const words = filterWords(filter);
  const found = matchChoices(filterChoices(filter), text);
  const typed = text.trim();
  const offered: FilterChoice[] =
    typed === ''
      ? found
      : [...found, { field: 'q', name: 'with the words', value: `“${typed}”`, add: { q: typed.slice(0, 200) } }];
  const current = Math.min(at, offered.length - 1);

  const add = (choice: FilterChoice | undefined) => {
    if (!choice) return;
    onChange({ ...filter, ...choice.add });
    setText('');
    setAt(0);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setOpen(true);
      setAt(open ? (current + step + offered.length) % Math.max(1, offered.length) : 0);
    } else if (event.key === 'Enter' && (open || typed !== '')) {
      event.preventDefault();
      add(offered[current]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (open) setOpen(false);
      else fieldRef.current?.blur();
    } else if (event.key === 'Backspace' && text === '') {
      const last = words.at(-1);
      if (last) onChange(withoutField(filter, last.field));
    }
  };

  return (
    <div className="filter-bar">
      <div className="filter-box">
        <Icon name="search" size={14} />
        {words.map((word) => (
          <button
            key={word.field}
            type="button"
            className="filter-chip"
            aria-label={`Take away: ${word.name} ${word.value}`}
            onClick={() => onChange(withoutField(filter, word.field))}
          >
            {word.name} <b>{word.value}</b>
            <Icon name="close" size={10} />
          </button>
        ))}
        <input
          ref={fieldRef}
          role="combobox"
          aria-label="Add a filter, or words that occur"
          aria-expanded={open}
          aria-controls={listId}
          aria-activedescendant={open && offered.length > 0 ? `${listId}-${current}` : undefined}
          placeholder={words.length === 0 ? 'Add a filter, or words that occur' : 'add a filter, or words'}
          value={text}
          maxLength={200}
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value);
            setOpen(true);
            setAt(0);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        {open ? (
          <div id={listId} role="listbox" aria-label="Filters" className="filter-choices" tabIndex={-1}>
            {offered.map((choice, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys for the whole list
              <div
                key={`${choice.field} ${choice.value}`}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === current}
                ref={index === current ? scrollHere : undefined}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => add(choice)}
              >
                <span className="dim">{choice.name}</span> {choice.value}
              </div>
            ))}
          </div>
        ) : null}
      </div>
      <DatesFilter filter={filter} onChange={onChange} />
      <Menu
        label="Order"
        choices={sortChoices}
        value={filter.sort ?? conversationSorts[0]}
        onChoose={(sort) => onChange({ ...filter, sort })}
      />
    </div>
  );
}

const scrollHere = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' });
