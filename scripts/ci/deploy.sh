#!/usr/bin/env bash
# Brings the installation of an environment to the images of a tag: logs in to its cluster, and calls `npm run deploy`.
#   CLOUD       aks, gke, oke, doks or kubeconfig
#   URL         where people reach it
#   TAG         of the images; a commit where nobody says
#   CANARY      the percent that new revisions get first, with PROMETHEUS=namespace/service:port; empty: all at once
#   FUNCTION    this one alone, which is a release of its own
# What each cloud wants besides: docs/reference/secrets.md. DRY_RUN=true prints the commands.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. scripts/ci/run.sh

registry=${REGISTRY:-ghcr.io/$(tr '[:upper:]' '[:lower:]' <<<"${GITHUB_REPOSITORY:-}")}
tag=${TAG:-${GITHUB_SHA:-}}
[[ -n $tag ]] || complain 'Say which images: TAG=1.2.3.'
wanted URL 'where people reach the installation'
[[ -z ${CANARY:-} || -n ${PROMETHEUS:-} ]] ||
  complain 'CANARY wants PROMETHEUS=namespace/service:port, which is asked how the new revisions do.'

umask 077
private=$(mktemp -d)
trap 'rm -rf "$private"' EXIT
export KUBECONFIG=$private/kubeconfig
. scripts/ci/clouds.sh

case ${CLOUD:-} in
  aks | gke | oke | doks | kubeconfig) "log_in_$CLOUD" ;;
  *) complain "CLOUD is \"${CLOUD:-}\": aks, gke, oke, doks or kubeconfig." ;;
esac

how=(--tag "${tag#v}" --registry "$registry" --namespace "${NAMESPACE:-zerodo}")
[[ -z ${FUNCTION:-} ]] || how+=(--release "$FUNCTION")
[[ -z ${CANARY:-} ]] || how+=(--canary "$CANARY" --prometheus "$PROMETHEUS" --watch "${WATCH:-10}")
run npm run deploy -- "$URL" "${how[@]}"
