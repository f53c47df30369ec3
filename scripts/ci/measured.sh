#!/usr/bin/env bash
# What is measured, where it is read and kept: scripts/ci/measured.sh TASK [ARGUMENT…] calls `npm run TASK`, with what it says in
# .zerodo/TASK.txt and, in a job, on the page of the run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. scripts/ci/run.sh

(($# > 0)) || complain 'Say what is to be measured: scripts/ci/measured.sh bench.'
task=$1
shift
mkdir -p .zerodo
: >".zerodo/$task.txt"
status=0
run npm run "$task" -- "$@" >".zerodo/$task.txt" || status=$?
cat ".zerodo/$task.txt"
if [[ -n ${GITHUB_STEP_SUMMARY:-} ]]; then
  # Lines of npm itself are not of the table.
  grep -v '^>' ".zerodo/$task.txt" >>"$GITHUB_STEP_SUMMARY" || true
fi
exit "$status"
