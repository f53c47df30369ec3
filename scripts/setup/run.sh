#!/usr/bin/env bash
# Steps and commands: nothing is called but through these, so that --dry-run prints all of it and every failure ends in one sentence.

# complain SENTENCE: says what to do, and ends.
complain() {
  printf '✗ %s\n' "$1" >&2
  exit 1
}

# step NAME FUNCTION: does one thing that has a name, and says how long it took.
step() {
  step_name=$1
  if $dry; then
    printf '\n# %s\n' "$1" >&3
    "$2"
    return
  fi
  printf '… %s\n' "$1" >&3
  local began=$SECONDS
  "$2"
  printf '✓ %s (%d s)\n' "$1" $((SECONDS - began)) >&3
}

# failed COMMAND…: the last lines of the log, then the sentence.
failed() {
  tail -n 15 "$log" >&2
  complain "$step_name: \`$(quoted "$@")\` failed. The lines above say why, $log has the rest. Put it right and run the same command again: it goes on from here."
}

# run COMMAND…: changes something. What it says goes into the log.
run() {
  if $dry; then
    quoted "$@" >&3
    return
  fi
  "$@" </dev/null >>"$log" 2>&1 || failed "$@"
}

# from FILE COMMAND…: run, with a file as its input.
from() {
  local file=$1
  shift
  if $dry; then
    printf '%s < %s\n' "$(quoted "$@")" "$file" >&3
    return
  fi
  "$@" <"$file" >>"$log" 2>&1 || failed "$@"
}

# into FILE COMMAND…: run, with its output in a file that only we can read, and not in the log.
into() {
  local file=$1
  shift
  if $dry; then
    printf '%s > %s\n' "$(quoted "$@")" "$file" >&3
    return
  fi
  mkdir -p "$(dirname "$file")"
  "$@" </dev/null >"$file" 2>>"$log" || failed "$@"
}

# there COMMAND…: whether something is there already. A dry run takes it that nothing is.
there() {
  if $dry; then
    quoted "$@" >&3
    return 1
  fi
  "$@" </dev/null >/dev/null 2>>"$log"
}

# found COMMAND…: prints what was found, or nothing. A dry run finds nothing.
found() {
  if $dry; then
    quoted "$@" >&3
    return
  fi
  "$@" </dev/null 2>>"$log" || true
}

# answer NAME COMMAND…: prints a value that has to be there; in a dry run <NAME>.
answer() {
  local name=$1 value
  shift
  if $dry; then
    quoted "$@" >&3
    printf '<%s>\n' "$name"
    return
  fi
  value=$("$@" </dev/null 2>>"$log") || failed "$@"
  [[ -n $value ]] || failed "$@"
  printf '%s\n' "$value"
}
