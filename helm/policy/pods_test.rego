package main

test_root if "pod-non-root" in broken(without("container", "/securityContext/runAsNonRoot"))

test_user_zero if "pod-non-root" in broken(set("container", "/securityContext/runAsUser", 0))

test_writable_root if "pod-read-only" in broken(set("container", "/securityContext/readOnlyRootFilesystem", false))

test_escalation if "pod-escalation" in broken(without("container", "/securityContext/allowPrivilegeEscalation"))

test_kept_capabilities if "pod-capabilities" in broken(without("container", "/securityContext/capabilities"))

test_added_capability if "pod-capabilities" in broken(set("container", "/securityContext/capabilities/add", ["NET_ADMIN"]))

test_no_seccomp if "pod-seccomp" in broken(without("container", "/securityContext/seccompProfile"))

test_other_seccomp if "pod-seccomp" in broken(set("container", "/securityContext/seccompProfile/type", "Unconfined"))

test_seccomp_of_the_pod_counts if {
	moved := array.concat(
		without("deployment", "/spec/template/spec/containers/0/securityContext/seccompProfile"),
		set("deployment", "/spec/template/spec/securityContext", {"seccompProfile": {"type": "RuntimeDefault"}}),
	)
	broken(moved) == set()
}

test_privileged if "pod-host" in broken(set("container", "/securityContext/privileged", true))

test_network_of_the_host if "pod-host" in broken(set("deployment", "/spec/template/spec/hostNetwork", true))

test_path_of_the_host if {
	volumes := [{"name": "root", "hostPath": {"path": "/"}}]
	"pod-host" in broken(set("deployment", "/spec/template/spec/volumes", volumes))
}

test_no_memory_limit if "pod-resources" in broken(without("container", "/resources/limits/memory"))

test_no_resources if "pod-resources" in broken(without("container", "/resources"))

test_latest if "pod-image" in broken(set("container", "/image", "zerodo/stats-record:latest"))

test_no_tag if "pod-image" in broken(set("container", "/image", "registry.example.com:5000/stats-record"))

test_a_digest_is_pinned if broken(set("container", "/image", "zerodo/stats-record@sha256:0000")) == set()

test_token if "pod-token" in broken(without("function", "/spec/template/spec/automountServiceAccountToken"))

test_default_account if "pod-account" in broken(without("function", "/spec/template/spec/serviceAccountName"))

test_npm_as_first_process if "pod-first-process" in broken(set("container", "/command", ["npm", "start"]))

test_a_container_without_a_name_is_seen_too if {
	"pod-read-only" in broken(array.concat(
		without("container", "/name"),
		without("container", "/securityContext"),
	))
}

test_all_on_one_node if "pod-spread" in broken(without("deployment", "/spec/template/spec/topologySpreadConstraints"))
