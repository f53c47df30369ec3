package main

test_other_class if "broker-class" in broken(set("broker", "/metadata/annotations/eventing.knative.dev~1broker.class", "kafka"))

test_topic_of_its_own if "broker-topic" in broken(without("broker", "/metadata/annotations/kafka.eventing.knative.dev~1external.topic"))

test_no_partitions_for_the_broker if "broker-config" in broken(without("settings", "/data/default.topic.partitions"))

test_no_config_for_the_broker if "broker-config" in broken(set("broker", "/spec/config/name", "gone"))

test_no_filters if "filter-empty" in broken(without("trigger", "/spec/filters"))

test_filter_of_nothing if "filter-empty" in broken(set("trigger", "/spec/filters/-", {}))

test_exactly_nothing if "filter-empty" in broken(set("trigger", "/spec/filters/-", {"not": {"exact": {}}}))

test_empty_value if "filter-empty" in broken(set("trigger", "/spec/filters/-", {"exact": {"recurring": ""}}))

test_no_type if "filter-type" in broken(set("trigger", "/spec/filters", [{"exact": {"recurring": "true"}}]))

test_only_types_not_wanted if "filter-type" in broken(set("trigger", "/spec/filters", [{"not": {"exact": {"type": "a"}}}]))

test_exact_subject if "filter-attribute" in broken(set("trigger", "/spec/filters/-", {"exact": {"subject": "a"}}))

test_no_order if "trigger-order" in broken(without("trigger", "/metadata/annotations/kafka.eventing.knative.dev~1delivery.order"))

test_trigger_of_another_broker if "trigger-broker" in broken(set("trigger", "/spec/broker", "gone"))

test_broker_of_another_release if {
	changes := array.concat(set("trigger", "/spec/broker", "gone"), [{"op": "replace", "path": "/alone", "value": true}])
	not "trigger-broker" in broken(changes)
}

test_sink_is_gone if "function-exists" in broken(set("ping", "/spec/sink/ref/name", "gone"))

test_sink_is_an_address if "function-exists" in broken(set("source", "/spec/sink", {"uri": "http://elsewhere"}))

test_no_group if "source-group" in broken(without("source", "/spec/consumerGroup"))

test_latest_offset if "source-start" in broken(set("source", "/spec/initialOffset", "latest"))

test_no_ordering if "source-order" in broken(without("source", "/spec/ordering"))

test_ordered_reminders if "source-order" in broken(set("source", "/spec/ordering", "ordered"))

test_delivery_of_a_ping if "ping-delivery" in broken(set("ping", "/spec/delivery", delivery))

test_data_that_is_no_object if "ping-data" in broken(set("ping", "/spec/data", "[]"))

test_sink_that_owns_its_topic if "sink-topic" in broken(set("sink", "/spec/numPartitions", 3))

test_unknown_topic if "topic-known" in broken(set("source", "/spec/topics", ["reminder"]))

test_unknown_topic_of_the_broker if "topic-known" in broken(set("broker", "/metadata/annotations/kafka.eventing.knative.dev~1external.topic", "tasks"))

test_not_kept if "keep" in broken(without("trigger", "/metadata/annotations/helm.sh~1resource-policy"))
