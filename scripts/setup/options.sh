#!/usr/bin/env bash
# What was typed behind scripts/setup-<cloud>.

usage() {
  cat <<END
scripts/setup-$cloud [options]

  --host NAME             the name that people use, such as zerodo.example.com${host:+ (without it: $host)}
  --name NAME             of the cluster and what belongs to it (zerodo)
  --region REGION         where${region:+ ($region)}
  --nodes MIN-MAX         how many nodes the autoscaler keeps ($nodes)
  --size SIZE             of a node${size:+ ($size)}
  --existing              take the cluster of kubectl's current context; wants --registry${registry:+ or the images that are in it}
  --registry REGISTRY     where images are pushed to; docker is logged in there already
  --pull-secret SECRET    of namespace zerodo, for a registry that the nodes cannot read
  --tag TAG               of the images (the version in package.json)
  --no-build              the images are in the registry already
  --kafka WHICH           strimzi (three nodes), small (one node) or external: KAFKA_BROKERS and ZERODO_KAFKA_… ($kafka)
  --issuer ISSUER         letsencrypt or letsencrypt-staging (letsencrypt)
  --otlp URL              of a collector that metrics and traces are pushed to; without it they wait for Prometheus
  --dry-run               print every command and do none
  --teardown              remove what this script made
  --yes                   do not ask before that

Secrets come from the environment, or are made: docs/how-to/run-on-a-cluster.md lists them.
END
}

# value OPTION VALUE PATTERN: complains about a value that makes no sense, before anything is done with it.
value() {
  [[ $2 =~ ^($3)$ ]] || complain "$1 does not take \"$2\": see scripts/setup-$cloud --help."
}

options() {
  local name='[a-z]([a-z0-9-]{0,38}[a-z0-9])?' word='[A-Za-z0-9][A-Za-z0-9._/:-]*'
  while (($#)); do
    case $1 in
      --host | --name | --region | --nodes | --size | --registry | --pull-secret | --tag | --kafka | --issuer | --otlp)
        (($# > 1)) || complain "$1 wants a value: see scripts/setup-$cloud --help."
        ;;
    esac
    case $1 in
      --host) value "$1" "$2" '[a-z0-9-]+(\.[a-z0-9-]+)+' && host=$2 ;;
      --name) value "$1" "$2" "$name" && cluster=$2 ;;
      --region) value "$1" "$2" '[a-z][a-z0-9-]+' && region=$2 ;;
      --nodes) value "$1" "$2" '[1-9][0-9]?-[1-9][0-9]?' && nodes=$2 ;;
      --size) value "$1" "$2" "$word" && size=$2 ;;
      --registry) value "$1" "$2" "$word" && registry=$2 ;;
      --pull-secret) value "$1" "$2" "$name" && pull_secret=$2 ;;
      --tag) value "$1" "$2" '[A-Za-z0-9_][A-Za-z0-9_.-]*' && tag=$2 ;;
      --kafka) value "$1" "$2" 'strimzi|small|external' && kafka=$2 ;;
      --issuer) value "$1" "$2" 'letsencrypt(-staging)?' && issuer=$2 ;;
      --otlp) value "$1" "$2" 'https?://[A-Za-z0-9.-]+(:[0-9]+)?' && otlp=$2 ;;
      --existing) existing=true ;;
      --no-build) build=false ;;
      --dry-run) dry=true ;;
      --teardown) teardown=true ;;
      --yes) yes=true ;;
      --help | -h) usage && exit 0 ;;
      *) complain "There is no option $1: see scripts/setup-$cloud --help." ;;
    esac
    case $1 in
      --existing | --no-build | --dry-run | --teardown | --yes) shift ;;
      *) shift 2 ;;
    esac
  done
  ((${nodes%-*} <= ${nodes#*-})) || complain "--nodes $nodes: the first number is the smaller one."
}

# What has to be said before anything is made.
demands() {
  [[ -n $host ]] || complain "Say which name people will use: --host zerodo.example.com, a name whose DNS you can change."
  if $existing && [[ -z $registry ]]; then
    complain "Say where the images are: --registry registry.example.com/team. An existing cluster has a registry of its own."
  fi
  [[ $kafka != external ]] || [[ -n ${KAFKA_BROKERS:-} ]] ||
    complain "--kafka external wants KAFKA_BROKERS=host:port[,host:port] in the environment."
  [[ -n ${ZERODO_SMTP_URL:-} || -z ${ZERODO_MAIL_FROM:-} ]] ||
    complain "ZERODO_MAIL_FROM is set and ZERODO_SMTP_URL is not: set both, or neither for no mail."
}
