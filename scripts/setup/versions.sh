#!/usr/bin/env bash
# What is installed beside Zerodo, each in one version. Newer ones of Knative: docs/how-to/upgrade-and-roll-back.md.

knative=https://github.com/knative
extensions=https://github.com/knative-extensions
serving_version=1.22.1
serving=$knative/serving/releases/download/knative-v$serving_version
kourier=$extensions/net-kourier/releases/download/knative-v1.22.1/kourier.yaml
eventing_version=1.22.2
eventing=$knative/eventing/releases/download/knative-v$eventing_version
knative_kafka_version=1.22.3
knative_kafka=$extensions/eventing-kafka-broker/releases/download/knative-v$knative_kafka_version
strimzi_version=1.2.0
cert_manager_version=v1.21.1
envoy_gateway_version=v1.9.0
postgres_operator_version=1.30.0
postgres_operator=https://github.com/cloudnative-pg/cloudnative-pg/releases/download/v$postgres_operator_version/cnpg-$postgres_operator_version.yaml

# A node of kind 0.31, by its content.
kind_node=kindest/node:v1.35.0@sha256:452d707d4862f52530247495d180205e029056831160e22870e37e3f6c1ac31f

# The least that Knative 1.22 starts on.
kubernetes_minimum=1.34
