# How events get from a topic to a function: Broker, Trigger, KafkaSource, KafkaSink, PingSource.
package main

deny contains refusal("broker-class", broker, "the annotation eventing.knative.dev/broker.class must be Kafka, spelt so") if {
	some broker in of_kind("Broker")
	annotation(broker, "eventing.knative.dev/broker.class") != "Kafka"
}

deny contains refusal("broker-topic", broker, "needs kafka.eventing.knative.dev/external.topic: a topic of its own is deleted with it") if {
	some broker in of_kind("Broker")
	annotation(broker, "kafka.eventing.knative.dev/external.topic") == ""
}

# All of them are read, even though the topic is there already.
deny contains refusal("broker-config", broker, sprintf("its ConfigMap %s lacks %s", [config, key])) if {
	some broker in of_kind("Broker")
	config := object.get(broker, ["spec", "config", "name"], "?")
	written := [object.get(item, "data", {}) | some item in of_kind("ConfigMap"); name(item) == config]
	some key in ["bootstrap.servers", "default.topic.partitions", "default.topic.replication.factor"]
	not written[0][key]
}

# Every event of a type that nobody meant would wake the function, and an echo would go round for ever.
deny contains refusal("filter-empty", trigger, "filters must not be empty: it would get every event") if {
	some trigger in of_kind("Trigger")
	count(object.get(trigger, ["spec", "filters"], [])) == 0
}

deny contains refusal("filter-empty", trigger, sprintf("the filter at %v matches every event", [path])) if {
	some trigger in of_kind("Trigger")
	walk(object.get(trigger, ["spec", "filters"], []), [path, value])
	count(path) > 0
	value in [{}, [], ""]
}

deny contains refusal("filter-type", trigger, "filters must name the types that it wants") if {
	some trigger in of_kind("Trigger")
	not names_types(trigger)
}

names_types(trigger) if {
	walk(trigger.spec.filters, [path, _])
	path[count(path) - 1] == "type"
	path[count(path) - 2] in {"exact", "prefix", "suffix"}
	not "not" in path
}

# Before eventing-kafka-broker 1.23 such a filter throws where the event lacks the attribute, and the event is discarded.
deny contains refusal("filter-attribute", trigger, sprintf("no exact filter on %s: not every event has it", [attribute])) if {
	some trigger in of_kind("Trigger")
	walk(object.get(trigger, ["spec", "filters"], []), [path, _])
	attribute := path[count(path) - 1]
	attribute in {"subject", "datacontenttype"}
}

deny contains refusal("trigger-order", trigger, "the annotation kafka.eventing.knative.dev/delivery.order must say ordered or unordered") if {
	some trigger in of_kind("Trigger")
	not annotation(trigger, "kafka.eventing.knative.dev/delivery.order") in {"ordered", "unordered"}
}

deny contains refusal("trigger-broker", trigger, "its Broker is not here") if {
	not input.alone
	some trigger in of_kind("Trigger")
	not object.get(trigger, ["spec", "broker"], "?") in object.get(names_of, "Broker", set())
}

deny contains refusal("function-exists", owner, "what it calls is not a function of this release") if {
	some owner in input.objects
	owner.kind in {"Trigger", "KafkaSource", "PingSource"}
	not calls_function(owner)
}

calls_function(owner) if target(owner) in function_names

deny contains refusal("source-group", source, "consumerGroup must be given: a random one starts anew with every installation") if {
	some source in of_kind("KafkaSource")
	object.get(source, ["spec", "consumerGroup"], "") == ""
}

deny contains refusal("source-start", source, "initialOffset must be earliest: nothing written before the installation may be missed") if {
	some source in of_kind("KafkaSource")
	object.get(source, ["spec", "initialOffset"], "latest") != "earliest"
}

deny contains refusal("source-order", source, "ordering must be stated") if {
	some source in of_kind("KafkaSource")
	not object.get(source, ["spec", "ordering"], "") in {"ordered", "unordered"}
}

# One reminder that is tried again would hold its partition for minutes.
deny contains refusal("source-order", source, "reminders are ordering: unordered") if {
	some source in of_kind("KafkaSource")
	"reminders" in object.get(source, ["spec", "topics"], [])
	object.get(source, ["spec", "ordering"], "") != "unordered"
}

deny contains refusal("ping-delivery", source, "a PingSource has no delivery: the field is dropped in silence") if {
	some source in of_kind("PingSource")
	source.spec.delivery
}

deny contains refusal("ping-data", source, "with contentType application/json the data must be an object") if {
	some source in of_kind("PingSource")
	object.get(source, ["spec", "contentType"], "") == "application/json"
	not is_object(json.unmarshal(object.get(source, ["spec", "data"], "{}")))
}

deny contains refusal("sink-topic", sink, "numPartitions and replicationFactor make the topic the sink's own, and deleting it deletes the topic") if {
	some sink in of_kind("KafkaSink")
	some field in ["numPartitions", "replicationFactor"]
	sink.spec[field]
}

deny contains refusal("topic-known", owner, sprintf("topic %s is not in kafka/topics.yaml", [topic])) if {
	some owner in input.objects
	some topic in topics_of(owner)
	not topic in input.topics
}

topics_of(item) := item.spec.topics if item.kind == "KafkaSource"

topics_of(item) := [object.get(item, ["spec", "topic"], "?")] if item.kind == "KafkaSink"

topics_of(item) := [annotation(item, "kafka.eventing.knative.dev/external.topic")] if item.kind == "Broker"

# Deleting one of these deletes a consumer group or ends a subscription for good.
deny contains refusal("keep", owner, "needs the annotation helm.sh/resource-policy: keep") if {
	some owner in input.objects
	owner.kind in {"Broker", "Trigger", "KafkaSource", "KafkaSink", "KafkaTopic"}
	annotation(owner, "helm.sh/resource-policy") != "keep"
}
