{{/* What a pod reaches, rule by rule. Whatever has no rule here is not let out. */}}

{{- define "zerodo.ports" -}}
{{- range . }}
- { protocol: TCP, port: {{ int . }} }
{{- end }}
{{- end }}

{{- define "zerodo.edge.dns" -}}
- to:
    {{- toYaml .Values.networkPolicy.dns | nindent 4 }}
  ports:
    - { protocol: UDP, port: 53 }
    - { protocol: TCP, port: 53 }
{{- end }}

{{/* A list of the root and the port: migrations go past a pooler. */}}
{{- define "zerodo.edge.postgres" -}}
{{- $root := first . }}
- ports:
    {{- include "zerodo.ports" (list (last .)) | nindent 4 }}
  {{- with $root.Values.postgres.peers }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{- define "zerodo.edge.kafka" -}}
- ports:
    {{- include "zerodo.ports" .Values.kafka.ports | nindent 4 }}
  {{- with .Values.kafka.peers }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{/* Through the ingress, which is the only one that ever sees a function's pods beside the activator. */}}
{{- define "zerodo.edge.functions" -}}
- to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ .Values.serving.ingress.namespace }}
  ports:
    {{- include "zerodo.ports" .Values.serving.ingress.podPorts | nindent 4 }}
{{- end }}

{{- define "zerodo.edge.web" -}}
{{- if eq .Values.web.kind "Service" -}}
{{- include "zerodo.edge.functions" . -}}
{{- else -}}
- to:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: web
          app.kubernetes.io/component: web
  ports:
    - { protocol: TCP, port: 8080 }
{{- end -}}
{{- end }}

{{- define "zerodo.edge.mail" -}}
- ports:
    {{- include "zerodo.ports" .Values.networkPolicy.mailPorts | nindent 4 }}
{{- end }}

{{/* Everything that is nobody's private network, and what settings.outboundAllow makes an exception of. */}}
{{- define "zerodo.edge.internet" -}}
- to:
    {{- range $cidr := list "0.0.0.0/0" "::/0" }}
    - ipBlock:
        cidr: {{ $cidr | quote }}
        except:
          {{- range $.Values.networkPolicy.privateNetworks }}
          {{- if eq (contains ":" .) (contains ":" $cidr) }}
          - {{ . | quote }}
          {{- end }}
          {{- end }}
    {{- end }}
    {{- range .Values.settings.outboundAllow }}
    {{- if contains "/" . }}
    - ipBlock:
        cidr: {{ . | quote }}
    {{- end }}
    {{- end }}
{{- end }}

{{- define "zerodo.edge.otlp" -}}
{{- with .Values.monitoring.otlpEndpoint }}
- to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ $.Values.monitoring.otlpNamespace }}
{{- end }}
{{- end }}

{{/* Who reaches a function: the activator, which wakes it and probes it, the autoscaler, which counts, and the ingress. */}}
{{- define "zerodo.fromKnative" -}}
- from:
    {{- range list .Values.serving.namespace .Values.serving.ingress.namespace }}
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ . }}
    {{- end }}
  ports:
    {{- include "zerodo.ports" (list 8012 8013 8112 9090 9091) | nindent 4 }}
{{- end }}
