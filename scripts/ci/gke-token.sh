#!/usr/bin/env bash
# What kubectl calls for a token of Google's: scripts/ci/clouds.sh says so in the kubeconfig. gcloud knows who this job is.
set -euo pipefail

printf '{"apiVersion":"client.authentication.k8s.io/v1beta1","kind":"ExecCredential","status":{"token":"%s"}}\n' \
  "$(gcloud auth print-access-token)"
