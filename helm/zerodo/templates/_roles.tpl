{{/* What somebody who looks may see: everything that Zerodo has in its namespace, but no Secret. */}}
{{- define "zerodo.mayLook" -}}
{{- range $group, $resources := dict
  "" (list "pods" "pods/log" "services" "configmaps" "events" "serviceaccounts")
  "apps" (list "deployments" "replicasets")
  "autoscaling" (list "horizontalpodautoscalers")
  "batch" (list "jobs")
  "eventing.knative.dev" (list "brokers" "triggers" "kafkasinks")
  "networking.k8s.io" (list "networkpolicies" "ingresses")
  "policy" (list "poddisruptionbudgets")
  "serving.knative.dev" (list "services" "routes" "configurations" "revisions")
  "sources.knative.dev" (list "kafkasources" "pingsources") }}
- apiGroups: [{{ $group | quote }}]
  resources: {{ toJson $resources }}
  verbs: [get, list, watch]
{{- end }}
{{- end }}

{{/* A RoleBinding to a Role of the same name: a dict of root, name, component and subjects. */}}
{{- define "zerodo.binding" -}}
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: {{ .name }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "zerodo.labels" (dict "name" .name "component" "access") | nindent 4 }}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: {{ .name }}
subjects:
  {{- range .subjects }}
  - kind: {{ .kind }}
    name: {{ .name | quote }}
    {{- if eq .kind "ServiceAccount" }}
    namespace: {{ .namespace | default $.root.Release.Namespace }}
    {{- else }}
    apiGroup: rbac.authorization.k8s.io
    {{- end }}
  {{- end }}
{{- end }}
