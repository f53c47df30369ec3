#!/usr/bin/env bash
# The chart on its way to people: scripts/ci/chart.sh test|push
#   test  packs it, and renders what was packed with each file of values: what a package leaves out is missing here, not there
#   push  to oci://$REGISTRY/charts, signed by content; no key, who signs is the workflow (Sigstore)
# REGISTRY is this repository's packages where nobody says otherwise. DRY_RUN=true prints the commands.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. scripts/ci/run.sh

registry=${REGISTRY:-ghcr.io/$(tr '[:upper:]' '[:lower:]' <<<"${GITHUB_REPOSITORY:-}")}
version=$(sed -n 's/^version: //p' helm/zerodo/Chart.yaml)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
package=$folder/zerodo-$version.tgz

pack() {
  run helm package helm/zerodo --destination "$folder"
}

# Without a cluster nothing can be asked of one.
render() {
  run helm template zerodo "$package" --namespace zerodo --values "$1" --set checkCluster=false --kube-version 1.34.0 >"$folder/out"
}

push() {
  local said digest
  wanted REGISTRY_TOKEN 'a token that may push to the registry'
  log_in "${registry%%/*}" helm registry login
  log_in "${registry%%/*}" docker login
  said=$(answer said helm push "$package" "oci://$registry/charts" 2>&1)
  printf '%s\n' "$said" >&2
  if dry; then digest='<digest>'; else digest=$(sed -n 's/^Digest: *//p' <<<"$said"); fi
  [[ -n $digest ]] || complain 'helm push does not say what it pushed: the chart is there, and not signed.'
  run cosign sign --yes "$registry/charts/zerodo@$digest"
}

case ${1:-} in
  test)
    pack
    for values in helm/zerodo/values-*.yaml; do render "$values"; done
    ;;
  push)
    pack
    push
    ;;
  *) complain 'scripts/ci/chart.sh test|push' ;;
esac
