#!/usr/bin/env bash
# Minikube: one node on this machine, images built within it, and its own Ingress controller instead of a Gateway.

cloud_defaults() {
  host=zerodo.localhost url=http://zerodo.localhost registry=dev.local/zerodo kafka=small
}

cloud_tools() {
  need 1.37 https://minikube.sigs.k8s.io minikube version --short
}

cloud_login() {
  return 0
}

cloud_registry() {
  return 0
}

cloud_cluster() {
  there minikube status --profile "$cluster" ||
    run minikube start --profile "$cluster" --kubernetes-version v1.35.6 --container-runtime docker --cpus 4 --memory 10g \
      --addons ingress
  run minikube update-context --profile "$cluster"
}

cloud_images() {
  into "$private/docker-env" minikube docker-env --profile "$cluster" --shell bash
  # shellcheck source=/dev/null
  $dry || . "$private/docker-env"
  run npm run images -- --registry "$registry" --tag "$tag"
}

cloud_reach() {
  local address
  address=$(answer address minikube ip --profile "$cluster")
  run curl --silent --show-error --fail --location --output /dev/null --retry 30 --retry-delay 5 --retry-all-errors --max-time 20 \
    --resolve "$host:80:$address" "$url/"
  $dry || printf '  It answers at %s. `minikube tunnel --profile %s` leads %s there, for as long as it runs.\n' "$address" "$cluster" "$url" >&3
}

cloud_remove() {
  labelled zerodo "$made_by" || $dry ||
    complain "Nothing in the current cluster was made by this script: \`minikube delete --profile $cluster\` if you mean it."
  run minikube delete --profile "$cluster"
}
