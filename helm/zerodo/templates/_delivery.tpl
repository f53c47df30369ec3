{{/* All five fields, always: Knative fills none of them in, and one that is missing means no retry, no end or a lost event. */}}
{{- define "zerodo.delivery" -}}
{{- $delivery := .root.Values.delivery -}}
retry: {{ $delivery.retry }}
backoffPolicy: {{ $delivery.backoffPolicy }}
backoffDelay: {{ $delivery.backoffDelay }}
timeout: PT{{ add (include "zerodo.timeout" .) $delivery.margin }}S
deadLetterSink:
  ref:
    apiVersion: eventing.knative.dev/v1alpha1
    kind: KafkaSink
    name: dead-letters
{{- end }}
