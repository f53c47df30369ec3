package main

test_no_default if "network-default" in broken(without("policy", ""))

test_half_a_default if "network-default" in broken(set("policy", "/spec/policyTypes", ["Ingress"]))

test_function_that_nobody_may_reach if "network-reachable" in broken(without("allowed", "/spec/ingress"))

another(kind, rule) := [{"op": "add", "path": "/objects/-", "value": {
	"apiVersion": "networking.k8s.io/v1",
	"kind": "NetworkPolicy",
	"metadata": {"name": "another"},
	"spec": {kind: [rule]},
}}]

test_from_anybody if "network-from" in broken(another("ingress", {}))

test_from_every_pod_of_every_network if "network-from" in broken(another("ingress", {"from": [{"ipBlock": {"cidr": "0.0.0.0/0"}}]}))

test_to_everywhere if "network-to" in broken(another("egress", {"to": [{}]}))

test_to_everywhere_on_a_port if not "network-to" in broken(another("egress", {"ports": [{"port": 5432}]}))
