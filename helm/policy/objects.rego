# What every rule starts from. The input is one whole rendering: objects (all of them), production (whether it is meant for more
# than a trial), cluster (whether it is applied to one at all, or only read by npm start), alone (whether it is a function beside a
# release that has the rest), namespace, topics (of kafka/topics.yaml) and consumers (of the chart's files/consumers.yaml).
package main

of_kind(kind) := [item | some item in input.objects; item.kind == kind]

functions := [item |
	some item in of_kind("Service")
	startswith(item.apiVersion, "serving.knative.dev/")
]

# The names that there are of each kind.
names_of[item.kind] contains name(item) if some item in input.objects

function_names contains name(function) if some function in functions

name(item) := object.get(item, ["metadata", "name"], "?")

annotation(item, key) := object.get(item, ["metadata", "annotations", key], "")

# A sentence about an object, under the name of the rule that it breaks. Reads nothing that may be absent: a rule whose sentence
# cannot be written does not fire.
refusal(rule, item, sentence) := {
	"msg": sprintf("%s %s: %s", [object.get(item, "kind", "?"), name(item), sentence]),
	"rule": rule,
}

# All that runs containers, with its pod.
pods contains {"owner": owner, "spec": owner.spec.template.spec} if {
	some owner in input.objects
	owner.kind in {"Service", "Deployment", "StatefulSet", "DaemonSet", "Job"}
	owner.spec.template.spec
}

pods contains {"owner": owner, "spec": owner.spec.jobTemplate.spec.template.spec} if {
	some owner in of_kind("CronJob")
}

pods contains {"owner": owner, "spec": owner.spec} if some owner in of_kind("Pod")

containers contains {"owner": pod.owner, "pod": pod.spec, "container": container} if {
	some pod in pods
	some field in ["containers", "initContainers"]
	some container in object.get(pod.spec, field, [])
}
