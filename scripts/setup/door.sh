#!/usr/bin/env bash
# The way in: cert-manager with its issuers, and Envoy Gateway, whose load balancer opens 80 and 443 and nothing else.

gateway_class=scripts/setup/manifests/gateway-class.yaml
[[ $cloud != kind ]] || gateway_class=scripts/setup/manifests/gateway-class-kind.yaml

cert_manager_part() {
  run helm upgrade --install cert-manager oci://quay.io/jetstack/charts/cert-manager --version "$cert_manager_version" \
    --namespace cert-manager --set crds.enabled=true --set config.enableGatewayAPI=true --wait --timeout 10m
  run kubectl apply --filename helm/examples/issuers.yaml
}

# Some clouds bring the kinds of the Gateway API along and look after them: then only Envoy Gateway's own kinds are added.
envoy_part() {
  local -a kinds=()
  if there helm status envoy-gateway --namespace envoy-gateway-system; then
    kinds=(--reuse-values)
  elif there kubectl get crd gateways.gateway.networking.k8s.io; then
    into "$private/envoy-kinds.yaml" helm template envoy-kinds oci://docker.io/envoyproxy/gateway-crds-helm \
      --version "$envoy_gateway_version" --set crds.gatewayAPI.enabled=false --set crds.envoyGateway.enabled=true
    run kubectl apply --server-side --filename "$private/envoy-kinds.yaml"
    kinds=(--set crds.enabled=false)
  fi
  run helm upgrade --install envoy-gateway oci://docker.io/envoyproxy/gateway-helm --version "$envoy_gateway_version" \
    --namespace envoy-gateway-system "${kinds[@]}" --wait --timeout 10m
  run kubectl apply --filename "$gateway_class"
}

# cert-manager looks for the kinds of the Gateway API once, when it starts: Envoy Gateway brings them, so it comes first.
install_door() {
  [[ $cloud != minikube ]] || return 0
  part envoy-gateway-system "$envoy_gateway_version" envoy_part
  # Without https nobody has to vouch for anything.
  [[ $url == https:* ]] || return 0
  part cert-manager "$cert_manager_version" cert_manager_part
}

remove_cert_manager() {
  if known clusterissuers.cert-manager.io; then run kubectl delete --filename helm/examples/issuers.yaml --ignore-not-found; fi
  run helm uninstall cert-manager --namespace cert-manager --ignore-not-found --wait
}

remove_envoy() {
  if known gatewayclasses.gateway.networking.k8s.io; then
    run kubectl delete --filename "$gateway_class" --ignore-not-found
  fi
  run helm uninstall envoy-gateway --namespace envoy-gateway-system --ignore-not-found --wait
}
