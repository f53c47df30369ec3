package main

test_no_delivery if "delivery-complete" in broken(without("trigger", "/spec/delivery"))

test_no_delivery_of_a_source if "delivery-complete" in broken(without("source", "/spec/delivery"))

test_no_retry if "delivery-complete" in broken(without("trigger", "/spec/delivery/retry"))

test_a_part_for_a_broker if "delivery-complete" in broken(set("broker", "/spec/delivery", {"retry": 8}))

test_go_duration if "delivery-duration" in broken(set("source", "/spec/delivery/timeout", "65s"))

test_few_retries if "delivery-outlasts" in broken(set("source", "/spec/delivery/retry", 2))

test_linear_retries if "delivery-outlasts" in broken(set("trigger", "/spec/delivery/backoffPolicy", "linear"))

test_many_linear_retries if {
	longer := array.concat(set("trigger", "/spec/delivery/backoffPolicy", "linear"), set("trigger", "/spec/delivery/retry", 30))
	broken(longer) == set()
}

test_dead_letters_to_a_service if "dead-letter-sink" in broken(set("trigger", "/spec/delivery/deadLetterSink/ref/kind", "Service"))

test_dead_letters_to_nowhere if "dead-letter-sink" in broken(set("trigger", "/spec/delivery/deadLetterSink/ref/name", "gone"))

test_impatient_delivery if "delivery-timeout" in broken(set("source", "/spec/delivery/timeout", "PT1M"))

test_minutes_and_seconds if broken(set("source", "/spec/delivery/timeout", "PT1M5S")) == set()
