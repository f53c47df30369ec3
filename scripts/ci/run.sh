#!/usr/bin/env bash
# How a script of a workflow does things: every command is printed before it is run, and with DRY_RUN=true only printed.

# shellcheck source=scripts/setup/quote.sh
. "$(dirname "${BASH_SOURCE[0]}")/../setup/quote.sh"

# complain SENTENCE: says what to do, and ends.
complain() {
  printf '✗ %s\n' "$1" >&2
  exit 1
}

# dry: whether nothing is to be done.
dry() {
  [[ ${DRY_RUN:-false} == true ]]
}

# run COMMAND…
run() {
  quoted "$@" >&2
  dry || "$@"
}

# answer NAME COMMAND…: prints what the command says; in a dry run <NAME>.
answer() {
  local name=$1
  shift
  quoted "$@" >&2
  if dry; then printf '<%s>\n' "$name"; else "$@"; fi
}

# wanted NAME MEANING: complains about a setting that nobody has given.
wanted() {
  [[ -n ${!1:-} ]] || complain "$1 is not set: $2. docs/reference/secrets.md lists what each workflow wants."
}

# log_in HOST COMMAND…: to a registry, with $REGISTRY_TOKEN, which stands in no argument that other processes could read.
log_in() {
  local host=$1
  shift
  quoted "$@" "$host" --username "${GITHUB_ACTOR:-zerodo}" --password-stdin >&2
  dry || "$@" "$host" --username "${GITHUB_ACTOR:-zerodo}" --password-stdin <<<"$REGISTRY_TOKEN"
}
