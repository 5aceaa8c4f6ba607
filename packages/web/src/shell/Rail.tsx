/** Where everything is, in words; only pages that exist. On a phone it folds into a bar with a menu. */
import type { Status, WhoIsHere } from '@rapport/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Brand } from '../design/Brand.tsx';
import { Icon } from '../design/Icon.tsx';
import { WhereTextGoes } from '../judge/WhereTextGoes.tsx';
import { type PageEntry, pages } from '../routes.tsx';
import { exactly } from './exactly.ts';
import { foldRail, isAt } from './fold-rail.ts';
import { mayOpen } from './may-open.ts';
import './Rail.css';

const groups = ['Find out', 'Act', 'People', 'Set up'] as const;

export function Rail({ status, path, me }: { status: Status | undefined; path: string; me: WhoIsHere | undefined }) {
  const [unfolded, setUnfolded] = useState(false);
  const fold = () => setUnfolded(false);
  return (
    <header className={unfolded ? 'rail unfolded' : 'rail'}>
      <div className="rail-top">
        <Link className="brand" to="/" activeOptions={exactly} onClick={fold}>
          <Brand />
          <span>Rapport</span>
        </Link>
        <button
          type="button"
          className="rail-fold"
          aria-expanded={unfolded}
          aria-controls="rail-body"
          onClick={() => setUnfolded(!unfolded)}
        >
          <Icon name={unfolded ? 'close' : 'menu'} size={16} /> {unfolded ? 'Close' : 'Menu'}
        </button>
      </div>
      <div className="rail-body" id="rail-body">
        <RailWorkspace me={me} onGo={fold} />
        <nav aria-label="Main">
          {groups.map((group) => (
            <RailGroup key={group} name={group} status={status} path={path} me={me} onGo={fold} />
          ))}
        </nav>
        <div className="rail-foot">
          {status?.sample ? <p className="rail-sample">The sample team: made-up people and words.</p> : null}
          {status?.sampleMixed ? (
            <p className="rail-sample">
              <Link to="/first-run" onClick={fold}>
                Made-up conversations are mixed with yours.
              </Link>
            </p>
          ) : null}
          <p>
            <Icon name="lock" /> Scored on this machine.
            <br />
            <WhereTextGoes />
          </p>
        </div>
      </div>
    </header>
  );
}

/** Named only where there are several: whoever has one need not know that there could be more. */
function RailWorkspace({ me, onGo }: { me: WhoIsHere | undefined; onGo: () => void }) {
  const here = me?.workspaces.find(({ current }) => current);
  if (here === undefined || (me?.workspaces.length ?? 0) < 2) return null;
  return (
    <p className="rail-workspace">
      <Link to="/settings/account" hash="workspaces" onClick={onGo}>
        {here.name} <span className="visually-hidden">is the workspace you are in.</span> <u>Change</u>
      </Link>
    </p>
  );
}

interface RailGroupProps {
  name: (typeof groups)[number];
  status: Status | undefined;
  path: string;
  me: WhoIsHere | undefined;
  onGo: () => void;
}

function RailGroup({ name, status, path, me, onGo }: RailGroupProps) {
  const [isMoreShown, setMoreShown] = useState(false);
  const entries = pages.filter((page) => page.rail?.group === name && mayOpen(page, me));
  if (entries.length === 0) return null;
  const { open, more } = foldRail(entries, { role: me?.person?.role ?? 'owner', path });
  const id = `rail-${name.replace(' ', '-')}`;
  const item = (page: PageEntry) => {
    const here = isAt(page, path);
    return (
      <li key={page.path}>
        <Link to={page.path} activeOptions={exactly} aria-current={here ? 'page' : undefined} onClick={onGo}>
          <span className={here ? 'marker' : undefined}>{page.rail?.name}</span>
          <RailCount page={page} status={status} />
        </Link>
      </li>
    );
  };
  return (
    <>
      <p className="rail-group" id={id}>
        {name}
      </p>
      <ul aria-labelledby={id}>
        {open.map(item)}
        {more.length === 0 ? null : (
          <li>
            <button
              type="button"
              className="rail-more"
              aria-expanded={isMoreShown}
              aria-controls={`${id}-more`}
              onClick={() => setMoreShown(!isMoreShown)}
            >
              {isMoreShown ? 'Fewer' : `${more.length} more`}
              <span className="visually-hidden"> under {name}</span>
              <Icon name="down" size={12} />
            </button>
          </li>
        )}
      </ul>
      <ul id={`${id}-more`} aria-label={`More under ${name}`} hidden={!isMoreShown}>
        {isMoreShown ? more.map(item) : null}
      </ul>
    </>
  );
}

function RailCount({ page, status }: { page: PageEntry; status: Status | undefined }) {
  if (!status || !page.rail?.count) return null;
  const { seen, openImports } = status;
  const count = page.rail.count === 'conversations' ? seen.conversations : openImports.length;
  if (count === 0) return null;
  return (
    <span className="rail-count">
      {count.toLocaleString()}
      {page.rail.count === 'conversations' && seen.more ? '+' : null}
      {page.rail.count === 'openImports' ? <span className="visually-hidden"> under way</span> : null}
    </span>
  );
}
