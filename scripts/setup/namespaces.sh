#!/usr/bin/env bash
# Each part has a namespace, and its labels say who made it and how far it got: that is how a second run knows what is left to do,
# and a tear-down what it may remove.

made_by=app.kubernetes.io/managed-by=zerodo-setup

# labelled NAMESPACE LABEL: whether it is there and has the label.
labelled() {
  [[ -n $(found kubectl get namespace --field-selector "metadata.name=$1" --selector "$2" --output name) ]]
}

# ours NAMESPACE: makes it, unless it is somebody else's: then whatever is in it is theirs, and stays as it is.
ours() {
  if there kubectl get namespace "$1"; then
    labelled "$1" "$made_by"
    return
  fi
  # With its label from the first moment on: a run that is broken off after this knows it again.
  run kubectl create --filename "scripts/setup/manifests/namespaces/$1.yaml"
}

# part NAMESPACE VERSION FUNCTION: does the function unless that version is there already.
part() {
  if ! ours "$1"; then
    printf '  %s was here before: it is left as it is.\n' "$1" >&3
    return
  fi
  if labelled "$1" "zerodo.dev/installed=$2"; then return; fi
  "$3"
  run kubectl label namespace "$1" "zerodo.dev/installed=$2" --overwrite
}

# remove NAMESPACE FUNCTION: what the set-up made, and nothing else.
remove() {
  if ! labelled "$1" "$made_by"; then $dry || return 0; fi
  "$2"
  run kubectl delete namespace "$1" --ignore-not-found
}

# ready NAMESPACE: every Deployment in it.
ready() {
  run kubectl wait deployment --all --namespace "$1" --for=condition=Available --timeout=300s
}

# settings NAMESPACE CONFIGMAP KEY=VALUE…
settings() {
  local namespace=$1 name=$2 pair json=''
  shift 2
  for pair; do json+=",\"${pair%%=*}\":\"${pair#*=}\""; done
  run kubectl patch configmap "$name" --namespace "$namespace" --type merge --patch "{\"data\":{${json:1}}}"
}

# known CRD: whether the cluster knows a kind; what was broken off early may lack it. A dry run goes through all of it.
known() {
  there kubectl get crd "$1" || $dry
}
