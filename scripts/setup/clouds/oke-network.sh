#!/usr/bin/env bash
# The network of a cluster of Oracle's: the door (80 and 443 from everywhere), the control plane (6443), and the nodes, which nobody
# outside reaches. Everything is called as the cluster and carries our tag.

tagged() {
  printf '%s' '{"made-by":"zerodo-setup"}'
}

# thing KIND LIST-OR-CREATE-OPTIONS…: the OCID of what is called as the cluster, made when it is not there.
thing() {
  local kind=$1 name=$2 id
  local -a within=(--compartment-id "$compartment")
  [[ $kind == vcn ]] || within+=(--vcn-id "$vcn")
  shift 2
  id=$(found oci network "$kind" list "${within[@]}" --display-name "$name" --query 'data[0].id' --raw-output)
  if [[ $id != ocid1.* ]]; then
    id=$(answer "$name-$kind" oci network "$kind" create "${within[@]}" --display-name "$name" "$@" --freeform-tags "$(tagged)" \
      --wait-for-state AVAILABLE --query data.id --raw-output)
  fi
  printf '%s\n' "$id"
}

# rules NAME JSON-OF-WHAT-COMES-IN: a security list whose holder may call out.
rules() {
  thing security-list "$1" --ingress-security-rules "$2" \
    --egress-security-rules '[{"destination":"0.0.0.0/0","protocol":"all"}]'
}

# port NUMBER FROM: TCP is protocol 6.
port() {
  printf '{"source":"%s","protocol":"6","tcpOptions":{"destinationPortRange":{"min":%s,"max":%s}}}' "$2" "$1" "$1"
}

# way NAME GATEWAY: a route table that leads everything outside through it.
way() {
  thing route-table "$1" --route-rules "[{\"destination\":\"0.0.0.0/0\",\"networkEntityId\":\"$2\"}]"
}

network() {
  local inner='{"source":"10.0.0.0/16","protocol":"all"}' internet nat out in list
  vcn=$(thing vcn "$cluster" --cidr-blocks '["10.0.0.0/16"]' --dns-label zerodo)
  internet=$(thing internet-gateway "$cluster" --is-enabled true)
  nat=$(thing nat-gateway "$cluster")
  in=$(way "$cluster-public" "$internet")
  out=$(way "$cluster-private" "$nat")
  list=$(rules "$cluster-control" "[$(port 6443 0.0.0.0/0),$inner]")
  endpoint_subnet=$(subnet "$cluster-control" 10.0.0.0/28 "$in" "$list" false)
  list=$(rules "$cluster-door" "[$(port 80 0.0.0.0/0),$(port 443 0.0.0.0/0)]")
  door_subnet=$(subnet "$cluster-door" 10.0.1.0/24 "$in" "$list" false)
  list=$(rules "$cluster-nodes" "[$inner]")
  nodes_subnet=$(subnet "$cluster-nodes" 10.0.2.0/23 "$out" "$list" true)
}

# subnet NAME CIDR ROUTE-TABLE SECURITY-LIST WITHOUT-PUBLIC-ADDRESSES
subnet() {
  thing subnet "$1" --cidr-block "$2" --route-table-id "$3" --security-list-ids "[\"$4\"]" --prohibit-public-ip-on-vnic "$5"
}

# One network holds the rest, and is refused while anything is in it: from the inside out.
remove_network() {
  local kind id
  vcn=$(found oci network vcn list --compartment-id "$compartment" --display-name "$cluster" --query 'data[0].id' --raw-output)
  if $dry; then vcn='<vcn>'; fi
  $dry || [[ $vcn == ocid1.* ]] || return 0
  for kind in subnet route-table security-list nat-gateway internet-gateway; do
    for id in $(of_ours "$kind"); do run oci network "$kind" delete "$(id_option "$kind")" "$id" --force --wait-for-state TERMINATED; done
  done
  run oci network vcn delete --vcn-id "$vcn" --force --wait-for-state TERMINATED
}

# The default ones of a network have no tag, and go with it.
of_ours() {
  if $dry; then
    found oci network "$1" list --compartment-id "$compartment" --vcn-id "$vcn" --query "$(ids)"
    printf '<%s>\n' "$1"
    return
  fi
  found oci network "$1" list --compartment-id "$compartment" --vcn-id "$vcn" --query "$(ids)" | tr -d '[]," ' | sed -n '/^ocid1[.]/p'
}

ids() {
  printf '%s' "data[?\"freeform-tags\".\"made-by\"=='zerodo-setup'].id"
}

id_option() {
  case $1 in
    route-table) printf -- '--rt-id' ;;
    nat-gateway) printf -- '--nat-gateway-id' ;;
    internet-gateway) printf -- '--ig-id' ;;
    *) printf -- '--%s-id' "$1" ;;
  esac
}
