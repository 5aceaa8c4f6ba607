/** Everybody who wrote, the doubtful ones on top, the proposal preselected: read a few lines, press Enter. */
import type { Author, AuthorRole, OwnDomain } from '@rapport/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { ErrorState } from '../design/ErrorState.tsx';
import { Section } from '../design/Section.tsx';
import { countOf, countWords } from '../first-run/count-words.ts';
import { useKeys } from '../keys/KeyProvider.tsx';
import { AuthorTable } from './AuthorTable.tsx';
import { type Choices, chosenRole, corrections, countAll, countRoles, groupAuthors } from './author-roles.ts';
import { parseDomains } from './domain-list.ts';
import { OwnDomains } from './OwnDomains.tsx';
import './WhoIsWho.css';

interface WhoIsWhoProps {
  authors: readonly Author[];
  /** Who wrote less than these, by role. */
  unlisted: Readonly<Record<AuthorRole, number>>;
  /** Customers in no doubt, only counted. */
  customers: number;
  /** Some of them, where that they are customers is a guess. */
  customerExamples: readonly Author[];
  /** Domains agents write from. */
  ownDomains: readonly OwnDomain[];
  mode: 'confirm' | 'correct';
  /** False: agents appear as "Agent 1" until their rights are settled. */
  namesShown: boolean;
  isBusy: boolean;
  error: unknown;
  /** The domains are given where there was something to say about them. */
  onConfirm: (roles: Record<string, AuthorRole>, ownDomains: string[] | undefined) => void;
  onCorrect: (author: Author, role: AuthorRole) => void;
}

const clearShown = 40;

