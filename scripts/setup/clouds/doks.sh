#!/usr/bin/env bash
# DigitalOcean Kubernetes and its container registry. An account has one registry: what is there is used.

cloud_defaults() {
  region=fra1 size=s-4vcpu-8gb
}

cloud_tools() {
  need 1.130 https://docs.digitalocean.com/reference/doctl doctl version
}

cloud_login() {
  there doctl account get || $dry || complain 'DigitalOcean does not know you: run `doctl auth init`.'
}

cloud_registry() {
  [[ -z $registry ]] || return 0
  local name account
  name=$(found doctl registry get --format Name --no-header)
  if [[ -z $name ]]; then
    account=$(answer account doctl account get --format UUID --no-header)
    # The name of a registry is one for all accounts; the smaller tiers hold five images, and there are more.
    name=zerodo-${account%%-*}
    run doctl registry create "$name" --subscription-tier professional --region "$region"
  fi
  registry=registry.digitalocean.com/$name
  run doctl registry login
}

cloud_cluster() {
  there doctl kubernetes cluster get "$cluster" ||
    run doctl kubernetes cluster create "$cluster" --region "$region" --version latest --tag zerodo-setup --wait \
      --node-pool "name=$cluster;size=$size;count=${nodes%-*};auto-scale=true;min-nodes=${nodes%-*};max-nodes=${nodes#*-}"
  run doctl kubernetes cluster kubeconfig save "$cluster"
}

cloud_pull_secret() {
  secret registry registry_files kubernetes.io/dockerconfigjson
  pull_secret=registry
}

# It may read and no more.
registry_files() {
  into "$1/.dockerconfigjson" doctl registry docker-config
}

cloud_reach() {
  wait_for_address
}

# --dangerous takes the load balancer and the volumes along, which would be paid for on and on.
cloud_remove() {
  local tags
  tags=$(answer zerodo-setup doctl kubernetes cluster get "$cluster" --format Tags --no-header)
  $dry || [[ $tags == *zerodo-setup* ]] || complain "The cluster $cluster was not made by this script: it is left as it is."
  run doctl kubernetes cluster delete "$cluster" --dangerous --force
  $dry || printf '  The registry may hold images of others: `doctl registry delete` if it does not.\n' >&3
}
