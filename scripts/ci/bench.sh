#!/usr/bin/env bash
# `npm run bench`, with what it says in .zerodo/bench.txt and, in a job, on the page of the run. A row tells most beside its baseline.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. scripts/ci/run.sh

mkdir -p .zerodo
: >.zerodo/bench.txt
status=0
run npm run bench -- "$@" >.zerodo/bench.txt || status=$?
cat .zerodo/bench.txt
if [[ -n ${GITHUB_STEP_SUMMARY:-} ]]; then
  {
    printf '```\n'
    cat .zerodo/bench.txt
    printf '```\n'
  } >>"$GITHUB_STEP_SUMMARY"
fi
exit "$status"
