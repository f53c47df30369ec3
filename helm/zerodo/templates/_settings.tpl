{{/* Where a name within the namespace is reached. */}}
{{- define "zerodo.inside" -}}
{{ ternary "https" "http" .root.Values.serving.internalEncryption }}://{{ .name }}.{{ .root.Release.Namespace }}.svc.{{ .root.Values.serving.clusterDomain }}
{{- end }}

{{- define "zerodo.origins" -}}
{{- $url := urlParse .Values.publicUrl -}}
{{- prepend .Values.settings.origins (printf "%s://%s" $url.scheme $url.host) | uniq | join "," -}}
{{- end }}

{{/* Inside, the web is a Service of its own where it is a Deployment: Knative's encryption does not reach it. */}}
{{- define "zerodo.webUrl" -}}
{{- if eq .Values.web.kind "Service" -}}
{{- include "zerodo.inside" (dict "root" . "name" "web") -}}
{{- else -}}
http://web.{{ .Release.Namespace }}.svc.{{ .Values.serving.clusterDomain }}
{{- end -}}
{{- end }}

{{/* What every function is told. */}}
{{- define "zerodo.settings" -}}
{{- $settings := .Values.settings -}}
ZERODO_FUNCTION_URL: {{ include "zerodo.inside" (dict "root" . "name" "{function}") | quote }}
ZERODO_WEB_URL: {{ include "zerodo.webUrl" . | quote }}
ZERODO_JWKS_URL: {{ printf "%s/api/auth/jwks" (include "zerodo.webUrl" .) | quote }}
ZERODO_PUBLIC_URL: {{ .Values.publicUrl | quote }}
ZERODO_ORIGINS: {{ include "zerodo.origins" . | quote }}
ZERODO_LOG_LEVEL: {{ $settings.logLevel | quote }}
ZERODO_ACCESS_LOG_SHARE: {{ $settings.accessLogShare | quote }}
ZERODO_RATE_LIMIT: {{ $settings.rateLimit | quote }}
ZERODO_RATE_BURST: {{ $settings.rateBurst | quote }}
ZERODO_TRUSTED_PROXIES: {{ join "," $settings.trustedProxies | quote }}
ZERODO_OUTBOUND_ALLOW: {{ join "," $settings.outboundAllow | quote }}
ZERODO_DATABASE_POOL: {{ .Values.postgres.poolSize | quote }}
ZERODO_DATABASE_PREPARE: {{ ne .Values.postgres.pooler "transaction" | quote }}
KAFKA_BROKERS: {{ join "," .Values.kafka.bootstrapServers | quote }}
{{- include "zerodo.telemetrySettings" . }}
{{- end }}

{{/* The variables that every SDK of OpenTelemetry knows. */}}
{{- define "zerodo.telemetrySettings" -}}
{{- with .Values.monitoring }}
{{- if .otlpEndpoint }}
OTEL_EXPORTER_OTLP_ENDPOINT: {{ .otlpEndpoint | quote }}
OTEL_TRACES_SAMPLER: parentbased_traceidratio
OTEL_TRACES_SAMPLER_ARG: {{ .traced | quote }}
OTEL_RESOURCE_ATTRIBUTES: {{ printf "service.version=%s,k8s.namespace.name=%s" ($.Values.image.tag | default $.Chart.AppVersion) $.Release.Namespace | quote }}
{{- end }}
{{- end }}
{{- end }}

{{/* What the web is told; it refuses settings of functions that it does not know. */}}
{{- define "zerodo.webSettings" -}}
ZERODO_API_URL: {{ include "zerodo.inside" (dict "root" . "name" "api-gateway") | quote }}
ZERODO_PUBLIC_URL: {{ .Values.publicUrl | quote }}
ZERODO_ORIGINS: {{ include "zerodo.origins" . | quote }}
ZERODO_SIGN_UP_LIMIT: {{ .Values.settings.signUpLimit | quote }}
ZERODO_TRUSTED_PROXIES: {{ join "," .Values.settings.trustedProxies | quote }}
ZERODO_OPERATORS: {{ join "," .Values.settings.operators | quote }}
{{- include "zerodo.telemetrySettings" . }}
{{- end }}
