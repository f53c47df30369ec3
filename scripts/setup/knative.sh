#!/usr/bin/env bash
# Knative: Serving with Kourier, Eventing with the Broker, the source and the sink of Kafka.

serving_part() {
  run kubectl apply --filename "$serving/serving-crds.yaml"
  run kubectl wait crd --all --for=condition=Established --timeout=60s
  run kubectl apply --filename "$serving/serving-core.yaml"
  ready knative-serving
}

kourier_part() {
  run kubectl apply --filename "$kourier"
  # The Gateway is the only door: Kourier is reached from within.
  run kubectl patch service kourier --namespace kourier-system --type merge --patch '{"spec":{"type":"ClusterIP"}}'
  settings knative-serving config-network ingress-class=kourier.ingress.networking.knative.dev
  ready kourier-system
}

eventing_part() {
  run kubectl apply --filename "$eventing/eventing-crds.yaml"
  run kubectl wait crd --all --for=condition=Established --timeout=60s
  run kubectl apply --filename "$eventing/eventing-core.yaml"
  ready knative-eventing
  local file
  for file in eventing-kafka-controller eventing-kafka-broker eventing-kafka-source eventing-kafka-sink; do
    run kubectl apply --filename "$knative_kafka/$file.yaml"
  done
  ready knative-eventing
}

# Knative says nothing of itself until it is told to. Queue-proxies push, where there is a collector: a scrape would keep them from zero.
telemetry() {
  local -a how=(metrics-protocol=prometheus) requests=(request-metrics-protocol=prometheus)
  if [[ -n $otlp ]]; then
    how=(metrics-protocol=http/protobuf "metrics-endpoint=$otlp/v1/metrics" tracing-protocol=http/protobuf
      "tracing-endpoint=$otlp/v1/traces" tracing-sampling-rate=0.1)
    requests=(request-metrics-protocol=http/protobuf "request-metrics-endpoint=$otlp/v1/metrics")
  fi
  settings knative-serving config-observability "${how[@]}" "${requests[@]}"
  settings knative-eventing config-observability "${how[@]}"
}

install_knative() {
  part knative-serving "$serving_version" serving_part
  part kourier-system "$serving_version" kourier_part
  # The registry is asked by the nodes, which may read it, and not by Knative, which may not.
  settings knative-serving config-deployment "registries-skipping-tag-resolving=kind.local,ko.local,dev.local,${registry%%/*}"
  part knative-eventing "$eventing_version" eventing_part
}

remove_eventing() {
  local file
  for file in eventing-kafka-sink eventing-kafka-source eventing-kafka-broker eventing-kafka-controller; do
    run kubectl delete --filename "$knative_kafka/$file.yaml" --ignore-not-found
  done
  run kubectl delete --filename "$eventing/eventing-core.yaml" --ignore-not-found
  run kubectl delete --filename "$eventing/eventing-crds.yaml" --ignore-not-found
}

remove_kourier() {
  run kubectl delete --filename "$kourier" --ignore-not-found
}

remove_serving() {
  run kubectl delete --filename "$serving/serving-core.yaml" --ignore-not-found
  run kubectl delete --filename "$serving/serving-crds.yaml" --ignore-not-found
}
