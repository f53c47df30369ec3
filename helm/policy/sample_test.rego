# One of everything, as it should be: what the tests of the rules change one thing of.
package main

good := {
	"production": true,
	"cluster": true,
	"alone": false,
	"namespace": "zerodo",
	"topics": ["task-events", "reminders", "dead-letters"],
	"consumers": ["stats-record", "notification-send"],
	"objects": [
		function, trigger, source, ping, broker, settings, sink, policy, deployment, role, binding, account,
		allowed,
	],
}

delivery := {
	"retry": 8,
	"backoffPolicy": "exponential",
	"backoffDelay": "PT1S",
	"timeout": "PT65S",
	"deadLetterSink": {"ref": {"apiVersion": "eventing.knative.dev/v1alpha1", "kind": "KafkaSink", "name": "dead-letters"}},
}

container := {
	"name": "function",
	"image": "registry.example.com/zerodo/stats-record:0.1.0",
	"env": [{"name": "ZERODO_LOG_LEVEL", "value": "info"}],
	"readinessProbe": {"httpGet": {"path": "/healthz/ready"}},
	"livenessProbe": {"httpGet": {"path": "/healthz/live"}, "periodSeconds": 10},
	"resources": {"requests": {"cpu": "100m", "memory": "96Mi"}, "limits": {"memory": "192Mi"}},
	"securityContext": {
		"runAsNonRoot": true,
		"allowPrivilegeEscalation": false,
		"readOnlyRootFilesystem": true,
		"capabilities": {"drop": ["ALL"]},
		"seccompProfile": {"type": "RuntimeDefault"},
	},
}

function := {
	"apiVersion": "serving.knative.dev/v1",
	"kind": "Service",
	"metadata": {"name": "stats-record", "labels": {"networking.knative.dev/visibility": "cluster-local"}},
	"spec": {"template": {
		"metadata": {"annotations": {
			"autoscaling.knative.dev/max-scale": "20",
			"autoscaling.knative.dev/target": "40",
			"queue.sidecar.serving.knative.dev/cpu-resource-request": "25m",
			"queue.sidecar.serving.knative.dev/memory-resource-request": "50Mi",
		}},
		"spec": {
			"timeoutSeconds": 60,
			"serviceAccountName": "stats-record",
			"automountServiceAccountToken": false,
			"containers": [container],
		},
	}},
}

to_function := {"ref": {"apiVersion": "serving.knative.dev/v1", "kind": "Service", "name": "stats-record"}}

trigger := {
	"apiVersion": "eventing.knative.dev/v1",
	"kind": "Trigger",
	"metadata": {"name": "stats-record", "annotations": {
		"kafka.eventing.knative.dev/delivery.order": "unordered",
		"helm.sh/resource-policy": "keep",
	}},
	"spec": {"broker": "task-events", "filters": [{"prefix": {"type": "dev.zerodo.task."}}], "subscriber": to_function, "delivery": delivery},
}

from_secret := {"secretKeyRef": {"name": "zerodo-kafka", "key": "any"}}

source := {
	"apiVersion": "sources.knative.dev/v1",
	"kind": "KafkaSource",
	"metadata": {"name": "notification-send", "annotations": {"helm.sh/resource-policy": "keep"}},
	"spec": {
		"topics": ["reminders"], "consumerGroup": "notification-send", "initialOffset": "earliest",
		"ordering": "unordered", "delivery": delivery, "sink": to_function,
		"net": {
			"sasl": {"enable": true, "user": from_secret, "password": from_secret, "type": from_secret},
			"tls": {"enable": true, "caCert": from_secret},
		},
	},
}

ping := {
	"apiVersion": "sources.knative.dev/v1",
	"kind": "PingSource",
	"metadata": {"name": "stats-record"},
	"spec": {"schedule": "43 2 * * *", "contentType": "application/json", "data": "{}", "sink": to_function},
}

broker := {
	"apiVersion": "eventing.knative.dev/v1",
	"kind": "Broker",
	"metadata": {"name": "task-events", "annotations": {
		"eventing.knative.dev/broker.class": "Kafka",
		"kafka.eventing.knative.dev/external.topic": "task-events",
		"helm.sh/resource-policy": "keep",
	}},
	"spec": {"config": {"apiVersion": "v1", "kind": "ConfigMap", "name": "zerodo-broker", "namespace": "zerodo"}},
}

settings := {
	"apiVersion": "v1",
	"kind": "ConfigMap",
	"metadata": {"name": "zerodo-broker"},
	"data": {
		"bootstrap.servers": "zerodo-kafka-bootstrap.kafka:9093",
		"default.topic.partitions": "3",
		"default.topic.replication.factor": "3",
		"auth.secret.ref.name": "zerodo-kafka",
	},
}

sink := {
	"apiVersion": "eventing.knative.dev/v1alpha1",
	"kind": "KafkaSink",
	"metadata": {"name": "dead-letters", "annotations": {"helm.sh/resource-policy": "keep"}},
	"spec": {"topic": "dead-letters", "auth": {"secret": {"ref": {"name": "zerodo-kafka"}}}},
}

policy := {
	"apiVersion": "networking.k8s.io/v1",
	"kind": "NetworkPolicy",
	"metadata": {"name": "default-deny"},
	"spec": {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]},
}

allowed := {
	"apiVersion": "networking.k8s.io/v1",
	"kind": "NetworkPolicy",
	"metadata": {"name": "stats-record"},
	"spec": {
		"podSelector": {"matchLabels": {"serving.knative.dev/service": "stats-record"}},
		"policyTypes": ["Ingress"],
		"ingress": [{"from": [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "knative-serving"}}}]}],
	},
}

deployment := {
	"apiVersion": "apps/v1",
	"kind": "Deployment",
	"metadata": {"name": "web"},
	"spec": {"template": {"spec": {
		"serviceAccountName": "web",
		"topologySpreadConstraints": [{"maxSkew": 1, "topologyKey": "kubernetes.io/hostname", "whenUnsatisfiable": "ScheduleAnyway"}],
		"automountServiceAccountToken": false,
		"containers": [container],
	}}},
}

role := {
	"apiVersion": "rbac.authorization.k8s.io/v1",
	"kind": "Role",
	"metadata": {"name": "viewer"},
	"rules": [{"apiGroups": [""], "resources": ["pods"], "verbs": ["get"]}],
}

binding := {
	"apiVersion": "rbac.authorization.k8s.io/v1",
	"kind": "RoleBinding",
	"metadata": {"name": "viewer"},
	"subjects": [{"kind": "Group", "name": "team"}],
}

account := {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "web", "namespace": "zerodo"}}

# Where in the list each is.
at := {
	"function": "/objects/0", "container": "/objects/0/spec/template/spec/containers/0",
	"trigger": "/objects/1", "source": "/objects/2", "ping": "/objects/3", "broker": "/objects/4",
	"settings": "/objects/5", "sink": "/objects/6", "policy": "/objects/7", "deployment": "/objects/8",
	"role": "/objects/9", "binding": "/objects/10", "account": "/objects/11", "allowed": "/objects/12",
}

set(thing, path, value) := [{"op": "add", "path": concat("", [at[thing], path]), "value": value}]

without(thing, path) := [{"op": "remove", "path": concat("", [at[thing], path])}]

broken(changes) := {refused.rule | some refused in deny with input as json.patch(good, changes)}

test_what_is_right_passes if count(deny) == 0 with input as good
