/** From which day to which day; both ends may stay open. Days are the reader's own. */
import type { ConversationFilter } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import { Popover } from '../design/Popover.tsx';
import { dayOf, endOfDay, startOfDay } from './filter-days.ts';
import './DatesFilter.css';

export function DatesFilter({
  filter,
  onChange,
}: {
  filter: ConversationFilter;
  onChange: (filter: ConversationFilter) => void;
}) {
  const [open, setOpen] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const from = startOfDay(String(given.get('from') ?? ''));
    const to = endOfDay(String(given.get('to') ?? ''));
    const { from: _, to: __, ...rest } = filter;
    onChange({ ...rest, ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) });
    setOpen(false);
  };
  return (
    <Popover
      button={
        <>
          Dates <Icon name="down" size={12} />
        </>
      }
      title="Last message between"
      open={open}
      onOpenChange={setOpen}
    >
      <form className="dates-filter" onSubmit={submit}>
        <label>
          From
          <input type="date" name="from" defaultValue={dayOf(filter.from)} />
        </label>
        <label>
          To
          <input type="date" name="to" defaultValue={dayOf(filter.to)} />
        </label>
        <Button type="submit" kind="primary" size="small">
          Show these days
        </Button>
      </form>
    </Popover>
  );
}
