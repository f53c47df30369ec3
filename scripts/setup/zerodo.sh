#!/usr/bin/env bash
# Zerodo itself: its namespace, its images, its release, and whether it answers.

prepare_namespace() {
  ours zerodo || complain 'The namespace zerodo was not made by this script: install the chart into it by hand, or delete it.'
}

# minikube and kind have ways of their own.
build_images() {
  $build || return 0
  if declare -F cloud_images >/dev/null; then
    cloud_images
  else
    run npm run images -- --push --registry "$registry" --tag "$tag"
  fi
}

install_zerodo() {
  local -a values=(--set "image.registry=$registry" --set-string "image.tag=$tag")
  [[ $url == http:* ]] || values+=(--set "publicUrl=https://$host" --set "gateway.issuer=$issuer")
  [[ -z $pull_secret ]] || values+=(--set "image.pullSecrets={$pull_secret}")
  [[ -z $otlp ]] || values+=(--set "monitoring.otlpEndpoint=$otlp")
  postgres_values
  kafka_values
  run helm upgrade --install zerodo helm/zerodo --namespace zerodo --values "helm/zerodo/values-$cloud.yaml" \
    "${values[@]}" --timeout 20m
}

wait_for_zerodo() {
  run kubectl wait deployment --all --namespace zerodo --for=condition=Available --timeout=600s
  run kubectl wait services.serving.knative.dev --all --namespace zerodo --for=condition=Ready --timeout=600s
  run kubectl wait broker,trigger --all --namespace zerodo --for=condition=Ready --timeout=300s
  run kubectl wait kafkasource --all --namespace zerodo --for=condition=Ready --timeout=300s
}

# A Gateway's certificate needs its name to lead here first, so this is where somebody has to act once.
wait_for_address() {
  run kubectl wait gateway/zerodo --namespace zerodo --for=condition=Programmed --timeout=600s
  local address
  address=$(answer address kubectl get gateway zerodo --namespace zerodo --output 'jsonpath={.status.addresses[0].value}')
  $dry || printf '  In your DNS: %s is %s (an A record for a number, a CNAME for a name).\n' "$host" "$address" >&3
  local -a trust=()
  # Nobody trusts the staging authority: that is what it is for.
  [[ $issuer == letsencrypt ]] || trust=(--insecure)
  run curl --silent --show-error --fail --location "${trust[@]}" --output /dev/null --retry 60 --retry-delay 10 \
    --retry-all-errors --max-time 20 "https://$host/"
}

remove_zerodo() {
  # Triggers and sources before the Broker, since they would go on delivering; kept ones are not Helm's to delete.
  run helm uninstall zerodo --namespace zerodo --ignore-not-found --wait
  run kubectl delete triggers.eventing.knative.dev,kafkasources.sources.knative.dev --all --namespace zerodo --ignore-not-found
  run kubectl delete brokers.eventing.knative.dev,kafkasinks.eventing.knative.dev --all --namespace zerodo --ignore-not-found
}
