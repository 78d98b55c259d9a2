#!/bin/sh
# Creates the three roles and the database of Maillage: what only a superuser may do.
# The PostGIS image runs it once, on an empty volume; an operator may run it against any cluster.
set -eu

psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --dbname=postgres \
    --username="${POSTGRES_USER:-postgres}" \
    --set=name="${MAILLAGE_DATABASE:-maillage}" \
    --set=owner="$OWNER_PASSWORD" --set=web="$WEB_PASSWORD" --set=worker="$WORKER_PASSWORD" <<'SQL'
SET client_min_messages = warning;
SELECT format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD %L',
    role, password)
FROM (VALUES ('maillage_owner', :'owner'), ('maillage_web', :'web'), ('maillage_worker', :'worker'))
    AS wanted (role, password)
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role)
\gexec
CREATE DATABASE :"name" OWNER maillage_owner TEMPLATE template1;
\connect :"name"
CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT CREATE ON DATABASE :"name" TO maillage_owner;
SQL
