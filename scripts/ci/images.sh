#!/usr/bin/env bash
# The images of a commit on their way to people: scripts/ci/images.sh build|scan|push|sign|verify|promote
#   build    all of them, here, named $REGISTRY/<image>:$TAG
#   scan     refuses what is known to be wrong with them and could be put right
#   push     to the registry
#   sign     signature, SBOM and provenance of what was pushed; no key, who signs is the workflow (Sigstore)
#   verify   that they are there, signed by the workflow that publishes from main
#   promote  gives what was verified another tag: $TO
# REGISTRY and TAG are this repository's packages and this commit where nobody says otherwise. ONLY=task-create is about that one
# alone. DRY_RUN=true prints the commands.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. scripts/ci/run.sh

owner=${GITHUB_REPOSITORY:-}
registry=${REGISTRY:-ghcr.io/$(tr '[:upper:]' '[:lower:]' <<<"$owner")}
tag=${TAG:-${GITHUB_SHA:-}}
# The tag of a release in git, and of its images.
[[ ! $tag =~ ^v[0-9] ]] || tag=${tag#v}
[[ -z ${ONLY:-} || -e functions/${ONLY:-}/handle.ts ]] || complain "There is no function ${ONLY:-}."
[[ $registry != ghcr.io/ && -n $tag ]] || complain 'Say which images: REGISTRY=registry.example.com/team TAG=1.2.3.'

issuer=https://token.actions.githubusercontent.com
identity=${SIGNER:-https://github.com/$owner/.github/workflows/publish.yaml@refs/heads/main}

# What `npm run images` builds: every function, and three more.
names() {
  local file
  if [[ -n ${ONLY:-} ]]; then
    printf '%s\n' "$ONLY"
    return
  fi
  for file in functions/*/handle.ts; do basename "$(dirname "$file")"; done
  printf '%s\n' migrate verify web
}

each() {
  local name
  for name in $(names); do "$1" "$registry/$name"; done
}

build() {
  run npm run images -- --registry "$registry" --tag "$tag"
}

worst=0
scan_one() {
  # What has no remedy yet would only stop what has nothing to do with it; it is looked at again every day.
  run trivy image --scanners vuln --severity HIGH,CRITICAL --ignore-unfixed --exit-code 1 --no-progress "$1:$tag" || worst=1
}

scan() {
  each scan_one
  ((worst == 0)) || complain 'Something in these images is known to be wrong and has a remedy: newer packages, or a newer base image.'
}

# Where nobody gives a token, docker is logged in already.
logged_in() {
  [[ -z ${REGISTRY_TOKEN:-} ]] || log_in "${registry%%/*}" docker login
}

push_one() {
  run docker push "$1:$tag"
}

# The name by content of what has just been pushed: a tag could lead elsewhere by the time that it is signed.
pushed_as() {
  answer "$1@digest" docker image inspect --format '{{index .RepoDigests 0}}' "$1:$tag"
}

sign_one() {
  local pushed
  pushed=$(pushed_as "$1")
  run cosign sign --yes "$pushed"
  run trivy image --format cyclonedx --output "$folder/sbom.json" --no-progress "$1:$tag"
  run cosign attest --yes --type cyclonedx --predicate "$folder/sbom.json" "$pushed"
  run cosign attest --yes --type slsaprovenance1 --predicate "$folder/provenance.json" "$pushed"
}

sign() {
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  run node scripts/ci/provenance.mjs "$folder/provenance.json"
  each sign_one
}

# What is verified is what is promoted, wherever the tag leads meanwhile.
verified() {
  local content
  content=$(answer "digest" docker buildx imagetools inspect --format '{{.Manifest.Digest}}' "$1:$tag")
  run cosign verify --certificate-oidc-issuer "$issuer" --certificate-identity "$identity" --output text "$1@$content" >&2
  printf '%s@%s' "$1" "$content"
}

verify_one() {
  verified "$1" >/dev/null
}

promote_one() {
  local image
  image=$(verified "$1")
  run docker buildx imagetools create --tag "$1:${TO#v}" "$image"
}

case ${1:-} in
  build) build ;;
  scan) logged_in && scan ;;
  push) logged_in && each push_one ;;
  sign) logged_in && sign ;;
  verify) logged_in && each verify_one ;;
  promote)
    wanted TO 'the tag that the images get'
    logged_in
    # All or none.
    each verify_one
    each promote_one
    ;;
  *) complain 'scripts/ci/images.sh build|scan|push|sign|verify|promote' ;;
esac
