/** The list, drawn only where it is seen; the header and the panel beside it stay. */
import { type ConversationFilter, type ConversationRow, qualityWords } from '@rapport/contract';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { ConversationListRow } from './ConversationListRow.tsx';
import { useIsPhone } from './use-is-phone.ts';
import './ConversationList.css';

interface ConversationListProps {
  rows: readonly ConversationRow[];
  total: number;
  totalIsExact: boolean;
  filter: ConversationFilter;
  at: string | undefined;
  picked: readonly string[];
  /** Rows of the filter before, until the new ones have arrived. */
  stale: boolean;
  hasMore: boolean;
  onNeedMore: () => void;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
  searchOf: () => Record<string, string>;
}

const rowHeight = 41;
const phoneRowHeight = 96;
const readAhead = 20;
/** The header scrolls with the rows before it sticks, so a row brought to the bottom needs this much more. */
const headerHeight = 30;

export function ConversationList(props: ConversationListProps) {
  const { rows, at, hasMore, onNeedMore } = props;
  const scroller = useRef<HTMLElement>(null);
  const phone = useIsPhone();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (phone ? phoneRowHeight : rowHeight),
    overscan: 12,
    scrollPaddingEnd: headerHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;

  useEffect(() => {
    if (hasMore && last >= rows.length - readAhead) onNeedMore();
  }, [hasMore, last, rows.length, onNeedMore]);

  const atIndex = rows.findIndex((row) => row.id === at);
  useEffect(() => {
    if (atIndex >= 0) virtual.scrollToIndex(atIndex, { align: 'auto' });
  }, [atIndex, virtual]);

  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const quality = props.filter.quality ? qualityWords[props.filter.quality].name : 'Most in need';
  const many = `${props.totalIsExact ? '' : 'about '}${props.total.toLocaleString()} conversations`;
  return (
    <section
      ref={scroller}
      className={props.stale ? 'conversation-list stale' : 'conversation-list'}
      aria-label={many}
      aria-busy={props.stale}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to scroll it by keys
      tabIndex={0}
    >
      <table aria-rowcount={props.total + 1} className={props.filter.quality ? undefined : 'names-quality'}>
        <colgroup>
          <col className="col-customer" />
          <col />
          <col className="col-agent" />
          <col className="col-feeling" />
          <col className="col-heard" />
          <col className="col-level" />
          <col className="col-rated" />
          <col className="col-day" />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">Customer</th>
            <th scope="col">First words</th>
            <th scope="col">Agent</th>
            <th scope="col">Feeling</th>
            <th scope="col">Heard</th>
            <th scope="col">{quality}</th>
            <th scope="col">Rated</th>
            <th scope="col">Day</th>
          </tr>
        </thead>
        <tbody>
          {before > 0 ? <Spacer height={before} /> : null}
          {shown.map((item) => {
            const row = rows[item.index];
            return row ? (
              <ConversationListRow
                key={row.id}
                row={row}
                index={item.index}
                current={row.id === at}
                picked={props.picked.includes(row.id)}
                qualityKnown={props.filter.quality !== undefined}
                onSelect={props.onSelect}
                onOpen={props.onOpen}
                search={props.searchOf()}
              />
            ) : null;
          })}
          {after > 0 ? <Spacer height={after} /> : null}
        </tbody>
      </table>
      {hasMore ? <p className="caption list-more">Fetching more of {many}.</p> : null}
    </section>
  );
}

/** One cell only, so that columns a narrow page leaves out are not counted by it. */
const Spacer = ({ height }: { height: number }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row only holds the height of rows not drawn
  <tr className="list-spacer" aria-hidden="true" style={{ height }}>
    <td />
  </tr>
);
