/** Find or do anything: pages, conversations, settings. Arrow keys choose, Enter does. */
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { useMe } from '../accounts/use-me.ts';
import { Dialog } from '../design/Dialog.tsx';
import { Kbd } from '../design/Kbd.tsx';
import { chooseTheme, type ThemeChoice, themeChoices } from '../design/theme.ts';
import { useKeySettings } from '../keys/KeyProvider.tsx';
import { keyOf } from '../keys/key-settings.ts';
import { pages } from '../routes.tsx';
import { type Command, findCommands, pageCommands } from './find-commands.ts';
import { mayOpen } from './may-open.ts';
import { useFoundConversations } from './use-found-conversations.ts';
import './CommandPalette.css';

const themeNames: Record<ThemeChoice, string> = {
  system: 'Follow the system’s theme',
  light: 'Show the light theme',
  dark: 'Show the dark theme',
};

export function CommandPalette({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const [settings] = useKeySettings();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const found = useFoundConversations(text);
  const me = useMe();
  const go = (to: string, search?: Record<string, string>) => void router.navigate({ to, search: search ?? {} });

  const commands: Command[] = [
    ...findCommands(
      [
        ...pageCommands(
          pages.filter((page) => mayOpen(page, me.data)),
          go,
        ),
        ...themeChoices.map((choice) => ({
          id: `theme:${choice}`,
          name: themeNames[choice],
          kind: 'setting',
          run: () => chooseTheme(choice),
        })),
      ],
      text,
    ),
    ...(text.trim().length > 1 ? conversationCommands() : []),
  ];
  const current = Math.min(at, commands.length - 1);

  function conversationCommands(): Command[] {
    const q = text.trim();
    const rows = found.data?.rows ?? [];
    const everything: Command = {
      id: 'search',
      name: `Conversations with “${q}”`,
      kind: found.data ? `${found.data.totalIsExact ? '' : 'about '}${found.data.total.toLocaleString()}` : 'search',
      run: () => go('/conversations', { q }),
    };
    return [
      everything,
      ...rows.map((row) => ({
        id: row.id,
        name: `${row.customer}: ${row.firstWords}`,
        kind: 'conversation',
        run: () => go(`/conversations/${encodeURIComponent(row.id)}`),
      })),
    ];
  }

  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((current + step + commands.length) % Math.max(1, commands.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(commands[current]);
    }
  };

  return (
    <Dialog open onClose={onClose} title="Find or do anything" titleHidden>
      <input
        className="palette-field"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={commands.length > 0 ? `${listId}-${current}` : undefined}
        aria-label="Find or do anything"
        placeholder="A page, a word from a conversation, “dark”"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        maxLength={200}
        spellCheck={false}
      />
      <div id={listId} role="listbox" aria-label="What was found" className="palette-list" tabIndex={-1}>
        {commands.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above handles the keys for the whole list
          <div
            key={command.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className="palette-option"
            onPointerMove={() => setAt(index)}
            onClick={() => run(command)}
          >
            <span className="palette-name">{command.name}</span>
            <span className="dim">{command.kind}</span>
            {command.key ? <Kbd>{keyOf(settings, command.key)}</Kbd> : null}
          </div>
        ))}
      </div>
      {commands.length === 0 ? <p className="second palette-none">Nothing by these words. Esc closes.</p> : null}
    </Dialog>
  );
}
