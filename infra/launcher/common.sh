# The settings, and what all parts of the launcher use. Sourced by ./conveyarr. It does no arithmetic, so that a wrong port is told by check_ports.
VERSION=0.1.0-SNAPSHOT
DATA=${CONVEYARR_DATA:-$ROOT/data}
case $DATA in /*) ;; *) DATA=$PWD/$DATA ;; esac
# In the spelling of Java, which is the one that stands in PostgreSQL's command line: neither // nor a / at the end.
while [[ $DATA == *//* ]]; do DATA=${DATA//\/\//\/}; done
DATA=${DATA%/}
RUN=$DATA/run
LOGS=$DATA/log
PORT=${CONVEYARR_PORT:-8484}
KAFKA_PORT=${CONVEYARR_KAFKA_PORT:-19092}
PG_PORT=${CONVEYARR_PG_PORT:-15432}

# Word and directory of each service; its port is PORT plus its place in this list.
SERVICES="request:request-gateway health:health-aggregator acquisition:acquisition-coordinator download:download-watcher library:library-indexer notification:notifier"

SMALL_JVM=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders -Xss512k --enable-native-access=ALL-UNNAMED
  --sun-misc-unsafe-memory-access=allow --add-opens=java.base/java.lang.invoke=ALL-UNNAMED)
STANDALONE_JVM=(-Xmx192m -Xmn32m)

say() { printf '%s\n' "$*"; }

fail() { # exit code, sentence
  local code=$1
  shift
  printf '%s\n' "$*" >&2
  exit "$code"
}

url() { say "http://127.0.0.1:$(cat "$RUN/page-port" 2>/dev/null || echo "$PORT")"; }

# By the variable itself or by a file that holds it.
given() { # variable
  local file=$1_FILE
  [ -n "${!1:-}${!file:-}" ]
}

# So that every process sees an empty one as the launcher does.
drop_empty() { # variables
  local variable
  for variable in "$@"; do [[ ${!variable:-} =~ [^[:space:]] ]] || unset "$variable"; done
}
drop_empty PG_URL PG_URL_FILE KAFKA_BOOTSTRAP_SERVERS KAFKA_BOOTSTRAP_SERVERS_FILE

alive() { [ -n "${1:-}" ] && kill -0 "$1" 2>/dev/null; }

listening() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# True when the service at this port answers 200 to a GET of this path.
answers_ok() { # port, path
  local line=
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$2" >&3
  IFS= read -r -t 5 line <&3
  exec 3>&-
  case $line in *' 200 '*) return 0 ;; esac
  return 1
} 2>/dev/null

find_java() {
  JAVA_HOME=$("$ROOT/find-jdk.sh" 25) || exit 1
  export JAVA_HOME
}

prepare_data() {
  mkdir -p "$RUN" "$LOGS" "$DATA/kafka" "$DATA/spool" "$DATA/health" "$DATA/config" || fail 1 "The data folder $DATA cannot be written. Set CONVEYARR_DATA to a folder of yours."
  # PostgreSQL may have to run as nobody, who must be able to pass through the data folder, and to see nothing but its own.
  chmod 711 "$DATA" && chmod 700 "$RUN" "$LOGS" "$DATA/kafka" "$DATA/spool" "$DATA/health" "$DATA/config" || fail 1 "The data folder $DATA belongs to another user. Set CONVEYARR_DATA to a folder of yours."
  api_key
  export CONVEYARR_API_KEY CONVEYARR_DATA=$DATA CONVEYARR_KAFKA_PORT=$KAFKA_PORT CONVEYARR_PG_PORT=$PG_PORT CONVEYARR_PORT=$PORT
}

api_key() {
  if [ -n "${CONVEYARR_API_KEY_FILE:-}" ]; then
    CONVEYARR_API_KEY=$(cat "$CONVEYARR_API_KEY_FILE") || fail 1 "CONVEYARR_API_KEY_FILE=$CONVEYARR_API_KEY_FILE cannot be read."
  elif [ -z "${CONVEYARR_API_KEY:-}" ]; then
    if [ ! -s "$DATA/api-key" ]; then
      (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$DATA/api-key")
      say "The API key is $(cat "$DATA/api-key"). It is kept in $DATA/api-key."
    fi
    CONVEYARR_API_KEY=$(cat "$DATA/api-key")
  fi
}
