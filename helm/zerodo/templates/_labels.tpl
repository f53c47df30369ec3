{{/* What every object carries: whose it is (`name`), what that is (`component`), and that all of it is one. */}}
{{- define "zerodo.labels" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/component: {{ .component }}
app.kubernetes.io/part-of: zerodo
{{- end }}

{{/* Deleting one of these loses the place in the log, so neither an upgrade nor an uninstall does it. */}}
{{- define "zerodo.keep" -}}
helm.sh/resource-policy: keep
{{- end }}

{{- define "zerodo.serviceRef" -}}
ref:
  apiVersion: serving.knative.dev/v1
  kind: Service
  name: {{ . }}
{{- end }}
