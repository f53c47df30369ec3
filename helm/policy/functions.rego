# How a function starts, scales and ends as a Knative Service.
package main

revision(function) := object.get(function, ["spec", "template", "spec"], {})

scaling(function, key) := object.get(function, ["spec", "template", "metadata", "annotations", key], "")

deny contains refusal("function-visibility", function, "must be cluster-local: only what a browser or a webhook reaches is public") if {
	some function in functions
	object.get(function, ["metadata", "labels", "networking.knative.dev/visibility"], "") != "cluster-local"
	not name(function) in {"api-gateway", "live-stream", "web"}
}

# Without periodSeconds the probe runs every 50 ms, with it every second at best.
deny contains refusal("probe-readiness", function, "readinessProbe must be an httpGet without periodSeconds") if {
	some function in functions
	some container in revision(function).containers
	probe := object.get(container, "readinessProbe", {})
	not quick(probe)
}

quick(probe) if {
	probe.httpGet
	not probe.periodSeconds
}

deny contains refusal("probe-startup", function, "a startupProbe makes every start from zero slow") if {
	some function in functions
	some container in revision(function).containers
	container.startupProbe
}

deny contains refusal("probe-liveness", function, "needs a livenessProbe, or an instance that hangs is kept") if {
	some function in functions
	some container in revision(function).containers
	not container.livenessProbe.httpGet
}

# The time to end is timeoutSeconds too, and 30 seconds of it pass before the process hears of it.
deny contains refusal("function-timeout", function, "timeoutSeconds must be 45 to 600") if {
	input.cluster
	some function in functions
	limit := object.get(revision(function), "timeoutSeconds", 0)
	not limit in numbers.range(45, 600)
}

# Without a bound the functions open more connections than Postgres has.
deny contains refusal("scale-bounded", function, "needs autoscaling.knative.dev/max-scale of 1 to 20") if {
	some function in functions
	not to_number(scaling(function, "autoscaling.knative.dev/max-scale")) in numbers.range(1, 20)
}

deny contains refusal("scale-bounded", function, "needs autoscaling.knative.dev/max-scale of 1 to 20") if {
	some function in functions
	scaling(function, "autoscaling.knative.dev/max-scale") == ""
}

# What waits in the queue counts as time of the request, so that it is called again while it waits.
deny contains refusal("scale-queue", function, "containerConcurrency must be 0, or twice the target at least: time in the queue is time of the delivery") if {
	some function in functions
	limit := object.get(revision(function), "containerConcurrency", 0)
	limit > 0
	limit < 2 * to_number(scaling(function, "autoscaling.knative.dev/target"))
}

deny contains refusal("queue-proxy", function, sprintf("needs %s: a quota refuses its pods otherwise", [key])) if {
	some function in functions
	some resource in ["cpu", "memory"]
	key := sprintf("queue.sidecar.serving.knative.dev/%s-resource-request", [resource])
	scaling(function, key) == ""
}

deny contains refusal("queue-proxy", function, "no CPU limit for the queue's proxy: it slows every request") if {
	some function in functions
	scaling(function, "queue.sidecar.serving.knative.dev/cpu-resource-limit") != ""
}

# A scrape is a request: it keeps an instance from going to zero.
deny contains refusal("function-scraped", function, "functions push what they measure; scraped, they never go to zero") if {
	some function in functions
	scaling(function, "prometheus.io/scrape") != ""
}

deny contains refusal("function-variables", function, sprintf("variable %s is set twice", [variable])) if {
	some function in functions
	some container in revision(function).containers
	names := [entry.name | some entry in object.get(container, "env", [])]
	some variable in names
	count([1 | some other in names; other == variable]) > 1
}

# A pod whose settings are missing never starts.
deny contains refusal("settings-exist", item.owner, sprintf("reads the ConfigMap %s, which is not here", [settings])) if {
	not input.alone
	some item in containers
	some from in object.get(item.container, "envFrom", [])
	settings := from.configMapRef.name
	not settings in object.get(names_of, "ConfigMap", set())
}
