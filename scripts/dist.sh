# What the scripts that make and check a release share: names, and archives that come out the same each time. Sourced.
# shellcheck shell=bash disable=SC2034

VERSION=$(sed -n '/^\[workspace.package\]/,/^\[/ s/^version = "\(.*\)"/\1/p' "$ROOT/Cargo.toml")
ARCH=$(uname -m)
DIST="$TARGET/dist"
NAME="trellis-$VERSION-$ARCH"
IMAGE="$DIST/$NAME-image.tar"

# When the commit was made, which is when everything in an archive was made.
if [ -z "${SOURCE_DATE_EPOCH:-}" ]; then
  # In a container the checkout may belong to somebody else.
  SOURCE_DATE_EPOCH=$(git -c safe.directory='*' -C "$ROOT" log -1 --format=%ct 2>/dev/null || echo 0)
fi

# tar, with nothing of this machine or this hour in the archive.
same_tar() { tar --sort=name --format=gnu --owner=0 --group=0 --numeric-owner --mode=u+rw,go=u-w "--mtime=@$SOURCE_DATE_EPOCH" "$@"; }

# sum FILE: writes FILE.sha256, for `sha256sum -c`.
sum() { (cd "$(dirname "$1")" && sha256sum "$(basename "$1")" >"$(basename "$1").sha256"); }
