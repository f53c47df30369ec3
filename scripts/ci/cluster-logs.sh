#!/usr/bin/env bash
# What a cluster says of itself when something went wrong in it, into .zerodo/cluster-*.txt. Never fails: it is called when something has.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit
. scripts/ci/run.sh

mkdir -p .zerodo
cp .zerodo/setup-kind.log .zerodo/cluster-setup.txt 2>/dev/null
run kubectl get pods --all-namespaces --output wide >.zerodo/cluster-pods.txt
run kubectl get events --all-namespaces --sort-by .lastTimestamp >.zerodo/cluster-events.txt
run kubectl get services.serving.knative.dev,broker,trigger,kafkasource,pingsource --namespace zerodo --output yaml >.zerodo/cluster-objects.txt
run kubectl logs --namespace zerodo --selector app.kubernetes.io/part-of=zerodo --all-containers --prefix --tail 200 >.zerodo/cluster-logs.txt
exit 0
