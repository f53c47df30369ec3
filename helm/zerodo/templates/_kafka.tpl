{{/* How a KafkaSource reaches the brokers; nothing for PLAINTEXT. */}}
{{- define "zerodo.kafkaNet" -}}
{{- $kafka := .Values.kafka -}}
{{- $secret := .Values.secrets.kafka -}}
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
