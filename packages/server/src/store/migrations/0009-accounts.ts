/**
 * Who works here: people, their sign-ins and sessions, roles, teams, keys for programs, what agents were told, and a log
 * of everything that was done.
 *
 * Of tokens and keys only the SHA-256 is stored: who reads this database can use none. `users` and what signs them in
 * belong to no workspace's rows, because a sign-in is looked up before it is known whose it is; everything else does.
 */
const signInTables = `
CREATE TABLE users (
  id text PRIMARY KEY,
  home_workspace integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE, -- where the person is a member
  name text NOT NULL,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  email_verified boolean NOT NULL DEFAULT false, -- an administrator's link or a single sign-on proved it
  image text,                         -- asked for by the sign-in library; never filled
  two_factor_enabled boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (home_workspace, id)
);
CREATE TABLE sessions (
  id text PRIMARY KEY,
  token_hash text NOT NULL UNIQUE,    -- SHA-256 of what the browser holds, as hex
  user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sessions_of_user ON sessions (user_id);
CREATE TABLE sign_ins (
  id text PRIMARY KEY,
  user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  provider_id text NOT NULL,          -- 'credential' for a password, 'sso' for single sign-on
  account_id text NOT NULL,           -- the user's id, or the subject at the provider
  password text,                      -- scrypt, with its salt
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (provider_id, account_id)
);
CREATE INDEX sign_ins_of_user ON sign_ins (user_id);
CREATE TABLE two_factors (
  id text PRIMARY KEY,
  user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  secret text NOT NULL,               -- encrypted with the server's secret
  backup_codes text NOT NULL,         -- encrypted too
  verified boolean NOT NULL DEFAULT false,
  failed_verification_count integer NOT NULL DEFAULT 0,
  locked_until timestamptz
);
CREATE INDEX two_factors_of_user ON two_factors (user_id);
CREATE TABLE verifications (          -- a sign-in that is half done: second factor or single sign-on under way
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX verifications_by_identifier ON verifications (identifier);
`;

const ownTables = `
CREATE TABLE members (
  workspace_id integer NOT NULL,
  user_id text NOT NULL,
  role text NOT NULL CHECK (role IN ('owner', 'admin', 'lead', 'reviewer', 'agent')),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'removed')), -- removed: kept for the names in what they did
  joined_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, user_id),
  FOREIGN KEY (workspace_id, user_id) REFERENCES users (home_workspace, id) ON DELETE CASCADE,
  CHECK ((state = 'removed') = (removed_at IS NOT NULL))
);
CREATE TABLE teams (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL CHECK (name <> ''),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, name)
);
CREATE TABLE team_members (           -- who leads and reviews a team
  workspace_id integer NOT NULL,
  team_id bigint NOT NULL,
  user_id text NOT NULL,
  PRIMARY KEY (workspace_id, team_id, user_id),
  FOREIGN KEY (workspace_id, team_id) REFERENCES teams (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, user_id) REFERENCES members (workspace_id, user_id) ON DELETE CASCADE
);
CREATE INDEX team_members_of_user ON team_members (workspace_id, user_id);
CREATE TABLE team_authors (           -- whose service is looked at in a team
  workspace_id integer NOT NULL,
  team_id bigint NOT NULL,
  author_id bigint NOT NULL,
  PRIMARY KEY (workspace_id, team_id, author_id),
  FOREIGN KEY (workspace_id, team_id) REFERENCES teams (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, author_id) REFERENCES authors (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX team_authors_of_author ON team_authors (workspace_id, author_id);
CREATE TABLE member_authors (         -- which imported authors are this very person
  workspace_id integer NOT NULL,
  author_id bigint NOT NULL,
  user_id text NOT NULL,
  confirmed_by text NOT NULL,         -- the administrator's id
  confirmed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, author_id), -- nobody shares an author
  FOREIGN KEY (workspace_id, author_id) REFERENCES authors (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, user_id) REFERENCES members (workspace_id, user_id) ON DELETE CASCADE
);
CREATE INDEX member_authors_of_user ON member_authors (workspace_id, user_id);
CREATE TABLE invitations (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL CHECK (kind IN ('owner', 'member', 'password')), -- makes an owner, a member, or a new password
  token_hash bytea NOT NULL,
  email text,                         -- whom it was made for; null for the owner's link
  role text CHECK (role IN ('owner', 'admin', 'lead', 'reviewer', 'agent')),
  user_id text,                       -- whose password it makes anew
  made_by text NOT NULL,              -- a user's id, or 'local'
  made_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  cancelled_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, token_hash),
  FOREIGN KEY (workspace_id, user_id) REFERENCES members (workspace_id, user_id) ON DELETE CASCADE,
  CHECK (CASE kind WHEN 'owner' THEN role = 'owner' WHEN 'member' THEN email IS NOT NULL AND role IS NOT NULL
    ELSE user_id IS NOT NULL END)
);
CREATE TABLE invitation_teams (
  workspace_id integer NOT NULL,
  invitation_id bigint NOT NULL,
  team_id bigint NOT NULL,
  PRIMARY KEY (workspace_id, invitation_id, team_id),
  FOREIGN KEY (workspace_id, invitation_id) REFERENCES invitations (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, team_id) REFERENCES teams (workspace_id, id) ON DELETE CASCADE
);
CREATE TABLE api_keys (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL CHECK (name <> ''),
  prefix text NOT NULL,               -- its first letters, to know it again by
  key_hash bytea NOT NULL,
  scope text NOT NULL CHECK (scope IN ('ingest', 'read', 'write')),
  made_by text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz,           -- to the minute
  revoked_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, key_hash)
);
CREATE TABLE agents_rights (
  workspace_id integer PRIMARY KEY REFERENCES workspaces (id) ON DELETE CASCADE,
  informed_on text CHECK (informed_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'), -- the day on which the agents were told
  agreement text NOT NULL DEFAULT '', -- with whom, or on what ground
  purposes text NOT NULL DEFAULT '',
  retention text NOT NULL DEFAULT '',
  views_on boolean NOT NULL DEFAULT false, -- per-agent views: a page and a name beside a measure
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  CHECK (NOT views_on OR (informed_on IS NOT NULL AND agreement <> '' AND purposes <> '' AND retention <> ''))
);
CREATE TABLE audit_entries (          -- appended to, never changed: the serving role may not
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  number bigint NOT NULL CHECK (number > 0), -- from 1, without a gap
  at timestamptz NOT NULL,
  person_id text NOT NULL,            -- a user's id, 'local', 'nobody', or 'key:' and a number
  what text NOT NULL,
  object text NOT NULL DEFAULT '',    -- an id, never a name or an address
  detail jsonb NOT NULL DEFAULT '{}',
  previous bytea NOT NULL,            -- the hash of the entry before; of the first one 32 zero bytes
  hash bytea NOT NULL,                -- SHA-256 of previous and this entry in one fixed spelling
  PRIMARY KEY (workspace_id, number)
);
CREATE INDEX audit_entries_by_what ON audit_entries (workspace_id, what, number DESC);
CREATE INDEX audit_entries_by_person ON audit_entries (workspace_id, person_id, number DESC);

ALTER TABLE check_decks ADD COLUMN drawn_by text NOT NULL DEFAULT 'local'; -- whose ten moments they are
CREATE INDEX check_decks_of_person ON check_decks (workspace_id, drawn_by, id DESC);

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['members', 'teams', 'team_members', 'team_authors', 'member_authors', 'invitations',
    'invitation_teams', 'api_keys', 'agents_rights', 'audit_entries']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format(
      'CREATE POLICY own_workspace ON %I USING (workspace_id = (SELECT nullif(current_setting(''app.workspace'', true), '''')::integer))',
      one
    );
  END LOOP;
END $$;
`;

