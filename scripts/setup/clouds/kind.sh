#!/usr/bin/env bash
# kind: one node in a container, images built on this machine and loaded into it, and the Gateway on port 80 of this machine.

cloud_defaults() {
  host=zerodo.localhost url=http://zerodo.localhost registry=dev.local/zerodo kafka=small
}

cloud_tools() {
  need 0.31 https://kind.sigs.k8s.io kind version
}

cloud_login() {
  return 0
}

cloud_registry() {
  return 0
}

cloud_cluster() {
  there kind get kubeconfig --name "$cluster" ||
    run kind create cluster --name "$cluster" --image "$kind_node" --config scripts/setup/kind/cluster.yaml --wait 5m
  run kind export kubeconfig --name "$cluster"
}

cloud_images() {
  local -a all
  run npm run images -- --registry "$registry" --tag "$tag"
  read -ra all <<<"$(answer images docker image ls --filter "reference=$registry/*:$tag" --format '{{.Repository}}:{{.Tag}}' |
    tr '\n' ' ')"
  run kind load docker-image "${all[@]}" --name "$cluster"
}

cloud_reach() {
  run kubectl wait gateway/zerodo --namespace zerodo --for=condition=Programmed --timeout=600s
  run curl --silent --show-error --fail --location --output /dev/null --retry 30 --retry-delay 5 --retry-all-errors --max-time 20 "$url/"
}

cloud_remove() {
  labelled zerodo "$made_by" || $dry ||
    complain "Nothing in the current cluster was made by this script: \`kind delete cluster --name $cluster\` if you mean it."
  run kind delete cluster --name "$cluster"
}
