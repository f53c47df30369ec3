{{/* Each of these ends an installation with one sentence that says what to do. */}}

{{/* What the values need that somebody else installs, and who. */}}
{{- define "zerodo.requirements" -}}
serving.knative.dev/v1/Service: Knative Serving 1.22 or newer
{{- if eq (include "zerodo.main" .) "true" }}
eventing.knative.dev/v1/Broker: Knative Eventing 1.22 or newer
eventing.knative.dev/v1alpha1/KafkaSink: the Kafka Sink of Knative (eventing-kafka-sink.yaml) 1.22 or newer
{{- end }}
eventing.knative.dev/v1/Trigger: Knative Eventing 1.22 or newer
sources.knative.dev/v1/KafkaSource: the Kafka Source of Knative (eventing-kafka-source.yaml) 1.22 or newer
sources.knative.dev/v1/PingSource: Knative Eventing 1.22 or newer
{{- if eq (include "zerodo.main" .) "true" }}
{{- if .Values.gateway.enabled }}
gateway.networking.k8s.io/v1/HTTPRoute: the Gateway API (or set gateway.enabled=false)
{{- end }}
{{- if .Values.externalSecrets.enabled }}
external-secrets.io/v1/ExternalSecret: the External Secrets Operator (or set externalSecrets.enabled=false)
{{- end }}
{{- if or (and .Values.gateway.create .Values.gateway.issuer) (and .Values.ingress.enabled .Values.ingress.issuer) }}
cert-manager.io/v1/Certificate: cert-manager (or leave the issuer empty)
{{- end }}
{{- end }}
{{- end }}

{{- define "zerodo.guardCluster" -}}
{{- if .Values.checkCluster -}}
{{- range $kind, $what := include "zerodo.requirements" . | fromYaml -}}
{{- if not ($.Capabilities.APIVersions.Has $kind) -}}
{{- fail (printf "This cluster has no %s: install %s first (only to render, without a cluster: --set checkCluster=false)." $kind $what) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "zerodo.guardNames" -}}
{{- range concat .Values.only .Values.except -}}
{{- if not (hasKey $.Values.functions .) -}}
{{- fail (printf "There is no function %s: only and except take names out of functions." .) -}}
{{- end -}}
{{- end -}}
{{- range .Values.only -}}
{{- if has . $.Values.except -}}
{{- fail (printf "%s is in only and in except: take it out of one of them." .) -}}
{{- end -}}
{{- end -}}
{{- range $name, $_ := .Values.rbac.owners -}}
{{- if not (hasKey $.Values.functions $name) -}}
{{- fail (printf "There is no function %s for rbac.owners to speak of." $name) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* A name is a consumer group. One that nobody knows starts anew: a KafkaSource at the beginning of its topic, a Trigger at the end. */}}
{{- define "zerodo.guardConsumers" -}}
{{- $known := .Files.Get "files/consumers.yaml" | fromYamlArray -}}
{{- range $name, $function := include "zerodo.functions" . | fromYaml -}}
{{- if and (or $function.trigger $function.kafkaSource) (not (has $name $known)) (not (has $name $.Values.confirmRename)) -}}
{{- fail (printf "%s reads a topic and is not in files/consumers.yaml: under a new name it reads everything again, or misses what was under way. Keep the old name, or set confirmRename={%s} when that is meant." $name $name) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* What Postgres would have to hold when everything is at its largest. */}}
{{- define "zerodo.connections" -}}
{{- $sum := 0 -}}
{{- range $name, $function := include "zerodo.functions" . | fromYaml -}}
{{- $sum = add $sum (mul (len $function.databases) (int $function.scale.max) (int $.Values.postgres.poolSize)) -}}
{{- end -}}
{{- if and .Values.web.enabled (eq (include "zerodo.main" .) "true") -}}
{{- $instances := ternary (int .Values.web.scale.max) (int .Values.web.replicas.max) (eq .Values.web.kind "Service") -}}
{{- $sum = add $sum (mul $instances (int .Values.web.poolSize)) -}}
{{- end -}}
{{- $sum -}}
{{- end }}

{{- define "zerodo.guardConnections" -}}
{{- $needed := include "zerodo.connections" . | int -}}
{{- if and (eq .Values.postgres.pooler "none") (gt $needed (int .Values.postgres.maxConnections)) -}}
{{- fail (printf "At their largest, the functions and the web open %d connections to Postgres, which has %d (postgres.maxConnections): put a pooler between them and set postgres.pooler=transaction, or lower functionDefaults.scale.max or postgres.poolSize." $needed (int .Values.postgres.maxConnections)) -}}
{{- end -}}
{{- end }}

{{- define "zerodo.guardProduction" -}}
{{- if .Values.production -}}
{{- if not (hasSuffix "SSL" .Values.kafka.protocol) -}}
{{- fail (printf "production: events would go to Kafka unencrypted (kafka.protocol=%s): set it to SASL_SSL or SSL." .Values.kafka.protocol) -}}
{{- end -}}
{{- if ne .Values.postgres.tls "verify-full" -}}
{{- fail (printf "production: the server of Postgres would not be checked (postgres.tls=%s): set it to verify-full." .Values.postgres.tls) -}}
{{- end -}}
{{- if not (hasPrefix "https://" .Values.publicUrl) -}}
{{- fail "production: publicUrl must begin with https://, or cookies travel unencrypted." -}}
{{- end -}}
{{- if has .Values.image.tag (list "latest" "none") -}}
{{- fail (printf "production: image.tag=%s says nothing about what runs: name a release." .Values.image.tag) -}}
{{- end -}}
{{- if not .Values.networkPolicy.enabled -}}
{{- fail "production: networkPolicy.enabled must be true: without it any pod of the cluster may wake a function." -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "zerodo.guardCombinations" -}}
{{- if and .Values.gateway.enabled .Values.ingress.enabled (eq (include "zerodo.main" .) "true") -}}
{{- fail "Both gateway.enabled and ingress.enabled: the host would have two owners. Keep one." -}}
{{- end -}}
{{- if and .Values.gateway.create (not .Values.gateway.className) -}}
{{- fail "gateway.create needs gateway.className: `kubectl get gatewayclasses` lists what this cluster has." -}}
{{- end -}}
{{- if and .Values.externalSecrets.enabled (not .Values.externalSecrets.store) -}}
{{- fail "externalSecrets.enabled needs externalSecrets.store, the name of a ClusterSecretStore." -}}
{{- end -}}
{{- if gt (int .Values.web.replicas.min) (int .Values.web.replicas.max) -}}
{{- fail (printf "web.replicas.min=%d is more than web.replicas.max=%d." (int .Values.web.replicas.min) (int .Values.web.replicas.max)) -}}
{{- end -}}
{{- range $name, $function := include "zerodo.functions" . | fromYaml -}}
{{- if gt (int $function.scale.min) (int $function.scale.max) -}}
{{- fail (printf "%s: scale.min=%d is more than scale.max=%d." $name (int $function.scale.min) (int $function.scale.max)) -}}
{{- end -}}
{{- end -}}
{{- end }}
