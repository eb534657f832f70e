# A throw-away PostgreSQL for tests. Sourced; start_postgres sets TRELLIS_TEST_POSTGRES, stop_postgres ends it.
# shellcheck shell=bash

PG_HOME=""

# Where initdb and pg_ctl are: on PATH, or in Debian's folder, the newest.
postgres_bin() {
  if has initdb && has pg_ctl; then
    dirname "$(command -v initdb)"
  else
    compgen -G "/usr/lib/postgresql/*/bin" | sort -V | tail -n 1
  fi
}

# PostgreSQL refuses to run as root; there its own user runs it.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

free_port() {
  local port
  for port in $(shuf -i 20000-29999 -n 50); do
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then echo "$port"; return 0; fi
  done
  return 1
}

start_postgres() {
  [ -z "${TRELLIS_TEST_POSTGRES:-}" ] || return 0
  local bin port
  bin=$(postgres_bin)
  [ -n "$bin" ] || { say "PostgreSQL is missing (scripts/setup --tests installs it)"; return 1; }
  # In memory: a database is three hundred files, and ext4 takes the longer to make one the more were deleted of late.
  PG_HOME=$(mktemp -d "$(quick_folder)/trellis-postgres.XXXXXX")
  port=$(free_port)
  if [ "$(id -u)" = 0 ]; then chown postgres "$PG_HOME"; fi
  # Nothing here outlives the tests, so nothing is worth waiting for the disk.
  (
    cd "$PG_HOME" &&
      as_postgres "$bin/initdb" -D "$PG_HOME/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 -N >"$PG_HOME/log" 2>&1 &&
      as_postgres "$bin/pg_ctl" -D "$PG_HOME/data" -l "$PG_HOME/data/log" -w -t 30 -o "-p $port -c listen_addresses=127.0.0.1 \
        -c unix_socket_directories='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300" \
        start >>"$PG_HOME/log" 2>&1
  ) || { cat "$PG_HOME/log" "$PG_HOME/data/log" >&2 2>/dev/null; return 1; }
  export TRELLIS_TEST_POSTGRES="postgres://postgres@127.0.0.1:$port"
}

stop_postgres() {
  [ -n "$PG_HOME" ] || return 0
  (cd / && as_postgres "$(postgres_bin)/pg_ctl" -D "$PG_HOME/data" -m immediate stop >/dev/null 2>&1) || true
  rm -rf "$PG_HOME"
  PG_HOME=""
}
