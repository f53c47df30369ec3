package main

test_every_verb if "access-wildcard" in broken(set("role", "/rules/0/verbs", ["*"]))

test_reading_secrets if "access-secrets" in broken(set("role", "/rules/0/resources", ["secrets"]))

test_everybody if "access-everybody" in broken(set("binding", "/subjects/0/name", "system:authenticated"))

test_namespace_of_the_platform if "namespace-own" in broken(set("account", "/metadata/namespace", "knative-eventing"))

test_twice if "name-twice" in broken([{"op": "add", "path": "/objects/-", "value": account}])
