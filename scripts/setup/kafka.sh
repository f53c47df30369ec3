#!/usr/bin/env bash
# Kafka: a cluster of Strimzi's, of three nodes or one, or one that is there already.

strimzi_part() {
  run helm upgrade --install strimzi oci://quay.io/strimzi-helm/strimzi-kafka-operator --version "$strimzi_version" \
    --namespace kafka --wait --timeout 10m
  local cluster=cluster topics=topics
  if [[ $kafka == small ]]; then
    cluster=cluster-development
    topics=topics-development
  fi
  run kubectl apply --filename "kafka/strimzi/$cluster.yaml"
  run kubectl wait kafka/zerodo --namespace kafka --for=condition=Ready --timeout=900s
  run kubectl apply --filename "kafka/strimzi/$topics.yaml"
  run kubectl apply --filename kafka/strimzi/one-user.yaml
  run kubectl wait kafkatopic --all --namespace kafka --for=condition=Ready --timeout=300s
  run kubectl wait kafkauser/zerodo --namespace kafka --for=condition=Ready --timeout=300s
}

install_kafka() {
  if [[ $kafka == external ]]; then
    run npm run topics -- --bootstrap "$KAFKA_BROKERS"
  else
    part kafka "$strimzi_version-$kafka" strimzi_part
  fi
}

# The folder of Secret zerodo-kafka, under the names that Knative's Kafka components read.
kafka_files() {
  local folder=$1
  if [[ $kafka != external ]]; then
    into "$folder/password" kubectl get secret zerodo --namespace kafka --output 'go-template={{.data.password | base64decode}}'
    into "$folder/ca.crt" kubectl get secret zerodo-cluster-ca-cert --namespace kafka \
      --output 'go-template={{index .data "ca.crt" | base64decode}}'
  fi
  if $dry; then return; fi
  mkdir -p "$folder"
  if [[ $kafka == external ]]; then
    printf '%s' "${ZERODO_KAFKA_PROTOCOL:-PLAINTEXT}" >"$folder/protocol"
    printf '%s' "${ZERODO_KAFKA_MECHANISM:-SCRAM-SHA-512}" >"$folder/sasl.mechanism"
    printf '%s' "${ZERODO_KAFKA_USER:-}" >"$folder/user"
    printf '%s' "${ZERODO_KAFKA_PASSWORD:-}" >"$folder/password"
    [[ -z ${ZERODO_KAFKA_CA:-} ]] || printf '%s' "$ZERODO_KAFKA_CA" >"$folder/ca.crt"
  else
    printf SASL_SSL >"$folder/protocol"
    printf SCRAM-SHA-512 >"$folder/sasl.mechanism"
    printf zerodo >"$folder/user"
  fi
}

kafka_values() {
  case $kafka in
    external)
      values+=(--set "kafka.bootstrapServers={$KAFKA_BROKERS}" --set "kafka.protocol=${ZERODO_KAFKA_PROTOCOL:-PLAINTEXT}")
      [[ -n ${ZERODO_KAFKA_CA:-} ]] || values+=(--set kafka.privateCa=false)
      ;;
    *)
      values+=(--set 'kafka.bootstrapServers={zerodo-kafka-bootstrap.kafka:9093}' --set kafka.protocol=SASL_SSL)
      [[ $kafka != small ]] || values+=(--set kafka.replicas=1)
      ;;
  esac
}

remove_kafka() {
  # The operator has to see its topics and users go, or they stay for ever: it is the last to be removed.
  if known kafkas.kafka.strimzi.io; then
    run kubectl delete kafkatopic,kafkauser --all --namespace kafka --ignore-not-found
    run kubectl delete kafka,kafkanodepool --all --namespace kafka --ignore-not-found
  fi
  run helm uninstall strimzi --namespace kafka --ignore-not-found --wait
}
