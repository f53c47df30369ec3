#!/usr/bin/env bash
# Postgres: the one of DATABASE_URL (its owner's direct address, with ZERODO_POOLER=host:port where a pooler is between), or one in the cluster.

postgres_operator_part() {
  # Its kinds are too large for an annotation that would say what was applied last.
  run kubectl apply --server-side --filename "$postgres_operator"
  ready cnpg-system
}

postgres_part() {
  run kubectl apply --filename scripts/setup/manifests/postgres.yaml
  run kubectl wait cluster.postgresql.cnpg.io/zerodo-postgres --namespace postgres --for=condition=Ready --timeout=600s
}

install_postgres() {
  [[ -z ${DATABASE_URL:-} ]] || return 0
  part cnpg-system "$postgres_operator_version" postgres_operator_part
  part postgres 1 postgres_part
}

# role_url ROLE PASSWORD OWNER-URL POOLER: the same database by another role.
role_url() {
  local rest=${3#*@}
  printf 'postgres://%s:%s@%s/%s' "$1" "$2" "${4:-${rest%%/*}}" "${rest#*/}"
}

# The folder of Secret zerodo-database: the owner's address as it is, three roles with passwords of their own, which migrations set.
database_files() {
  local folder=$1 role owner pooler
  if [[ -n ${DATABASE_URL:-} ]]; then
    owner=$DATABASE_URL
    pooler=${ZERODO_POOLER:-}
  else
    into "$private/superuser" kubectl get secret zerodo-postgres-superuser --namespace postgres \
      --output 'go-template={{.data.password | base64decode}}'
    pooler=zerodo-pooler.postgres:5432
  fi
  for role in app worker web; do into "$private/$role" openssl rand -hex 24; done
  if $dry; then return; fi
  owner=${owner:-postgres://postgres:$(<"$private/superuser")@zerodo-postgres-rw.postgres:5432/zerodo}
  mkdir -p "$folder"
  printf '%s' "$owner" >"$folder/owner"
  for role in app worker web; do
    role_url "zerodo_$role" "$(<"$private/$role")" "$owner" "$pooler" >"$folder/$role"
  done
}

# port_of URL: 5432 where it names none.
port_of() {
  local port=5432
  [[ ! $1 =~ @[^/]*:([0-9]+)/ ]] || port=${BASH_REMATCH[1]}
  printf '%s' "$port"
}

# postgres_values: what the chart has to be told, in the array `values`.
postgres_values() {
  if [[ -z ${DATABASE_URL:-} ]]; then
    values+=(--set postgres.tls=verify-full --set postgres.pooler=transaction --set postgres.port=5432
      --set postgres.caSecret=zerodo-postgres-ca)
  elif [[ -n ${ZERODO_POOLER:-} ]]; then
    values+=(--set postgres.pooler=transaction --set "postgres.port=${ZERODO_POOLER##*:}")
  else
    values+=(--set postgres.pooler=none --set "postgres.port=$(port_of "$DATABASE_URL")")
  fi
  [[ -z ${DATABASE_URL:-} ]] || values+=(--set "postgres.directPort=$(port_of "$DATABASE_URL")")
}

# The authority that signed the certificate of the Postgres in the cluster.
postgres_authority() {
  [[ -z ${DATABASE_URL:-} ]] || return 0
  secret zerodo-postgres-ca authority_files
}

authority_files() {
  into "$1/ca.crt" kubectl get secret zerodo-postgres-ca --namespace postgres \
    --output 'go-template={{index .data "ca.crt" | base64decode}}'
}

remove_postgres() {
  run kubectl delete --filename scripts/setup/manifests/postgres.yaml --ignore-not-found
}

remove_postgres_operator() {
  run kubectl delete --filename "$postgres_operator" --ignore-not-found
}
