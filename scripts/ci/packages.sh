#!/usr/bin/env bash
# What checks and tests need beside npm's packages, on Debian and Ubuntu: asks for nothing that is there already.
set -euo pipefail

missing=()
# wants PACKAGE COMMAND…: any of the commands will do.
wants() {
  local package=$1 command
  shift
  for command; do
    if command -v "$command" >/dev/null; then return; fi
  done
  missing+=("$package")
}

wants chromium chromium google-chrome
wants chromium-headless-shell chromium-headless-shell google-chrome
wants default-jre java
wants maven mvn
wants pgbouncer pgbouncer /usr/sbin/pgbouncer
wants prometheus prometheus
wants prometheus-alertmanager amtool
docker info >/dev/null 2>&1 || wants docker.io dockerd

if ((${#missing[@]} > 0)); then
  sudo=$([[ $(id -u) -eq 0 ]] || echo sudo)
  # Programs are wanted, not servers that run beside the tests and take their ports.
  if command -v systemctl >/dev/null; then
    $sudo systemctl mask --quiet pgbouncer prometheus prometheus-alertmanager 2>/dev/null || true
  fi
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi
