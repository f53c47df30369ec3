{{/* The namespaces that people come from: the Gateway's or the Ingress controller's. */}}
{{- define "zerodo.outside" -}}
{{- range .Values.networkPolicy.outside }}
- namespaceSelector:
    matchLabels:
      kubernetes.io/metadata.name: {{ . }}
{{- else }}
- namespaceSelector: {}
{{- end }}
{{- end }}

{{/* The container of the web, the same in a Deployment and in a Knative Service. */}}
{{- define "zerodo.webContainer" -}}
name: web
image: {{ include "zerodo.image" (dict "root" . "name" "web" "own" "") }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
ports:
  - containerPort: 8080
envFrom:
  - configMapRef:
      name: zerodo-web
env:
  # A container's runtime makes this the name of the pod, and the web would listen there alone.
  - name: HOSTNAME
    value: 0.0.0.0
  {{- include "zerodo.secretVariable" (list "ZERODO_WEB_DATABASE_URL" .Values.secrets.database "web") | nindent 2 }}
  {{- include "zerodo.secretVariable" (list "BETTER_AUTH_SECRET" .Values.secrets.auth "secret") | nindent 2 }}
  {{- include "zerodo.mailVariables" . | nindent 2 }}
  {{- with include "zerodo.postgresVariables" . | trim }}
  {{- . | nindent 2 }}
  {{- end }}
resources:
  {{- include "zerodo.resources" .Values.web | nindent 2 }}
securityContext:
  {{- include "zerodo.securityContext" . | nindent 2 }}
volumeMounts:
  {{- include "zerodo.volumeMounts" . | nindent 2 }}
livenessProbe:
  httpGet:
    path: /healthz/live
    {{- if eq .Values.web.kind "Deployment" }}
    port: 8080
    {{- end }}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
readinessProbe:
  httpGet:
    path: /healthz/ready
    {{- if eq .Values.web.kind "Deployment" }}
    port: 8080
  periodSeconds: 5
    {{- end }}
{{- end }}

{{- define "zerodo.webPod" -}}
serviceAccountName: web
automountServiceAccountToken: false
enableServiceLinks: false
{{- with include "zerodo.pullSecrets" . }}
imagePullSecrets:
  {{- . | nindent 2 }}
{{- end }}
containers:
  - {{- include "zerodo.webContainer" . | nindent 4 }}
volumes:
  {{- include "zerodo.volumes" . | nindent 2 }}
{{- end }}
