{{/* The three ways of the one host, the longer path first: what it leads to, and the host that Knative knows it by. */}}
{{- define "zerodo.ways" -}}
- name: live
  path: /api/v1/live
  function: live-stream
- name: api
  path: /api/v1
  function: api-gateway
- name: web
  path: /
  {{- if eq .Values.web.kind "Service" }}
  function: web
  {{- end }}
{{- end }}

{{- define "zerodo.innerHost" -}}
{{ .name }}.{{ .root.Release.Namespace }}.svc.{{ .root.Values.serving.clusterDomain }}
{{- end }}

{{- define "zerodo.host" -}}
{{ (urlParse .Values.publicUrl).host | regexFind "^[^:]+" }}
{{- end }}
