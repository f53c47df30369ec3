# What becomes of an event that cannot be handled at once. Nothing is merged: what a Trigger leaves out is not taken from its Broker, and
# without retries and a dead-letter sink an event is dropped after one attempt.
package main

deliveries contains {"owner": owner, "delivery": object.get(owner, ["spec", "delivery"], {})} if {
	some owner in input.objects
	owner.kind in {"Trigger", "KafkaSource"}
}

# A Broker's own is for Triggers of others, so it may be left out, but not in part.
deliveries contains {"owner": owner, "delivery": owner.spec.delivery} if some owner in of_kind("Broker")

deny contains refusal("delivery-complete", item.owner, sprintf("delivery.%s is missing; all five fields or events are dropped", [field])) if {
	some item in deliveries
	some field in ["retry", "backoffPolicy", "backoffDelay", "timeout", "deadLetterSink"]
	not item.delivery[field]
}

deny contains refusal("delivery-duration", item.owner, sprintf("delivery.%s must be an ISO 8601 duration such as PT5S", [field])) if {
	some item in deliveries
	some field in ["backoffDelay", "timeout"]
	item.delivery[field]
	not seconds(item.delivery[field])
}

# A restart of the node took 100 seconds until deliveries arrived again.
deny contains refusal("delivery-outlasts", item.owner, sprintf("retries end after %v s; a restart of the platform takes longer than that", [total])) if {
	some item in deliveries
	total := waits(item.delivery)
	total < 300
}

deny contains refusal("dead-letter-sink", item.owner, "dead letters go to a KafkaSink: a Service that fails loses the event") if {
	some item in deliveries
	object.get(item.delivery, ["deadLetterSink", "ref", "kind"], "") != "KafkaSink"
}

deny contains refusal("dead-letter-sink", item.owner, sprintf("its dead letters go to the KafkaSink %s, which is not here", [sink])) if {
	not input.alone
	some item in deliveries
	sink := object.get(item.delivery, ["deadLetterSink", "ref", "name"], "?")
	not sink in object.get(names_of, "KafkaSink", set())
}

# A delivery that gives up first calls the function again while it still works on the first call.
deny contains refusal("delivery-timeout", item.owner, sprintf("delivery.timeout must be longer than timeoutSeconds (%v) of %s", [own, name(function)])) if {
	some item in deliveries
	some function in functions
	name(function) == target(item.owner)
	own := object.get(function, ["spec", "template", "spec", "timeoutSeconds"], 300)
	seconds(object.get(item.delivery, "timeout", "PT0S")) <= own
}

target(item) := item.spec.subscriber.ref.name

target(item) := item.spec.sink.ref.name

seconds(text) := (3600 * part(text, "H")) + (60 * part(text, "M")) + part(text, "S") if {
	regex.match(`^PT([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]+)?S)?$`, text)
	text != "PT"
}

part(text, unit) := to_number(found[0][1]) if {
	found := regex.find_all_string_submatch_n(sprintf("([0-9.]+)%s", [unit]), text, 1)
	count(found) > 0
} else := 0

# The first exponential wait is twice backoffDelay.
waits(delivery) := seconds(delivery.backoffDelay) * (bits.lsh(1, delivery.retry + 1) - 2) if delivery.backoffPolicy == "exponential"

waits(delivery) := (seconds(delivery.backoffDelay) * (delivery.retry * (delivery.retry + 1))) / 2 if delivery.backoffPolicy == "linear"
