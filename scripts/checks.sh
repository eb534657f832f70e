# Checks too small for a program of their own. Sourced by scripts/test.
# shellcheck shell=bash

# A step runs in a pipe, thus in a subshell: what it learnt comes back through a file.
start_postgres_here() {
  start_postgres || return 1
  {
    printf 'export TRELLIS_TEST_POSTGRES=%q\n' "$TRELLIS_TEST_POSTGRES"
    printf 'PG_HOME=%q\n' "$PG_HOME"
  } >"$LOGS/postgres.env"
  say "    $TRELLIS_TEST_POSTGRES"
}

# Source files that grew beyond what one reads in one go. Generated files and data are no source.
files_are_short() {
  local file lines bad=0
  while IFS= read -r file; do
    [ -f "$file" ] || continue
    lines=$(wc -l <"$file")
    if ((lines > 500)); then
      say "    $file has $lines lines"
      bad=1
    fi
  done < <(git -C "$ROOT" ls-files --cached --others --exclude-standard -- \
    '*.rs' '*.css' '*.js' '*.mjs' '*.ts' '*.sql' '*.sh' '*.md' Makefile scripts)
  return "$bad"
}

migrations_match() {
  diff <(cd migrations/sqlite && ls) <(cd migrations/postgres && ls)
}

# For reading, not for failing: most of them are not ours to decide.
duplicates() {
  cargo tree --duplicates --depth 0 --edges normal "${NATIVE[@]}" --exclude xtask | sed '/^$/d' | sort -u |
    awk '{ count[$1]++; versions[$1] = versions[$1] " " $2 } END { for (name in count) if (count[name] > 1) print "    " name ":" versions[name] }' | sort
}

# A public `async fn` of `service` without `#[use_case]` is compiled again wherever it is called (crates/use-case).
use_cases_are_marked() {
  local files bad program
  # shellcheck disable=SC2016 # awk's own dollars
  program='FNR == 1 { marked = 0 }
    /^#\[use_case\]/ { marked = 1; next }
    /^#\[/ { next }
    /^pub async fn/ && !marked { print "    " FILENAME ":" FNR ": " $0 }
    { marked = 0 }'
  mapfile -t files < <(cd "$ROOT" && git ls-files --cached --others --exclude-standard -- 'crates/service/src/*.rs' ':!crates/service/src/testing*')
  bad=$(cd "$ROOT" && awk "$program" "${files[@]}")
  [ -z "$bad" ] || { say "$bad"; return 1; }
}

# What a lazy page makes in `data()` lies in the file that every page loads, with the readers of its answers (docs/decisions.md).
pages_make_nothing_early() {
  local bad
  bad=$(cd "$ROOT" && grep -rA1 'fn data() -> Self {' app/src | grep -v 'fn data() -> Self {' | grep -vE -- '^--$|-        Self$')
  [ -z "$bad" ] || { say "$bad"; return 1; }
}

# Tests that no program contains. A crate's integration tests are one program, so each file must be named by the one above it; and
# crates without tests among their sources, or in their documentation, are not compiled once more to look for some.
tests_are_run() {
  local bad=0 crate file name folder above
  for crate in app crates/* frontend server xtask; do
    while IFS= read -r file; do
      name=$(basename "$file" .rs) folder=$(dirname "$file")
      if [ "$name" = mod ]; then name=$(basename "$folder") folder=$(dirname "$folder"); fi
      for above in "$folder/main.rs" "$folder/mod.rs" "$folder.rs"; do [ ! -f "$above" ] || break; done
      if ! grep -qE "^(pub )?mod $name;" "$above" 2>/dev/null && ! grep -qF "path = \"${file#"$crate"/}\"" "$crate/Cargo.toml"; then
        say "    $file is no part of $above"
        bad=1
      fi
    done < <(grep -q '^autotests = false' "$crate/Cargo.toml" && find "$crate/tests" -name '*.rs')
    if sed -n '/^\[lib\]/,/^$/p' "$crate/Cargo.toml" | grep -q '^test = false' &&
      grep -rnE '^( {4})?#\[(cfg\(test\)|([a-z]+::)?test\b)' "$crate/src"; then
      say "    $crate has \`test = false\`, so the tests in these files are not run"
      bad=1
    fi
    # ``` opens what is run, unless it says what else it is.
    if grep -q '^doctest = false' "$crate/Cargo.toml" && find "$crate/src" -name '*.rs' -exec awk '
      FNR == 1 { inside = 0 }
      match($0, /^ *\/\/[\/!] *```/) {
        if (!inside && substr($0, RSTART + RLENGTH) !~ /^(ignore|text|console|css|html|javascript|json|sh|sql|toml)/) { print FILENAME ":" FNR ": " $0 }
        inside = !inside
      }' {} + | grep .; then
      say "    $crate has \`doctest = false\`, so these examples are not run"
      bad=1
    fi
  done
  return "$bad"
}
