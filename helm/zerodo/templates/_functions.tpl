{{/* "true" in the release that has everything which is shared: Broker, sink, settings, migration, routes. */}}
{{- define "zerodo.main" -}}
{{- empty .Values.only -}}
{{- end }}

{{/* The functions of this release by name, each with what holds for all. */}}
{{- define "zerodo.functions" -}}
{{- $functions := dict -}}
{{- range $name, $function := .Values.functions -}}
{{- if and (or (empty $.Values.only) (has $name $.Values.only)) (not (has $name $.Values.except)) -}}
{{- $_ := set $functions $name (mergeOverwrite (deepCopy $.Values.functionDefaults) $function) -}}
{{- end -}}
{{- end -}}
{{- toYaml $functions -}}
{{- end }}

{{/* Seconds that a request to `function` may take in a cluster: its own time, or as much as a pod needs to end in peace. */}}
{{- define "zerodo.timeout" -}}
{{- max (int .function.timeoutSeconds) (int .root.Values.serving.leastTimeoutSeconds) -}}
{{- end }}

{{/* <registry>/<name>:<tag>, or what the function says itself. */}}
{{- define "zerodo.image" -}}
{{- $image := .root.Values.image -}}
{{- if .own -}}
{{- .own -}}
{{- else if eq $image.tag "none" -}}
{{- printf "%s/%s" $image.registry .name -}}
{{- else -}}
{{- printf "%s/%s:%s" $image.registry .name ($image.tag | default .root.Chart.AppVersion) -}}
{{- end -}}
{{- end }}

{{- define "zerodo.pullSecrets" -}}
{{- range .Values.image.pullSecrets }}
- name: {{ . }}
{{- end }}
{{- end }}
