#!/usr/bin/env bash
# Google Kubernetes Engine and Artifact Registry, both labelled as made by this script.

cloud_defaults() {
  region=europe-west1 size=e2-standard-4
}

cloud_tools() {
  need 520.0 https://cloud.google.com/sdk/docs/install gcloud version '--format=value("Google Cloud SDK")'
  present gke-gcloud-auth-plugin '`gcloud components install gke-gcloud-auth-plugin`'
}

cloud_login() {
  [[ -n $(found gcloud auth list --filter=status:ACTIVE '--format=value(account)') ]] || $dry ||
    complain 'Google does not know you: run `gcloud auth login`.'
  project=$(found gcloud config get-value project)
  if $dry; then project='<project>'; fi
  [[ -n $project ]] || complain 'No project is chosen: run `gcloud config set project PROJECT`.'
  google_registry=$region-docker.pkg.dev/$project/$cluster
  registry=${registry:-$google_registry}
  # One zone: its control plane is within the free tier.
  zone=$region-b
}

cloud_registry() {
  run gcloud services enable container.googleapis.com artifactregistry.googleapis.com
  [[ $registry == "$google_registry" ]] || return 0
  there gcloud artifacts repositories describe "$cluster" --location "$region" ||
    run gcloud artifacts repositories create "$cluster" --location "$region" --repository-format docker --labels made_by=zerodo-setup
  run gcloud auth configure-docker "$region-docker.pkg.dev" --quiet
  local number
  number=$(answer number gcloud projects describe "$project" '--format=value(projectNumber)')
  run gcloud artifacts repositories add-iam-policy-binding "$cluster" --location "$region" \
    --member "serviceAccount:$number-compute@developer.gserviceaccount.com" --role roles/artifactregistry.reader
}

cloud_cluster() {
  # Network policies hold with Dataplane V2.
  there gcloud container clusters describe "$cluster" --location "$zone" ||
    run gcloud container clusters create "$cluster" --location "$zone" --release-channel regular --machine-type "$size" \
      --num-nodes "${nodes%-*}" --enable-autoscaling --min-nodes "${nodes%-*}" --max-nodes "${nodes#*-}" \
      --enable-ip-alias --enable-dataplane-v2 --labels made_by=zerodo-setup
  run gcloud container clusters get-credentials "$cluster" --location "$zone"
}

cloud_reach() {
  wait_for_address
}

# Load balancers and disks would outlive the cluster: what asked for them goes first.
cloud_remove() {
  local made
  made=$(answer zerodo-setup gcloud container clusters describe "$cluster" --location "$zone" '--format=value(resourceLabels.made_by)')
  $dry || [[ $made == zerodo-setup ]] || complain "The cluster $cluster was not made by this script: it is left as it is."
  run gcloud container clusters get-credentials "$cluster" --location "$zone"
  remove_parts
  run gcloud container clusters delete "$cluster" --location "$zone" --quiet
  made=$(found gcloud artifacts repositories describe "$cluster" --location "$region" '--format=value(labels.made_by)')
  if $dry || [[ $made == zerodo-setup ]]; then
    run gcloud artifacts repositories delete "$cluster" --location "$region" --quiet
  fi
}
