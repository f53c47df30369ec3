#!/usr/bin/env bash
# What a tag of a release asks for before anything is done with it: scripts/ci/released.sh check|wait|announce
#   check     the tag is the version that the sources have, and the changelog knows it
#   wait      until the run that checks, tests and publishes this commit on main is done, and well
#   announce  a release on GitHub, with what the changelog says
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. scripts/ci/run.sh

tag=${GITHUB_REF_NAME:-}
[[ $tag =~ ^v[0-9]+\.[0-9]+\.[0-9]+$ ]] || complain "GITHUB_REF_NAME is \"$tag\", and a release is a tag such as v1.2.3."
version=${tag#v}

check() {
  local pattern='"version": "([^"]+)"'
  [[ $(<package.json) =~ $pattern ]] || complain 'package.json says no version.'
  [[ ${BASH_REMATCH[1]} == "$version" ]] ||
    complain "The tag is $tag and package.json says ${BASH_REMATCH[1]}: make releases with npm run release."
  run npm run release -- notes "$version"
}

# The tag and main are pushed together, so the run may not be there in the first moments.
wait_for_run() {
  local tries=${TRIES:-40} run=''
  wanted GITHUB_SHA 'the commit of the tag'
  while [[ -z $run ]] && ((tries-- > 0)); do
    run=$(answer run gh run list --workflow change.yaml --branch main --commit "$GITHUB_SHA" --limit 1 --json databaseId --jq '.[].databaseId')
    [[ -n $run ]] || run sleep 15
  done
  [[ -n $run ]] || complain "Nothing on main has published $GITHUB_SHA: push the commit of a tag to main as well."
  run gh run watch "$run" --exit-status --interval 60
}

announce() {
  notes=$(mktemp)
  trap 'rm -f "$notes"' EXIT
  run npm run release --silent -- notes "$version" >"$notes"
  run gh release create "$tag" --verify-tag --title "Zerodo $version" --notes-file "$notes"
}

case ${1:-} in
  check) check ;;
  wait) wait_for_run ;;
  announce) announce ;;
  *) complain 'scripts/ci/released.sh check|wait|announce' ;;
esac
