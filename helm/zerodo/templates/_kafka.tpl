{{/* The Secret of one that speaks to Kafka: (dict "root" $ "user" name). The users are those of kafka/strimzi/users.yaml. */}}
{{- define "zerodo.kafkaSecret" -}}
{{- $secret := .root.Values.secrets.kafka -}}
{{- ternary (printf "%s-%s" $secret .user) $secret .root.Values.kafka.ownUsers -}}
{{- end }}

{{/* How the KafkaSource of a function reaches the brokers; nothing for PLAINTEXT. A dict of root and user. */}}
{{- define "zerodo.kafkaNet" -}}
{{- $kafka := .root.Values.kafka -}}
{{- $secret := include "zerodo.kafkaSecret" . -}}
{{- if ne $kafka.protocol "PLAINTEXT" -}}
net:
  {{- if hasPrefix "SASL" $kafka.protocol }}
  sasl:
    enable: true
    type: { secretKeyRef: { name: {{ $secret }}, key: sasl.mechanism } }
    user: { secretKeyRef: { name: {{ $secret }}, key: user } }
    password: { secretKeyRef: { name: {{ $secret }}, key: password } }
  {{- end }}
  {{- if hasSuffix "SSL" $kafka.protocol }}
  tls:
    enable: true
    {{- if $kafka.privateCa }}
    caCert: { secretKeyRef: { name: {{ $secret }}, key: ca.crt } }
    {{- end }}
  {{- end }}
{{- end -}}
{{- end }}

{{/* Who speaks to Kafka, the two parts of Knative that are no function's own included. */}}
{{- define "zerodo.kafkaUsers" -}}
- task-events-broker
- dead-letters-sink
{{- range $name, $function := .Values.functions }}
{{- if or $function.kafkaSource (has "kafka" ($function.calls | default list)) }}
- {{ $name }}
{{- end }}
{{- end }}
{{- end }}
