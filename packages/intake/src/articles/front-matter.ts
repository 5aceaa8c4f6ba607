/**
 * The head of a Markdown page: simple `name: value` lines between two lines of `---` (YAML) or `+++` (TOML), and lists of
 * plain words. What is nested deeper is passed over; nothing of it is ever run.
 */
export interface FrontMatter {
  /** By name in small letters; lists joined by a line feed. */
  fields: ReadonlyMap<string, string>;
  body: string;
}

const mostLines = 200;

export function splitFrontMatter(text: string): FrontMatter {
  const lines = text.split(/\r\n|\r|\n/);
  const fence = lines[0]?.trim();
  const end = fence === '---' || fence === '+++' ? lines.findIndex((line, at) => at > 0 && line.trim() === fence) : -1;
  if (end < 0 || end > mostLines) return { fields: new Map(), body: text };
  const fields = new Map<string, string>();
  let list = '';
  for (const line of lines.slice(1, end)) {
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1];
    if (item !== undefined && list !== '') {
      fields.set(list, [fields.get(list) ?? '', unquote(item)].filter(Boolean).join('\n'));
      continue;
    }
    const [, name = '', value = ''] = /^([\w-]{1,60})\s*[:=]\s*(.*)$/.exec(line) ?? [];
    if (name === '') continue;
    list = name.toLowerCase();
    const inline = /^\[(.*)\]$/.exec(value.trim())?.[1];
    fields.set(list, inline === undefined ? unquote(value) : inline.split(',').map(unquote).filter(Boolean).join('\n'));
  }
  return { fields, body: lines.slice(end + 1).join('\n') };
}

const unquote = (value: string): string => {
  const bare = value.trim();
  return /^(["']).*\1$/.test(bare) && bare.length > 1 ? bare.slice(1, -1).trim() : bare;
};
