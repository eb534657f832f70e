# Shared by the scripts here: talking, timing, installing. Sourced, never run.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
TOOLS="$ROOT/.tools"
TARGET="${CARGO_TARGET_DIR:-$ROOT/target}"
case "$TARGET" in /*) ;; *) TARGET="$ROOT/$TARGET" ;; esac

say() { printf '%s\n' "$*" >&2; }
die() { say "error: $*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }
now() { date +%s; }

# Where files lie that nobody needs for long: in memory, if 4 GiB of it are set aside for files and free.
quick_folder() {
  local free
  free=$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1) || free=0
  if [ -w /dev/shm ] && [ "${free:-0}" -ge $((4 * 1024 * 1024)) ]; then echo /dev/shm; else echo "${TMPDIR:-/tmp}"; fi
}

# room_for GIGABYTES: says so when the disk that builds are written to has less left.
room_for() {
  local free
  mkdir -p "$TARGET"
  free=$(df --output=avail -k "$TARGET" 2>/dev/null | tail -n 1) || return 0
  if [ "${free:-0}" -lt $(($1 * 1024 * 1024)) ]; then
    say "warning: $((free / 1024 / 1024)) GB are free for $TARGET; what is built from nothing may need $1 GB"
  fi
}

# How long since $1, for people: "42 s" or "3 min 5 s".
since() {
  local took=$(($(now) - $1))
  if ((took < 60)); then echo "$took s"; else echo "$((took / 60)) min $((took % 60)) s"; fi
}

# step NAME COMMAND… says what begins, and how long it took.
step() {
  local name=$1 start
  shift
  start=$(now)
  say "==> $name"
  "$@" || die "$name failed after $(since "$start")"
  say "    $name: $(since "$start")"
}

# As the superuser: directly, with sudo, or not at all.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif has sudo; then
    sudo -n "$@" || sudo "$@"
  else
    say "this needs root: $*"
    return 1
  fi
}

# apt_install PACKAGE… with no questions; the lists are fetched only when they lack a package.
apt_install() {
  has apt-get || { say "please install with your system's package manager: $*"; return 1; }
  local package
  for package in "$@"; do
    if ! apt-cache policy "$package" 2>/dev/null | grep -q 'Candidate: [^(]'; then
      as_root apt-get update -qq || return 1
      break
    fi
  done
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# npm_packages FOLDER installs what its lock file says, unless that was done already.
npm_packages() {
  local folder=$1 mark="$1/node_modules/.installed"
  has npm || { say "npm is missing: please install Node.js 20 or newer"; return 1; }
  if [ -f "$mark" ] && cmp -s "$mark" "$folder/package-lock.json"; then return 0; fi
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 NO_UPDATE_NOTIFIER=1 npm ci --prefix "$folder" --no-audit --no-fund --loglevel=error || return 1
  cp "$folder/package-lock.json" "$mark"
}

# Puts what scripts/setup decided (PATH, compiler, linker) into this shell.
use_tools() {
  [ -f "$TOOLS/env.sh" ] || die "run scripts/setup first"
  # shellcheck source=/dev/null
  . "$TOOLS/env.sh"
}
