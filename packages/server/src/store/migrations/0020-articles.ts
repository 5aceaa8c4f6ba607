/**
 * Articles of help centres with their words in the form the search reads, the files that brought them, and the places in
 * replies that name them.
 */
const ownWorkspace = (table: string): string => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON ${table}
  USING (workspace_id = (SELECT nullif(current_setting('app.workspace', true), '')::integer));
`;

const tables = `
CREATE TABLE article_imports (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  file_name text NOT NULL,
  help_centre text NOT NULL,          -- empty until the file was recognised, where nobody named one
  is_part boolean NOT NULL,           -- said by a person: only some of its articles
  format text,
  state text NOT NULL CHECK (state IN ('receiving', 'reading', 'done', 'failed')),
  failure text CHECK ((failure IS NOT NULL) = (state = 'failed')),
  spool_id text NOT NULL,             -- the data folder that holds the file
  spool_key bytea,                    -- what the file on its way in is encrypted with; null: the file is gone
  received_by text NOT NULL,
  received_at timestamptz NOT NULL,
  entries_read integer NOT NULL DEFAULT 0,
  added integer NOT NULL DEFAULT 0,
  changed integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  repeated integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  gone integer NOT NULL DEFAULT 0,    -- were here and were not in this file
  gone_not_marked text,               -- why none was marked as gone; null: they were
  masked jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (workspace_id, id),
  CHECK (entries_read = added + changed + unchanged + repeated + refused)
);

CREATE TABLE article_problems (
  workspace_id integer NOT NULL,
  import_id bigint NOT NULL,
  number integer NOT NULL,            -- in the order of the file, from 1
  file text NOT NULL,
  line integer,
  reason text NOT NULL,
  way_out text NOT NULL,
  PRIMARY KEY (workspace_id, import_id, number),
  FOREIGN KEY (workspace_id, import_id) REFERENCES article_imports (workspace_id, id) ON DELETE CASCADE
);

CREATE TABLE articles (
  workspace_id integer NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  help_centre text NOT NULL CHECK (help_centre <> ''),
  source_id text NOT NULL CHECK (source_id <> ''),
  locale text NOT NULL,               -- in small letters; empty: nothing says it
  title text NOT NULL CHECK (title <> ''),
  text text NOT NULL,                 -- plain, masked
  section text NOT NULL,
  keywords text[] NOT NULL DEFAULT '{}',
  url text CHECK (url ~* '^https?://'),
  address_key text,                   -- the address without what may differ: locale, words behind the number, query
  audience text NOT NULL CHECK (audience IN ('public', 'internal', 'draft')),
  updated_at timestamptz,             -- as its source says
  search_language text NOT NULL,      -- the text search configuration its words were made with
  words tsvector NOT NULL,            -- A: title, B: section and keywords, C: text
  digest text NOT NULL,               -- of all the source says: equal digests are the same article
  seen_import bigint NOT NULL,        -- the last import that held it
  changed_at timestamptz NOT NULL,    -- when an import last changed it
  gone_at timestamptz,                -- when an import of the whole help centre no longer held it
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, help_centre, source_id, locale),
  FOREIGN KEY (workspace_id, seen_import) REFERENCES article_imports (workspace_id, id)
);
CREATE INDEX articles_found ON articles USING gin (words);
CREATE INDEX articles_of_address ON articles (workspace_id, address_key) WHERE address_key IS NOT NULL;

-- Where a reply names an article. Found anew whenever the conversation is scored or the articles change.
CREATE TABLE article_citations (
  workspace_id integer NOT NULL,
  conversation_id bigint NOT NULL,
  said_message_id text NOT NULL,
  said_start integer NOT NULL CHECK (said_start >= 0), -- UTF-16 units into the message text
  said_end integer NOT NULL CHECK (said_end > said_start),
  said_quote text NOT NULL CHECK (said_quote <> ''),
  article_id bigint NOT NULL,
  how text NOT NULL CHECK (how IN ('address', 'title')),
  PRIMARY KEY (workspace_id, conversation_id, said_message_id, said_start),
  FOREIGN KEY (workspace_id, article_id) REFERENCES articles (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, conversation_id, said_message_id)
    REFERENCES messages (workspace_id, conversation_id, message_id) ON DELETE CASCADE
);
CREATE INDEX article_citations_of_article ON article_citations (workspace_id, article_id, conversation_id);
${['article_imports', 'article_problems', 'articles', 'article_citations'].map(ownWorkspace).join('')}
-- What a source corrected is said no more; the next scoring finds what is said now.
CREATE FUNCTION drop_citations_of_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM article_citations WHERE workspace_id = NEW.workspace_id AND conversation_id = NEW.conversation_id
    AND said_message_id = NEW.message_id;
  RETURN NULL;
END $$;
CREATE TRIGGER drop_citations_of_message AFTER UPDATE OF text ON messages
  FOR EACH ROW WHEN (OLD.text IS DISTINCT FROM NEW.text) EXECUTE FUNCTION drop_citations_of_message();
`;

export const articles = { name: '0020-articles', sql: tables };
