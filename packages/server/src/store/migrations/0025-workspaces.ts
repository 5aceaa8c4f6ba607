/**
 * Somebody may be a member of several workspaces. A session is in one of them; a new session begins where its person
 * joined last. Workspaces are made and named through functions of the owner of the tables, because the role that serves
 * may not write their list.
 */
const tables = `
ALTER TABLE members DROP CONSTRAINT members_workspace_id_user_id_fkey;
ALTER TABLE members ADD FOREIGN KEY (workspace_id) REFERENCES workspaces (id) ON DELETE CASCADE;
ALTER TABLE members ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
ALTER TABLE users DROP CONSTRAINT users_home_workspace_id_key;
ALTER TABLE sessions ADD COLUMN in_workspace integer REFERENCES workspaces (id) ON DELETE CASCADE;
COMMENT ON COLUMN users.home_workspace IS 'where a new session begins';
COMMENT ON COLUMN sessions.in_workspace IS 'null: in the home workspace of its person';
`;

const lookUps = `
CREATE OR REPLACE FUNCTION find_session(wanted text) RETURNS TABLE (
  session_id text, user_id text, name text, email text, workspace integer, role text, two_factor boolean,
  in_teams boolean, team_authors bigint[], own_authors bigint[], views_on boolean
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE found_session text; found_user users%ROWTYPE; found_workspace integer;
BEGIN
  SELECT s.id, s.in_workspace INTO found_session, found_workspace
    FROM sessions s WHERE s.token_hash = wanted AND s.expires_at > now();
  IF NOT FOUND THEN RETURN; END IF;
  SELECT u.* INTO found_user FROM users u JOIN sessions s ON s.user_id = u.id WHERE s.id = found_session;
  found_workspace := coalesce(found_workspace, found_user.home_workspace);
  PERFORM set_config('app.workspace', found_workspace::text, true);
  RETURN QUERY SELECT found_session, m.user_id, found_user.name, found_user.email, m.workspace_id, m.role,
    found_user.two_factor_enabled,
    EXISTS (SELECT FROM team_members t WHERE t.workspace_id = m.workspace_id AND t.user_id = m.user_id),
    ARRAY(SELECT DISTINCT a.author_id FROM team_members t JOIN team_authors a ON a.workspace_id = t.workspace_id
      AND a.team_id = t.team_id WHERE t.workspace_id = m.workspace_id AND t.user_id = m.user_id ORDER BY 1),
    ARRAY(SELECT o.author_id FROM member_authors o WHERE o.workspace_id = m.workspace_id AND o.user_id = m.user_id
      ORDER BY 1),
    coalesce((SELECT r.views_on FROM agents_rights r WHERE r.workspace_id = m.workspace_id), false)
  FROM members m
  WHERE m.workspace_id = found_workspace AND m.user_id = found_user.id AND m.state = 'active';
END $$;

-- Goes through the workspaces one by one, each under its own row-level security, and leaves the setting as it was.
CREATE FUNCTION list_memberships(wanted text) RETURNS TABLE (workspace integer, name text, role text)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE one record; before text := coalesce(current_setting('app.workspace', true), '');
BEGIN
  FOR one IN SELECT w.id, w.name FROM workspaces w ORDER BY w.id LOOP
    PERFORM set_config('app.workspace', one.id::text, true);
    RETURN QUERY SELECT m.workspace_id, one.name, m.role FROM members m
      WHERE m.workspace_id = one.id AND m.user_id = wanted AND m.state = 'active';
  END LOOP;
  PERFORM set_config('app.workspace', before, true);
END $$;

CREATE FUNCTION make_workspace(wanted text) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO workspaces (name) VALUES (wanted) RETURNING id
$$;

-- The one that the transaction is in, and no other.
CREATE FUNCTION rename_workspace(wanted text) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  UPDATE workspaces SET name = wanted WHERE id = nullif(current_setting('app.workspace', true), '')::integer RETURNING id
$$;
`;

export const workspaces = { name: '0025-workspaces', sql: tables + lookUps };