/**
 * Who holds a session or a key, with everything a request must know of them, in one round trip. The workspace is found
 * first and set for this one statement, so that row-level security holds inside as it does everywhere.
 */
const lookUps = `
CREATE FUNCTION find_session(wanted text) RETURNS TABLE (
  session_id text, user_id text, name text, email text, workspace integer, role text, two_factor boolean,
  in_teams boolean, team_authors bigint[], own_authors bigint[], views_on boolean
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE found_session text; found_user users%ROWTYPE;
BEGIN
  SELECT s.id INTO found_session FROM sessions s WHERE s.token_hash = wanted AND s.expires_at > now();
  IF NOT FOUND THEN RETURN; END IF;
  SELECT u.* INTO found_user FROM users u JOIN sessions s ON s.user_id = u.id WHERE s.id = found_session;
  PERFORM set_config('app.workspace', found_user.home_workspace::text, true);
  RETURN QUERY SELECT found_session, m.user_id, found_user.name, found_user.email, m.workspace_id, m.role,
    found_user.two_factor_enabled,
    EXISTS (SELECT FROM team_members t WHERE t.workspace_id = m.workspace_id AND t.user_id = m.user_id),
    ARRAY(SELECT DISTINCT a.author_id FROM team_members t JOIN team_authors a ON a.workspace_id = t.workspace_id
      AND a.team_id = t.team_id WHERE t.workspace_id = m.workspace_id AND t.user_id = m.user_id ORDER BY 1),
    ARRAY(SELECT o.author_id FROM member_authors o WHERE o.workspace_id = m.workspace_id AND o.user_id = m.user_id
      ORDER BY 1),
    coalesce((SELECT r.views_on FROM agents_rights r WHERE r.workspace_id = m.workspace_id), false)
  FROM members m
  WHERE m.workspace_id = found_user.home_workspace AND m.user_id = found_user.id AND m.state = 'active';
END $$;

CREATE FUNCTION find_key(wanted_workspace integer, wanted bytea) RETURNS TABLE (id bigint, name text, scope text)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  PERFORM set_config('app.workspace', wanted_workspace::text, true);
  RETURN QUERY SELECT k.id, k.name, k.scope FROM api_keys k
    WHERE k.workspace_id = wanted_workspace AND k.key_hash = wanted AND k.revoked_at IS NULL;
END $$;
`;

export const accounts = { name: '0009-accounts', sql: signInTables + ownTables + lookUps };
