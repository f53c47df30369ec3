#!/usr/bin/env bash
# The programs that a set-up needs: whether they are there, and new enough.

# older VERSION THAN
older() {
  local -a is than
  local part
  IFS=. read -ra is <<<"$1"
  IFS=. read -ra than <<<"$2"
  for part in 0 1 2; do
    ((10#${is[part]:-0} == 10#${than[part]:-0})) || break
  done
  ((10#${is[part]:-0} < 10#${than[part]:-0}))
}

# need MINIMUM WHERE-FROM COMMAND…: the command prints the version of its first word.
need() {
  local minimum=$1 source=$2 said pattern='[0-9]+\.[0-9]+(\.[0-9]+)?'
  shift 2
  if $dry; then
    quoted "$@" >&3
    return
  fi
  command -v "$1" >/dev/null || complain "$1 is not installed: get $minimum or newer from $source."
  said=$("$@" 2>/dev/null </dev/null) || true
  [[ $said =~ $pattern ]] || complain "$1 does not say its version: reinstall it from $source."
  ! older "${BASH_REMATCH[0]}" "$minimum" ||
    complain "$1 is ${BASH_REMATCH[0]}, and $minimum or newer is needed: get it from $source."
}

# present COMMAND WHERE-FROM
present() {
  $dry || command -v "$1" >/dev/null || complain "$1 is not installed: get it from $2."
}

prerequisites() {
  need 1.33 https://kubernetes.io/docs/tasks/tools kubectl version --client
  need 3.18 https://helm.sh helm version --short
  need 1.1.1 'your package manager' openssl version
  present curl 'your package manager'
  [[ $kafka != external && $build == false ]] || present npm https://nodejs.org
  if $build; then need 24.0 https://docs.docker.com docker version --format '{{.Client.Version}}'; fi
  $existing || cloud_tools
}
