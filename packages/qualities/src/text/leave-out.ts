/** A view with some of its characters taken out; what is left still knows its place in the source. */
import type { Range } from './own-lines.ts';
import type { PlainText } from './plain-text.ts';

/** `ranges` are places in `view.plain`, in any order; they may overlap. */
export const leaveOut = (view: PlainText, ranges: readonly Range[]): PlainText => {
  if (ranges.length === 0) return view;
  const { plain } = view;
  const kept: number[] = [];
  let at = 0;
  for (const { start, end } of [...ranges].sort((one, other) => one.start - other.start)) {
    for (; at < start; at += 1) kept.push(at);
    at = Math.max(at, end);
  }
  for (; at < plain.length; at += 1) kept.push(at);
  return {
    plain: kept.map((index) => plain[index]).join(''),
    startInSource: (index) => view.startInSource(kept[index] ?? plain.length),
    endInSource: (index) =>
      index === 0 ? view.startInSource(kept[0] ?? 0) : view.endInSource((kept[index - 1] ?? 0) + 1),
  };
};
