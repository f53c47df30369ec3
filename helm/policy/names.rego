# A name is a consumer group: under another one, a KafkaSource reads its topic again from the beginning, and a Trigger misses what was
# written in between. files/consumers.yaml of the chart has all names that were ever given.
package main

consumers := [item | some item in input.objects; item.kind in {"Trigger", "KafkaSource"}]

deny contains refusal("name-committed", consumer, "its name is not in files/consumers.yaml: keep the old name, or add a new one there") if {
	some consumer in consumers
	not name(consumer) in input.consumers
}

deny contains {"msg": sprintf("%s of files/consumers.yaml reads nothing any more: was it renamed?", [gone]), "rule": "name-gone"} if {
	input.production
	not input.alone
	some gone in input.consumers
	not gone in {name(consumer) | some consumer in consumers}
}

deny contains refusal("name-group", source, "its consumerGroup must be its name") if {
	some source in of_kind("KafkaSource")
	object.get(source, ["spec", "consumerGroup"], "") != name(source)
}
