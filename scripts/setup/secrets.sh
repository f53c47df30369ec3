#!/usr/bin/env bash
# Secrets: from the environment, or made here. They go through files in a folder that only we can read and that does not outlive this
# process; never through arguments, which every process of the machine can read, and never into the log.

# secret NAME FUNCTION [TYPE]: the function puts one file a key into the folder it is given. A Secret that is there already stays.
secret() {
  if there kubectl get secret "$1" --namespace zerodo; then return; fi
  "$2" "$private/$1"
  run kubectl create secret generic "$1" --namespace zerodo ${3:+"--type=$3"} "--from-file=$private/$1"
}

# put FOLDER KEY VALUE
put() {
  if $dry; then return; fi
  mkdir -p "$1"
  printf '%s' "$3" >"$1/$2"
}

auth_files() {
  if [[ -n ${BETTER_AUTH_SECRET:-} ]]; then put "$1" secret "$BETTER_AUTH_SECRET"; else into "$1/secret" openssl rand -hex 32; fi
}

key_files() {
  if [[ -n ${ZERODO_SECRET_KEY:-} ]]; then put "$1" key "$ZERODO_SECRET_KEY"; else into "$1/key" openssl rand -hex 32; fi
}

mail_files() {
  put "$1" url "$ZERODO_SMTP_URL"
  put "$1" from "${ZERODO_MAIL_FROM:-zerodo@$host}"
}

# Base64 as in a URL, of what comes in (RFC 7515).
base64url() {
  base64 | tr -d '\n=' | tr '+/' '-_'
}

# A pair of keys for web push (RFC 8292): the last 65 bytes of a public key are its point, and 32 of a private one from the eighth on.
push_files() {
  put "$1" subject "https://$host"
  if [[ -n ${ZERODO_VAPID_PRIVATE_KEY:-} ]]; then
    put "$1" public "${ZERODO_VAPID_PUBLIC_KEY:-}"
    put "$1" private "$ZERODO_VAPID_PRIVATE_KEY"
    return
  fi
  into "$private/vapid.pem" openssl ecparam -name prime256v1 -genkey -noout
  into "$private/vapid.public" openssl ec -in "$private/vapid.pem" -pubout -outform DER
  into "$private/vapid.private" openssl ec -in "$private/vapid.pem" -outform DER
  if $dry; then return; fi
  tail -c 65 "$private/vapid.public" | base64url >"$1/public"
  tail -c +8 "$private/vapid.private" | head -c 32 | base64url >"$1/private"
}

make_secrets() {
  secret zerodo-database database_files
  postgres_authority
  secret zerodo-kafka kafka_files
  secret zerodo-auth auth_files
  secret zerodo-key key_files
  secret zerodo-push push_files
  if [[ -n ${ZERODO_SMTP_URL:-} ]]; then secret zerodo-mail mail_files; fi
}
