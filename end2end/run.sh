#!/usr/bin/env bash
# The end-to-end tests against one database: starts $TRELLIS_BIN on a free port with a fresh database that holds the demo,
# runs Playwright, stops the server, and fails also when its log holds a panic or an error.
#   TRELLIS_BIN=target/debug/trellis end2end/run.sh sqlite|postgres [what Playwright takes]
# Without more words SQLite gets every test, and PostgreSQL those that write or ask much (tagged @both), at a desk: how wide a
# screen is, no database sees.
set -euo pipefail
. "$(dirname "$0")/../scripts/lib.sh"
. "$ROOT/scripts/postgres.sh"

ENGINE=${1:-}
[ "$#" = 0 ] || shift
TRELLIS_BIN=${TRELLIS_BIN:-$TARGET/debug/trellis}
[ -x "$TRELLIS_BIN" ] || die "TRELLIS_BIN names no program: $TRELLIS_BIN"
TRELLIS_BIN=$(realpath "$TRELLIS_BIN")
HERE="$ROOT/end2end"
RESULTS="$TARGET/test-logs/end2end-$ENGINE"
WORK=$(mktemp -d "$(quick_folder)/trellis-end2end.XXXXXX")
SERVER="" TESTS="" DATABASE=""

psql_here() { PGOPTIONS="-c client_min_messages=warning" psql -qX -v ON_ERROR_STOP=1 "$TRELLIS_TEST_POSTGRES/postgres" "$@" >/dev/null; }

clean_up() {
  if [ -n "$TESTS" ]; then kill "$TESTS" 2>/dev/null || true; fi
  if [ -n "$SERVER" ]; then kill "$SERVER" 2>/dev/null || true; fi
  if [ -n "$DATABASE" ]; then psql_here -c "DROP DATABASE IF EXISTS $DATABASE WITH (FORCE)" || true; fi
  stop_postgres
  rm -rf "$WORK"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

find_browser() {
  local name
  for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name"; then return 0; fi
  done
  return 1
}

case "$ENGINE" in
  sqlite) export DATABASE_URL="sqlite://$WORK/trellis.db" ;;
  postgres)
    start_postgres
    has psql || PATH="$PATH:$(postgres_bin)"
    DATABASE="trellis_end2end_$$"
    psql_here -c "CREATE DATABASE $DATABASE"
    export DATABASE_URL="$TRELLIS_TEST_POSTGRES/$DATABASE"
    if [ "$#" = 0 ]; then set -- --grep @both --project desk-js --project desk-nojs; fi
    ;;
  *) die "usage: end2end/run.sh sqlite|postgres [what Playwright takes]" ;;
esac
npm_packages "$HERE"
CHROMIUM=${CHROMIUM:-$(find_browser)} || die "Chromium is missing (scripts/setup --tests installs it)"
rm -rf "$RESULTS"
mkdir -p "$RESULTS"
ADDR="127.0.0.1:$(free_port)"
# Each test is somebody at another network address (X-Forwarded-For), else they would share the limits on signing in and up.
export TRELLIS_DATA="$WORK" TRELLIS_ADDR=$ADDR TRELLIS_TRUSTED_PROXIES=loopback

"$TRELLIS_BIN" demo >"$RESULTS/demo.txt"
"$TRELLIS_BIN" serve >"$RESULTS/server.log" 2>&1 &
SERVER=$!
for tries in $(seq 150); do
  if curl -sf -o /dev/null "http://$ADDR/readyz"; then break; fi
  if ! kill -0 "$SERVER" 2>/dev/null || [ "$tries" = 150 ]; then
    cat "$RESULTS/server.log" >&2
    die "the server did not become ready"
  fi
  sleep 0.1
done

code=0
cd "$HERE"
BASE_URL="http://$ADDR" OUTBOX="$WORK/outbox" RESULTS=$RESULTS CHROMIUM=$CHROMIUM node_modules/.bin/playwright test "$@" &
TESTS=$!
wait "$TESTS" || code=$?
TESTS=""

if ! kill -0 "$SERVER" 2>/dev/null; then
  say "the server ended by itself"
  code=1
else
  kill "$SERVER"
  wait "$SERVER" || { say "the server did not end in good order"; code=1; }
fi
SERVER=""
if grep -nE 'panicked| ERROR ' "$RESULTS/server.log" >&2; then
  say "the server's log holds errors: $RESULTS/server.log"
  code=1
fi
exit "$code"
