# What all parts of the launcher use. Sourced by ./conveyarr.
VERSION=0.1.0-SNAPSHOT
DATA=${CONVEYARR_DATA:-$ROOT/data}
case $DATA in /*) ;; *) DATA=$PWD/$DATA ;; esac
RUN=$DATA/run
LOGS=$DATA/log
PORT=${CONVEYARR_PORT:-8484}
KAFKA_PORT=${CONVEYARR_KAFKA_PORT:-19092}
PG_PORT=${CONVEYARR_PG_PORT:-15432}
DEMO_PORT=${CONVEYARR_DEMO_PORT:-$((PORT + 20))}

# Word and directory of each service; its port is PORT plus its place in this list.
SERVICES="request:request-gateway health:health-aggregator acquisition:acquisition-coordinator download:download-watcher library:library-indexer notification:notifier"

say() { printf '%s\n' "$*"; }

fail() { # exit code, sentence
  local code=$1
  shift
  printf '%s\n' "$*" >&2
  exit "$code"
}

url() { say "http://127.0.0.1:$(cat "$RUN/page-port" 2>/dev/null || echo "$PORT")"; }

alive() { [ -n "${1:-}" ] && kill -0 "$1" 2>/dev/null; }

pid_of() { cat "$RUN/$1.pid" 2>/dev/null; }

listening() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# True when the service at this port answers 200 to a GET of this path.
answers_ok() { # port, path
  local line
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$2" >&3
  IFS= read -r -t 5 line <&3
  exec 3>&-
  case $line in *' 200 '*) return 0 ;; esac
  return 1
} 2>/dev/null

check_number() { # name, value
  case $2 in '' | *[!0-9]*) fail 2 "$1=$2 is not a port; it has to be a number such as 8484." ;; esac
  [ "$2" -ge 1 ] && [ "$2" -le 65500 ] || fail 2 "$1=$2 is not a port; it has to be between 1 and 65500."
}

find_java() {
  JAVA_HOME=$("$ROOT/find-jdk.sh" 25) || exit 1
  export JAVA_HOME
}

prepare_data() {
  mkdir -p "$RUN" "$LOGS" || fail 1 "The data folder $DATA cannot be written. Set CONVEYARR_DATA to a folder of yours."
  chmod 700 "$DATA"
  if [ -n "${CONVEYARR_API_KEY_FILE:-}" ]; then
    CONVEYARR_API_KEY=$(cat "$CONVEYARR_API_KEY_FILE") || fail 1 "CONVEYARR_API_KEY_FILE=$CONVEYARR_API_KEY_FILE cannot be read."
  elif [ -z "${CONVEYARR_API_KEY:-}" ]; then
    if [ ! -s "$DATA/api-key" ]; then
      (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$DATA/api-key")
      say "The API key is $(cat "$DATA/api-key"). It is kept in $DATA/api-key."
    fi
    CONVEYARR_API_KEY=$(cat "$DATA/api-key")
  fi
  export CONVEYARR_API_KEY CONVEYARR_DATA=$DATA CONVEYARR_KAFKA_PORT=$KAFKA_PORT CONVEYARR_PG_PORT=$PG_PORT CONVEYARR_PORT=$PORT
}
