{{/* What only a cluster can tell: nothing is looked up while manifests are rendered without one. */}}

{{- define "zerodo.releaseOf" -}}
{{- dig "metadata" "annotations" "meta.helm.sh/release-name" "" . -}}
{{- end }}

{{- define "zerodo.guardReleases" -}}
{{- $namespace := .Release.Namespace -}}
{{- if eq (include "zerodo.main" .) "true" -}}
{{- $other := include "zerodo.releaseOf" (lookup "v1" "ConfigMap" $namespace "zerodo") -}}
{{- if and $other (ne $other .Release.Name) -}}
{{- fail (printf "Release %s is Zerodo in namespace %s already: upgrade that one, take another namespace, or set only={<function>} for one function beside it." $other $namespace) -}}
{{- end -}}
{{- end -}}
{{- range $name, $_ := include "zerodo.functions" . | fromYaml -}}
{{- $other := include "zerodo.releaseOf" (lookup "serving.knative.dev/v1" "Service" $namespace $name) -}}
{{- if and $other (ne $other $.Release.Name) -}}
{{- fail (printf "%s belongs to release %s: upgrade that one with except={%s} first, then install this one with --take-ownership, since the Trigger stays." $name $other $name) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* A subscription that stays behind under an old name keeps its group, and would go on delivering to a function that has gone. */}}
{{- define "zerodo.guardRenames" -}}
{{- $namespace := .Release.Namespace -}}
{{- if eq (include "zerodo.main" .) "true" -}}
{{- range $type := list (list "eventing.knative.dev/v1" "Trigger") (list "sources.knative.dev/v1" "KafkaSource") -}}
{{- range (dig "items" list (lookup (index $type 0) (index $type 1) $namespace "")) -}}
{{- $name := .metadata.name -}}
{{- $ours := eq (dig "metadata" "labels" "app.kubernetes.io/part-of" "" .) "zerodo" -}}
{{- if and $ours (not (hasKey $.Values.functions $name)) (not (has $name $.Values.confirmRename)) -}}
{{- fail (printf "%s %s is installed and no function of these values: was it renamed? Keep the name, or set confirmRename={%s} and delete it with kubectl once nothing waits in its group." (index $type 1) $name $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}
