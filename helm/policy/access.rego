# What may be asked of the cluster itself, and where objects may be put.
package main

deny contains refusal("access-wildcard", role, sprintf("* in %s grants what nobody meant", [field])) if {
	some role in input.objects
	role.kind in {"Role", "ClusterRole"}
	some rule in object.get(role, "rules", [])
	some field in ["verbs", "resources", "apiGroups"]
	"*" in object.get(rule, field, [])
}

deny contains refusal("access-secrets", role, "nothing of Zerodo reads Secrets from the cluster: they are mounted") if {
	some role in input.objects
	role.kind in {"Role", "ClusterRole"}
	some rule in object.get(role, "rules", [])
	some resource in ["secrets", "pods/exec", "serviceaccounts/token"]
	resource in object.get(rule, "resources", [])
}

deny contains refusal("access-everybody", binding, sprintf("%s is everybody", [subject.name])) if {
	some binding in input.objects
	binding.kind in {"RoleBinding", "ClusterRoleBinding"}
	some subject in object.get(binding, "subjects", [])
	subject.name in {"system:authenticated", "system:unauthenticated", "system:anonymous", "system:serviceaccounts"}
}

# What belongs to the platform is changed by who runs the platform.
deny contains refusal("namespace-own", item, "belongs to another namespace: the chart changes nothing of the platform") if {
	some item in input.objects
	item.kind != "ReferenceGrant" # It stands where the target is.
	not object.get(item, ["metadata", "namespace"], input.namespace) in {input.namespace, ""}
}

deny contains refusal("name-twice", item, "is there twice: the later one would replace the earlier one") if {
	some id, places in places_of
	count(places) > 1
	item := input.objects[min(places)]
}

places_of[id] contains place if {
	some place, item in input.objects
	id := [item.apiVersion, item.kind, name(item)]
}
