#!/usr/bin/env bash
# Azure Kubernetes Service and Azure Container Registry, in a resource group of their own, whose tag says that this script made it.

cloud_defaults() {
  region=westeurope size=Standard_D4as_v5
}

cloud_tools() {
  need 2.70 https://learn.microsoft.com/cli/azure/install-azure-cli az version --query '"azure-cli"' --output tsv
}

cloud_login() {
  local subscription
  there az account show || $dry || complain 'Azure does not know you: run `az login`, and `az account set` for another subscription.'
  subscription=$(answer subscription az account show --query id --output tsv)
  # The name of a registry is one for the whole world.
  azure_registry=zerodo${subscription%%-*}
  registry=${registry:-$azure_registry.azurecr.io}
}

cloud_registry() {
  there az group show --name "$cluster" || run az group create --name "$cluster" --location "$region" --tags made-by=zerodo-setup
  if [[ $registry == "$azure_registry.azurecr.io" ]]; then
    there az acr show --name "$azure_registry" --resource-group "$cluster" ||
      run az acr create --name "$azure_registry" --resource-group "$cluster" --sku Basic
    run az acr login --name "$azure_registry"
  fi
}

cloud_cluster() {
  # Network policies hold with Cilium, and the free tier of the control plane is without an agreement on its availability.
  there az aks show --name "$cluster" --resource-group "$cluster" ||
    run az aks create --name "$cluster" --resource-group "$cluster" --location "$region" --tier free \
      --kubernetes-version "$kubernetes_minimum" --node-vm-size "$size" --node-count "${nodes%-*}" --enable-cluster-autoscaler \
      --min-count "${nodes%-*}" --max-count "${nodes#*-}" --network-plugin azure --network-plugin-mode overlay \
      --network-dataplane cilium --attach-acr "$azure_registry" --generate-ssh-keys --tags made-by=zerodo-setup
  run az aks get-credentials --name "$cluster" --resource-group "$cluster" --overwrite-existing
}

cloud_reach() {
  wait_for_address
}

# A group without our tag is somebody else's, whatever it is called.
cloud_remove() {
  local made
  made=$(answer zerodo-setup az group show --name "$cluster" --query 'tags."made-by"' --output tsv)
  $dry || [[ $made == zerodo-setup ]] || complain "The resource group $cluster was not made by this script: it is left as it is."
  run az group delete --name "$cluster" --yes
}