export function WhoIsWho(props: WhoIsWhoProps) {
  const { customers, ownDomains, mode, namesShown, isBusy, error, onConfirm, onCorrect } = props;
  const { unlisted, customerExamples } = props;
  const [domains, setDomains] = useState(() =>
    ownDomains.flatMap(({ domain, isOwn }) => (isOwn ? [domain] : [])).join(', '),
  );
  const parsed = parseDomains(domains);
  const asksDomains = mode === 'confirm' && ownDomains.length > 0;
  const [choices, setChoices] = useState<Choices>({});
  const [at, setAt] = useState(0);
  const [all, setAll] = useState(false);
  const { doubtful, clear } = groupAuthors(props.authors);
  const authors = [...props.authors, ...customerExamples];
  const shownClear = all ? clear : clear.slice(0, clearShown);
  const rows = [...doubtful, ...shownClear, ...customerExamples];
  const more = countAll(unlisted);
  const current = rows[Math.min(at, rows.length - 1)];
  const counts = countRoles(authors, mode === 'confirm' ? choices : rolesNow(authors), unlisted);

  const choose = (author: Author, role: AuthorRole) => {
    if (mode === 'confirm') setChoices((last) => ({ ...last, [author.id]: role }));
    else if (role !== author.role) onCorrect(author, role);
  };
  const move = (step: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at + step));
    setAt(next);
    document.getElementById(`author-${rows[next]?.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  const say = (role: AuthorRole) => {
    if (current) choose(current, role);
  };
  const confirm = () => {
    if (mode !== 'confirm' || isBusy || (asksDomains && parsed.wrong !== null)) return;
    onConfirm(corrections(authors, choices), asksDomains ? parsed.domains : undefined);
  };
  useKeys({
    next: () => move(1),
    back: () => move(-1),
    'role-agent': () => say('agent'),
    'role-customer': () => say('customer'),
    'role-bot': () => say('bot'),
    'role-system': () => say('system'),
    ...(mode === 'confirm' ? { confirm } : {}),
  });

  const table = {
    current: current?.id ?? null,
    roleOf: (author: Author) => (mode === 'confirm' ? chosenRole(author, choices) : author.role),
    onChoose: choose,
    onCurrent: (author: Author) => setAt(rows.findIndex((one) => one.id === author.id)),
  };
  return (
    <form
      className="who-is-who"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        confirm();
      }}
    >
      <Headline doubtful={doubtful.length} nobodyAnswers={counts.agent === 0} mode={mode} namesShown={namesShown} />
      {doubtful.length > 0 ? (
        <Section title="Look at these" beside={countOf(doubtful.length, 'author')} className="who-section">
          <AuthorTable authors={doubtful} {...table} />
        </Section>
      ) : null}
      {clear.length > 0 ? (
        <Section
          title={counts.agent === 0 ? 'Who wrote' : doubtful.length > 0 ? 'In no doubt' : 'Who answers'}
          beside={countOf(clear.length, 'author')}
          className="who-section"
        >
          <AuthorTable authors={shownClear} {...table} />
          {shownClear.length < clear.length ? (
            <p className="who-more">
              <Button size="small" onClick={() => setAll(true)}>
                Show the other {countWords(clear.length - shownClear.length)}
              </Button>{' '}
              <span className="caption">They wrote least.</span>
            </p>
          ) : null}
        </Section>
      ) : null}
      {more > 0 ? (
        <p className="second who-section">
          {countOf(more, 'author')} wrote less than these and {more === 1 ? 'is' : 'are'} not listed; they hold as
          guessed.
        </p>
      ) : null}
      {customerExamples.length > 0 ? (
        <Section title="Customers, as guessed" beside={countOf(customers, 'customer')} className="who-section">
          <p className="second who-examples">
            {customers > customerExamples.length
              ? 'Those in most conversations: whoever of you was taken for a customer would stand here.'
              : 'Whoever of you was taken for a customer stands here.'}
          </p>
          <AuthorTable authors={customerExamples} {...table} />
        </Section>
      ) : null}
      {asksDomains ? (
        <OwnDomains
          text={domains}
          parsed={parsed}
          isGuess={ownDomains.every(({ saidByPerson }) => !saidByPerson)}
          onText={setDomains}
        />
      ) : null}
      <div className="who-confirm">
        {mode === 'confirm' ? (
          <Button
            kind="primary"
            type="submit"
            shortcut="Enter"
            blocked={isBusy ? 'Scoring is being started' : undefined}
          >
            {counts.agent === 0 ? 'This is right, go on without scores' : 'This is right, start scoring'}
          </Button>
        ) : null}
        <p className="second" role="status">
          {sumOf(counts, customers - customerExamples.length)}
        </p>
        {error ? <ErrorState error={error} /> : null}
      </div>
    </form>
  );
}

interface HeadlineProps extends Pick<WhoIsWhoProps, 'mode' | 'namesShown'> {
  doubtful: number;
  nobodyAnswers: boolean;
}

function Headline({ doubtful, nobodyAnswers, mode, namesShown }: HeadlineProps) {
  const rest =
    mode === 'confirm' && nobodyAnswers
      ? 'Only agents’ replies are scored, and nobody here is taken for one. Whoever answers for you can be made an agent.'
      : mode === 'confirm'
        ? 'Only agents’ replies are scored. You can correct this later; what it touches is then scored again.'
        : 'Change a role and that author’s conversations are scored again.';
  return (
    <>
      <h1>
        {nobodyAnswers ? (
          'Who is who? Nobody answers here.'
        ) : doubtful === 0 ? (
          'Who is who? It looks clear.'
        ) : (
          <>
            Who is who? <span className="marker">{lookAt(doubtful)}</span>, the rest is clear.
          </>
        )}
      </h1>
      <p className="second who-lead">
        {rest}
        {namesShown
          ? null
          : ' Names stand on this list alone; wherever something is measured, agents are called by number until the form on their rights is filled.'}
      </p>
    </>
  );
}

const words = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
const lookAt = (count: number): string => `${words[count] ?? countWords(count)} to look at`;

const rolesNow = (authors: readonly Author[]): Choices =>
  Object.fromEntries(authors.map((author) => [author.id, author.role]));

function sumOf(counts: Record<AuthorRole, number>, customers: number): string {
  const others = [
    counts.bot > 0 ? countOf(counts.bot, 'bot') : null,
    counts.system > 0 ? countOf(counts.system, 'system author') : null,
    `${countOf(customers + counts.customer, 'customer')}`,
  ].filter(Boolean);
  return `${countOf(counts.agent, 'agent')} will be scored; ${others.join(', ')} will not.`;
}
