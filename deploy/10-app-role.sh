#!/bin/sh
# Runs once in a fresh PostgreSQL container: the role that serves owns nothing and cannot bypass row-level security.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$RAPPORT_APP_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE rapport_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'password';
GRANT CONNECT ON DATABASE rapport TO rapport_app;
SQL
