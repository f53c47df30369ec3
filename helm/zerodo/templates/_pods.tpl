{{/* What the restricted Pod Security Standard asks for, and a root file system that nobody writes to. */}}
{{- define "zerodo.securityContext" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "zerodo.resources" -}}
requests:
  cpu: {{ .cpu }}m
  memory: {{ .memory }}
limits:
  cpu: {{ .cpuLimit }}m
  memory: {{ .memoryLimit }}
{{- end }}

{{/* Somewhere to write, and the authority of Postgres where it is none of the public ones. */}}
{{- define "zerodo.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: 64Mi
{{- with .Values.postgres.caSecret }}
- name: postgres-ca
  secret:
    secretName: {{ . }}
    items:
      - key: {{ $.Values.postgres.caKey }}
        path: ca.crt
{{- end }}
{{- end }}

{{- define "zerodo.volumeMounts" -}}
- name: tmp
  mountPath: /tmp
{{- if .Values.postgres.caSecret }}
- name: postgres-ca
  mountPath: /etc/zerodo/postgres
  readOnly: true
{{- end }}
{{- end }}

{{/* The proxy beside a function; no limit of CPU, which would slow every request. */}}
{{- define "zerodo.queueProxy" -}}
queue.sidecar.serving.knative.dev/cpu-resource-request: {{ .Values.serving.queueProxy.cpu }}
queue.sidecar.serving.knative.dev/memory-resource-request: {{ .Values.serving.queueProxy.memory }}
queue.sidecar.serving.knative.dev/memory-resource-limit: {{ .Values.serving.queueProxy.memoryLimit }}
{{- end }}
