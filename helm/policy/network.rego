# Who may reach whom. What is not allowed is denied.
package main

deny contains {"msg": "A NetworkPolicy must deny all traffic that no other one allows: podSelector {}, both policyTypes, no rules.", "rule": "network-default"} if {
	input.cluster
	not input.alone
	not denies_all
}

denies_all if {
	some policy in of_kind("NetworkPolicy")
	policy.spec.podSelector == {}
	{"Ingress", "Egress"} == {type | some type in policy.spec.policyTypes}
	count(object.get(policy.spec, "ingress", [])) == 0
	count(object.get(policy.spec, "egress", [])) == 0
}

# Where everything is denied, what nobody allows times out in silence.
deny contains refusal("network-reachable", function, "no NetworkPolicy lets Knative reach it") if {
	input.cluster
	some function in functions
	labels := object.union(
		object.get(function, ["spec", "template", "metadata", "labels"], {}),
		{"serving.knative.dev/service": name(function)},
	)
	every selector in entrances {
		not object.subset(labels, selector)
	}
}

# Whom a policy lets anybody in to.
entrances contains policy.spec.podSelector.matchLabels if {
	some policy in of_kind("NetworkPolicy")
	count(object.get(policy.spec, "ingress", [])) > 0
}

deny contains refusal("network-from", policy, "lets anybody in: name who may come") if {
	some policy in of_kind("NetworkPolicy")
	some rule in object.get(policy.spec, "ingress", [])
	open_to_all(object.get(rule, "from", []))
}

deny contains refusal("network-to", policy, "lets out to everywhere on every port: name where to, or the port") if {
	some policy in of_kind("NetworkPolicy")
	some rule in object.get(policy.spec, "egress", [])
	open_to_all(object.get(rule, "to", []))
	count(object.get(rule, "ports", [])) == 0
}

open_to_all(peers) if count(peers) == 0

open_to_all(peers) if {} in peers

open_to_all(peers) if {
	some peer in peers
	object.get(peer, ["ipBlock", "cidr"], "") in {"0.0.0.0/0", "::/0"}
	count(object.get(peer, ["ipBlock", "except"], [])) == 0
}
