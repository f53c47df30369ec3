# Who may reach whom. What is not allowed is denied.
package main

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
