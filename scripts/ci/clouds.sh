#!/usr/bin/env bash
# How a job comes into a cluster: log_in_aks, …_gke, …_oke, …_doks, …_kubeconfig. Each leaves a kubeconfig in $KUBECONFIG. Azure and Google
# believe GitHub who is asking (OpenID Connect), so there is no key that could be lost; what others want comes from the environment's secrets.

# A folder that only we can read, and that does not outlive the job's step.
: "${private:?}"

# What GitHub says of this job, for an audience, into a file: a token for minutes.
github_token() {
  local url="$ACTIONS_ID_TOKEN_REQUEST_URL&audience=$1"
  printf 'Authorization: Bearer %s' "$ACTIONS_ID_TOKEN_REQUEST_TOKEN" >"$private/header"
  quoted curl --silent --show-error --fail --header "@$private/header" "$url" >&2
  dry || curl --silent --show-error --fail --header "@$private/header" "$url" | sed -n 's/.*"value" *: *"\([^"]*\)".*/\1/p' >"$2"
}

asks_github() {
  dry || [[ -n ${ACTIONS_ID_TOKEN_REQUEST_URL:-} && -n ${ACTIONS_ID_TOKEN_REQUEST_TOKEN:-} ]] ||
    complain 'GitHub gives no token to this job: it needs the permission id-token: write.'
  if dry; then ACTIONS_ID_TOKEN_REQUEST_URL='<github>' ACTIONS_ID_TOKEN_REQUEST_TOKEN='<token>'; fi
}

log_in_aks() {
  wanted CLUSTER 'the name of the cluster, and of its resource group where GROUP is not set'
  wanted AZURE_CLIENT_ID 'an application with a federated credential for this environment'
  wanted AZURE_TENANT_ID 'the tenant of that application'
  wanted AZURE_SUBSCRIPTION_ID 'the subscription that the cluster is in'
  asks_github
  github_token api://AzureADTokenExchange "$private/token"
  run az login --service-principal --username "$AZURE_CLIENT_ID" --tenant "$AZURE_TENANT_ID" \
    --federated-token "@$private/token" --output none
  run az account set --subscription "$AZURE_SUBSCRIPTION_ID"
  run az aks get-credentials --name "$CLUSTER" --resource-group "${GROUP:-$CLUSTER}" --file "$KUBECONFIG"
}

# The token for the cluster lasts an hour and a canary may take longer: kubectl asks for a new one whenever it needs one.
log_in_gke() {
  wanted CLUSTER 'the name of the cluster'
  wanted REGION 'the zone or region of the cluster'
  wanted GOOGLE_PROJECT 'the project that the cluster is in'
  wanted GOOGLE_PROVIDER 'a workload identity provider: projects/…/locations/global/workloadIdentityPools/…/providers/…'
  wanted GOOGLE_SERVICE_ACCOUNT 'the service account that this environment may act as'
  asks_github
  local audience=//iam.googleapis.com/$GOOGLE_PROVIDER endpoint
  # https://google.aip.dev/auth/4117: how Google is told to ask somebody else.
  cat >"$private/google.json" <<END
{
  "type": "external_account",
  "audience": "$audience",
  "subject_token_type": "urn:ietf:params:oauth:token-type:jwt",
  "token_url": "https://sts.googleapis.com/v1/token",
  "service_account_impersonation_url": "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/$GOOGLE_SERVICE_ACCOUNT:generateAccessToken",
  "credential_source": {
    "url": "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=https:$audience",
    "headers": { "Authorization": "Bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" },
    "format": { "type": "json", "subject_token_field_name": "value" }
  }
}
END
  run gcloud auth login --cred-file "$private/google.json" --quiet
  endpoint=$(described endpoint)
  described masterAuth.clusterCaCertificate | base64 --decode >"$private/ca.crt"
  run kubectl config set-cluster gke --server "https://$endpoint" --certificate-authority "$private/ca.crt" --embed-certs
  run kubectl config set-credentials gke --exec-api-version client.authentication.k8s.io/v1beta1 \
    --exec-command "$PWD/scripts/ci/gke-token.sh" --exec-interactive-mode Never
  run kubectl config set-context gke --cluster gke --user gke
  run kubectl config use-context gke
}

described() {
  if dry; then
    quoted gcloud container clusters describe "$CLUSTER" --location "$REGION" --project "$GOOGLE_PROJECT" --format "value($1)" >&2
    [[ $1 == endpoint ]] && printf '<endpoint>'
    return 0
  fi
  answer "$1" gcloud container clusters describe "$CLUSTER" --location "$REGION" --project "$GOOGLE_PROJECT" --format "value($1)"
}

log_in_oke() {
  wanted CLUSTER 'the OCID of the cluster'
  wanted REGION 'the region of the cluster'
  local name
  for name in OCI_CLI_USER OCI_CLI_TENANCY OCI_CLI_FINGERPRINT OCI_CLI_KEY_CONTENT; do
    wanted "$name" 'an API key of a user who may use the cluster'
  done
  export OCI_CLI_REGION=$REGION OCI_CLI_SUPPRESS_FILE_PERMISSIONS_WARNING=True
  command -v oci >/dev/null || run python3 -m pip install --user --quiet --disable-pip-version-check oci-cli==3.71.0
  run oci ce cluster create-kubeconfig --cluster-id "$CLUSTER" --region "$REGION" --file "$KUBECONFIG" --token-version 2.0.0 \
    --kube-endpoint PUBLIC_ENDPOINT
}

log_in_doks() {
  wanted CLUSTER 'the id of the cluster'
  wanted DIGITALOCEAN_ACCESS_TOKEN 'a token that may read the kubeconfig of the cluster'
  local url=https://api.digitalocean.com/v2/kubernetes/clusters/$CLUSTER/kubeconfig
  printf 'Authorization: Bearer %s' "$DIGITALOCEAN_ACCESS_TOKEN" >"$private/header"
  run curl --silent --show-error --fail --header "@$private/header" --output "$KUBECONFIG" "$url"
}

log_in_kubeconfig() {
  wanted KUBECONFIG_CONTENT 'a kubeconfig whose user may install and upgrade in the namespace'
  printf '%s\n' "$KUBECONFIG_CONTENT" >"$KUBECONFIG"
}
