{{/* One variable from a key of a Secret: (list name secret key) or (list name secret key "optional"). */}}
{{- define "zerodo.secretVariable" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ index . 2 }}
      {{- if gt (len .) 3 }}
      optional: true
      {{- end }}
{{- end }}

{{/* How Postgres is spoken to. An address with sslmode of its own says more than this. */}}
{{- define "zerodo.postgresVariables" -}}
{{- if ne .Values.postgres.tls "off" }}
- name: PGSSL
  value: {{ .Values.postgres.tls }}
{{- end }}
{{- if .Values.postgres.caSecret }}
- name: NODE_EXTRA_CA_CERTS
  value: /etc/zerodo/postgres/ca.crt
{{- end }}
{{- end }}

{{- define "zerodo.mailVariables" -}}
{{- include "zerodo.secretVariable" (list "ZERODO_SMTP_URL" .Values.secrets.mail "url" "optional") }}
{{ include "zerodo.secretVariable" (list "ZERODO_MAIL_FROM" .Values.secrets.mail "from" "optional") }}
{{- end }}

{{- define "zerodo.pushVariables" -}}
{{- include "zerodo.secretVariable" (list "ZERODO_VAPID_PUBLIC_KEY" .Values.secrets.push "public" "optional") }}
{{ include "zerodo.secretVariable" (list "ZERODO_VAPID_PRIVATE_KEY" .Values.secrets.push "private" "optional") }}
{{ include "zerodo.secretVariable" (list "ZERODO_VAPID_SUBJECT" .Values.secrets.push "subject" "optional") }}
{{- end }}

{{- define "zerodo.keyVariables" -}}
{{- include "zerodo.secretVariable" (list "ZERODO_SECRET_KEY" .Values.secrets.key "key" "optional") }}
{{ include "zerodo.secretVariable" (list "ZERODO_SECRET_KEY_BEFORE" .Values.secrets.key "before" "optional") }}
{{- end }}

{{/* A dict of root and user. Only brokers on this machine need no protocol: there `npm start` says it. */}}
{{- define "zerodo.kafkaVariables" -}}
{{- $kafka := .root.Values.kafka -}}
{{- $secret := include "zerodo.kafkaSecret" . -}}
{{- if not (hasPrefix "127.0.0.1:" (first $kafka.bootstrapServers)) }}
- name: ZERODO_KAFKA_PROTOCOL
  value: {{ $kafka.protocol }}
{{- if hasPrefix "SASL" $kafka.protocol }}
{{ include "zerodo.secretVariable" (list "ZERODO_KAFKA_MECHANISM" $secret "sasl.mechanism") }}
{{ include "zerodo.secretVariable" (list "ZERODO_KAFKA_USER" $secret "user") }}
{{ include "zerodo.secretVariable" (list "ZERODO_KAFKA_PASSWORD" $secret "password") }}
{{- end }}
{{- if and $kafka.privateCa (hasSuffix "SSL" $kafka.protocol) }}
{{ include "zerodo.secretVariable" (list "ZERODO_KAFKA_CA" $secret "ca.crt") }}
{{- end }}
{{- end }}
{{- end }}

{{/* What one function is told beside the settings that all share: a Secret's key for what it uses and nothing else. */}}
{{- define "zerodo.environment" -}}
{{- $root := .root -}}
{{- $function := .function -}}
{{- range $function.databases }}
{{ include "zerodo.secretVariable" (list (printf "ZERODO_%s_DATABASE_URL" (upper .)) $root.Values.secrets.database .) }}
{{- end }}
{{- if $function.databases }}
{{- include "zerodo.postgresVariables" $root }}
{{- end }}
{{- range $function.uses }}
{{ include (printf "zerodo.%sVariables" .) $root }}
{{- end }}
{{- if has "kafka" ($function.calls | default list) }}
{{- include "zerodo.kafkaVariables" (dict "root" $root "user" .name) }}
{{- end }}
{{- range $name, $value := $function.env }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}
