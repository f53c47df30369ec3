#!/usr/bin/env bash
# What every set-up does, in order. A cloud adds its own in clouds/<cloud>.sh: cloud_defaults, cloud_tools, cloud_login, cloud_registry,
# cloud_cluster, cloud_reach (the end of it), cloud_remove, and cloud_pull_secret where nodes cannot read the registry by themselves. Every step asks what is there before it makes anything, so it can be run again.

set -euo pipefail

cloud=$1
shift
library=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$library/../.."

# What a cloud or an option says otherwise.
host='' cluster=zerodo region='' nodes=3-6 size='' existing=false registry='' pull_secret='' tag='' build=true kafka=strimzi
issuer=letsencrypt otlp='' dry=false teardown=false yes=false step_name='Options'

for file in quote run tools options versions namespaces knative door postgres kafka secrets zerodo "clouds/$cloud"; do
  # shellcheck source=/dev/null
  . "$library/$file.sh"
done

kubernetes() {
  if $existing; then run kubectl config current-context; fi
  local version
  version=$(answer "Kubernetes $kubernetes_minimum" kubectl version --output 'go-template={{.serverVersion.gitVersion}}')
  version=${version#v}
  $dry || ! older "$version" "$kubernetes_minimum" ||
    complain "The cluster is Kubernetes $version, and Knative needs $kubernetes_minimum or newer: upgrade it first."
}

set_up() {
  demands
  step 'Prerequisites' prerequisites
  $existing || step 'Log-in' cloud_login
  $existing || step 'Registry' cloud_registry
  $existing || step 'Cluster' cloud_cluster
  step 'Kubernetes' kubernetes
  step 'Images' build_images
  step 'Knative' install_knative
  step 'Telemetry' telemetry
  step 'Kafka' install_kafka
  step 'Postgres' install_postgres
  step 'Certificates and Gateway' install_door
  step 'Namespace' prepare_namespace
  if declare -F cloud_pull_secret >/dev/null && ! $existing; then step 'Pull access' cloud_pull_secret; fi
  step 'Secrets' make_secrets
  step 'Zerodo' install_zerodo
  step 'Readiness' wait_for_zerodo
  step 'Address' cloud_reach
  $dry || printf '\n%s\n' "$url" >&3
}

# In a cluster that this script made, the cluster goes with all that is in it; in another, part by part.
tear_down() {
  if ! $dry && ! $yes; then
    printf 'This removes Zerodo from %s, with all its tasks. Type %s to go on: ' "$cloud" "$cluster" >&3
    read -r typed && [[ $typed == "$cluster" ]] || complain 'Nothing was removed.'
  fi
  if $existing; then step 'Parts in the cluster' remove_parts; else
    step 'Log-in' cloud_login
    step 'Cluster and registry' cloud_remove
  fi
}

remove_parts() {
  remove zerodo remove_zerodo
  remove postgres remove_postgres
  remove cnpg-system remove_postgres_operator
  remove kafka remove_kafka
  remove knative-eventing remove_eventing
  remove kourier-system remove_kourier
  remove knative-serving remove_serving
  remove cert-manager remove_cert_manager
  remove envoy-gateway-system remove_envoy
}

exec 3>&1
cloud_defaults
options "$@"
url=${url:-https://$host}
if [[ -z $tag ]]; then
  pattern='"version": "([^"]+)"'
  [[ $(<package.json) =~ $pattern ]] && tag=${BASH_REMATCH[1]}
fi
if $dry; then
  private='<private>' log=/dev/null
else
  umask 077
  private=$(mktemp -d)
  trap 'rm -rf "$private"' EXIT
  log=${ZERODO_HOME:-.zerodo}/setup-$cloud.log
  mkdir -p "${log%/*}"
  : >"$log"
fi
if $teardown; then tear_down; else set_up; fi
