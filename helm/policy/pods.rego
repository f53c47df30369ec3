# What a pod may do, and what it must say that it needs: the restricted Pod Security Standard and a read-only root file system.
package main

# In a Deployment these may stand with the pod; a Knative Service has them with the container only.
security(item, field) := object.get(
	object.get(item.container, "securityContext", {}),
	field,
	object.get(item.pod, ["securityContext", field], null),
)

deny contains refusal("pod-non-root", item.owner, "securityContext.runAsNonRoot must be true") if {
	some item in containers
	security(item, "runAsNonRoot") != true
}

deny contains refusal("pod-non-root", item.owner, "runAsUser 0 is root") if {
	some item in containers
	security(item, "runAsUser") == 0
}

deny contains refusal("pod-read-only", item.owner, "readOnlyRootFilesystem must be true; write to an emptyDir at /tmp") if {
	some item in containers
	security(item, "readOnlyRootFilesystem") != true
}

deny contains refusal("pod-escalation", item.owner, "allowPrivilegeEscalation must be false") if {
	some item in containers
	security(item, "allowPrivilegeEscalation") != false
}

deny contains refusal("pod-capabilities", item.owner, "capabilities.drop must be [ALL]") if {
	some item in containers
	object.get(item.container, ["securityContext", "capabilities", "drop"], []) != ["ALL"]
}

deny contains refusal("pod-capabilities", item.owner, "no capability may be added") if {
	some item in containers
	count(object.get(item.container, ["securityContext", "capabilities", "add"], [])) > 0
}

deny contains refusal("pod-seccomp", item.owner, "seccompProfile.type must be RuntimeDefault") if {
	some item in containers
	object.get(security(item, "seccompProfile"), "type", "") != "RuntimeDefault"
}

deny contains refusal("pod-seccomp", item.owner, "seccompProfile.type must be RuntimeDefault") if {
	some item in containers
	security(item, "seccompProfile") == null
}

deny contains refusal("pod-host", item.owner, "a privileged container is the machine's root") if {
	some item in containers
	security(item, "privileged") == true
}

deny contains refusal("pod-host", pod.owner, sprintf("%s shares what is the machine's", [field])) if {
	some pod in pods
	some field in ["hostNetwork", "hostPID", "hostIPC"]
	object.get(pod.spec, field, false) == true
}

deny contains refusal("pod-host", pod.owner, "a hostPath volume is the machine's") if {
	some pod in pods
	some volume in object.get(pod.spec, "volumes", [])
	volume.hostPath
}

deny contains refusal("pod-resources", item.owner, sprintf("resources.%s.%s is missing", path)) if {
	some item in containers
	some path in [["requests", "cpu"], ["requests", "memory"], ["limits", "memory"]]
	object.get(item.container, array.concat(["resources"], path), "") == ""
}

deny contains refusal("pod-image", item.owner, sprintf("image %s needs a tag other than latest, or a digest", [image])) if {
	input.cluster
	some item in containers
	image := object.get(item.container, "image", "?")
	not pinned(image)
}

pinned(image) if contains(image, "@sha256:")

pinned(image) if {
	found := regex.find_all_string_submatch_n(`:([^/:@]+)$`, image, 1)
	found[0][1] != "latest"
}

deny contains refusal("pod-token", pod.owner, "automountServiceAccountToken must be false: it asks the cluster nothing") if {
	some pod in pods
	not asks_the_cluster(pod.owner)
	object.get(pod.spec, "automountServiceAccountToken", true) != false
}

deny contains refusal("pod-account", pod.owner, "needs a ServiceAccount of its own, not the namespace's default") if {
	some pod in pods
	object.get(pod.spec, "serviceAccountName", "default") == "default"
}

# The test of an installation looks at its objects.
asks_the_cluster(owner) if annotation(owner, "helm.sh/hook") == "test"

deny contains refusal("pod-first-process", item.owner, sprintf("%s as the first process keeps SIGTERM to itself: run node", [command])) if {
	some item in containers
	command := object.get(item.container, ["command", 0], "node")
	regex.match(`^(.*/)?(npm|npx|yarn|pnpm|sh|bash)$`, command)
	not asks_the_cluster(item.owner)
}

# kube-score is content without.
deny contains refusal("pod-spread", deployment, "needs topologySpreadConstraints, or one node takes all of it away") if {
	some deployment in of_kind("Deployment")
	count(object.get(deployment, ["spec", "template", "spec", "topologySpreadConstraints"], [])) == 0
}
