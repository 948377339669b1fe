#!/usr/bin/env bash
# One database for each service and one for Keycloak, each with an owner of the same name that may enter no other. A
# service works under a role of its own, <owner>_app, to which the owner of its tables gives what it needs and no more.
# PostgreSQL's image runs this once, in an empty data directory.
set -euo pipefail

make_database() {
  local name=$1 password=$2
  [[ -n $password ]] || { echo "No password for the role $name" >&2; exit 1; }
  psql -v ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --dbname postgres \
    -v name="$name" -v password="$password" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
}

make_role_in() {
  local database=$1 password=$2
  [[ -n $password ]] || { echo "No password for the role ${database}_app" >&2; exit 1; }
  psql -v ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --dbname postgres \
    -v database="$database" -v name="${database}_app" -v password="$password" <<'SQL'
create role :"name" login password :'password';
grant connect on database :"database" to :"name";
SQL
}

make_database membership "$MEMBERSHIP_DB_PASSWORD"
make_database campaign "$CAMPAIGN_DB_PASSWORD"
make_database welfare "$WELFARE_DB_PASSWORD"
make_database keycloak "$KEYCLOAK_DB_PASSWORD"
make_role_in membership "$MEMBERSHIP_APP_DB_PASSWORD"
make_role_in campaign "$CAMPAIGN_APP_DB_PASSWORD"
make_role_in welfare "$WELFARE_APP_DB_PASSWORD"
