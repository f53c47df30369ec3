#!/usr/bin/env bash
# Oracle Kubernetes Engine with a network of its own and the container registry of the tenancy.
# shellcheck source=scripts/setup/clouds/oke-network.sh
. "$library/clouds/oke-network.sh"

cloud_defaults() {
  region=eu-frankfurt-1 size=VM.Standard.E4.Flex
}

cloud_tools() {
  need 3.60 https://docs.oracle.com/iaas/Content/API/SDKDocs/cliinstall.htm oci --version
}

cloud_login() {
  local namespace
  compartment=${OCI_COMPARTMENT:-}
  if $dry; then compartment='<compartment>'; fi
  [[ $compartment == ocid1.* ]] || $dry || complain 'Set OCI_COMPARTMENT to the OCID of the compartment that the cluster is to be in.'
  there oci os ns get || $dry || complain 'Oracle does not know you: run `oci setup config`, or `oci session authenticate`.'
  namespace=$(answer namespace oci os ns get --query data --raw-output)
  registry=${registry:-$region.ocir.io/$namespace/$cluster}
  registry_user=$namespace/${OCI_USERNAME:-}
}

# Nodes read the registry as somebody who has a token: an auth token of OCI_USERNAME, made in the console.
cloud_registry() {
  $dry || [[ -n ${OCI_USERNAME:-} && -n ${OCI_AUTH_TOKEN:-} ]] ||
    complain 'Set OCI_USERNAME and OCI_AUTH_TOKEN: an auth token is made under your profile in the console.'
  put "$private" token "${OCI_AUTH_TOKEN:-}"
  if $dry; then registry_user='<namespace>/<user>'; fi
  from "$private/token" docker login "${registry%%/*}" --username "$registry_user" --password-stdin
}

cloud_cluster() {
  local version image zone id
  version=$(answer version oci ce cluster-options get --cluster-option-id all --raw-output \
    --query "data.\"kubernetes-versions\"[?starts_with(@, 'v$kubernetes_minimum')] | [-1]")
  network
  cluster_id
  if [[ $id != ocid1.* ]]; then
    run oci ce cluster create --compartment-id "$compartment" --name "$cluster" --kubernetes-version "$version" --vcn-id "$vcn" \
      --type ENHANCED_CLUSTER --endpoint-subnet-id "$endpoint_subnet" --endpoint-public-ip-enabled true \
      --service-lb-subnet-ids "[\"$door_subnet\"]" --freeform-tags '{"made-by":"zerodo-setup"}' --wait-for-state SUCCEEDED
    id=$(answer cluster oci ce cluster list --compartment-id "$compartment" --name "$cluster" --lifecycle-state ACTIVE \
      --query 'data[0].id' --raw-output)
  fi
  node_pool
  run oci ce cluster create-kubeconfig --cluster-id "$id" --region "$region" --token-version 2.0.0 --kube-endpoint PUBLIC_ENDPOINT
}

# cluster_id: into `id`.
cluster_id() {
  id=$(found oci ce cluster list --compartment-id "$compartment" --name "$cluster" --lifecycle-state ACTIVE --query 'data[0].id' \
    --raw-output)
}

# The node pool, and the autoscaler, which may change its size and nothing else.
node_pool() {
  local pool
  pool=$(found oci ce node-pool list --compartment-id "$compartment" --cluster-id "$id" --name "$cluster" --query 'data[0].id' \
    --raw-output)
  if [[ $pool != ocid1.* ]]; then
    zone=$(answer zone oci iam availability-domain list --compartment-id "$compartment" --query 'data[0].name' --raw-output)
    image=$(answer image oci ce node-pool-options get --node-pool-option-id all --raw-output --query \
      "data.sources[?contains(\"source-name\", 'OKE-$kubernetes_minimum') && !contains(\"source-name\", 'aarch64') && !contains(\"source-name\", 'GPU')] | [0].\"image-id\"")
    run oci ce node-pool create --compartment-id "$compartment" --cluster-id "$id" --name "$cluster" --kubernetes-version "$version" \
      --node-shape "$size" --node-shape-config '{"ocpus":2,"memoryInGBs":12}' --node-image-id "$image" --size "${nodes%-*}" \
      --placement-configs "[{\"availabilityDomain\":\"$zone\",\"subnetId\":\"$nodes_subnet\"}]" --wait-for-state SUCCEEDED
    pool=$(answer pool oci ce node-pool list --compartment-id "$compartment" --cluster-id "$id" --name "$cluster" \
      --query 'data[0].id' --raw-output)
  fi
  there oci ce cluster get-addon --cluster-id "$id" --addon-name ClusterAutoscaler || autoscaler "$pool"
}

autoscaler() {
  local right statements='' who="request.principal.type = 'workload', request.principal.namespace = 'kube-system'"
  who+=", request.principal.service_account = 'cluster-autoscaler', request.principal.cluster_id = '$id'"
  for right in 'manage cluster-node-pools' 'manage instance-family' 'use subnets' 'use vnics' 'inspect compartments'; do
    statements+=",\"Allow any-user to $right in compartment id $compartment where ALL {$who}\""
  done
  run oci iam policy create --compartment-id "$compartment" --name "$cluster-autoscaler" --description 'Nodes of Zerodo' \
    --freeform-tags '{"made-by":"zerodo-setup"}' --statements "[${statements:1}]"
  run oci ce cluster install-addon --cluster-id "$id" --addon-name ClusterAutoscaler --configurations \
    "[{\"key\":\"authType\",\"value\":\"workload\"},{\"key\":\"nodes\",\"value\":\"${nodes/-/:}:$1\"}]" --wait-for-state SUCCEEDED
}

cloud_pull_secret() {
  secret registry registry_files kubernetes.io/dockerconfigjson
  pull_secret=registry
}

registry_files() {
  if $dry; then return; fi
  put "$1" .dockerconfigjson "{\"auths\":{\"${registry%%/*}\":{\"auth\":\"$(printf '%s:%s' "$registry_user" "$OCI_AUTH_TOKEN" | base64 | tr -d '\n')\"}}}"
}

cloud_reach() {
  wait_for_address
}

# Load balancers and disks would outlive the cluster: what asked for them goes first.
cloud_remove() {
  local id made
  id=$(answer cluster oci ce cluster list --compartment-id "$compartment" --name "$cluster" --lifecycle-state ACTIVE \
    --query 'data[0].id' --raw-output)
  made=$(answer zerodo-setup oci ce cluster get --cluster-id "$id" --query 'data."freeform-tags"."made-by"' --raw-output)
  $dry || [[ $made == zerodo-setup ]] || complain "The cluster $cluster was not made by this script: it is left as it is."
  run oci ce cluster create-kubeconfig --cluster-id "$id" --region "$region" --token-version 2.0.0 --kube-endpoint PUBLIC_ENDPOINT
  remove_parts
  run oci ce cluster delete --cluster-id "$id" --force --wait-for-state SUCCEEDED
  remove_policy
  remove_network
}

remove_policy() {
  local policy
  policy=$(found oci iam policy list --compartment-id "$compartment" --name "$cluster-autoscaler" --query 'data[0].id' --raw-output)
  if $dry; then policy='<policy>'; fi
  if $dry || [[ $policy == ocid1.* ]]; then run oci iam policy delete --policy-id "$policy" --force; fi
}
