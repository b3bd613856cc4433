# Starts, watches and stops the processes. Sourced by ./conveyarr. Each process has a supervisor that starts it again when it dies.
SMALL_JVM="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders -Xss512k --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow --add-opens=java.base/java.lang.invoke=ALL-UNNAMED"
STANDALONE_JVM="-Xmx256m"

names() { # all that were started, services before what they stand on
  for file in "$RUN"/*.supervisor; do
    [ -e "$file" ] || continue
    file=${file##*/}
    say "${file%.supervisor}"
  done | sort | awk '$0 != "infrastructure"; $0 == "infrastructure" {last = $0} END {if (last) print last}'
}

running() {
  local name
  for name in $(names); do alive "$(cat "$RUN/$name.supervisor")" && return 0; done
  return 1
}

check_ports() { # split, demo
  check_number CONVEYARR_PORT "$PORT"
  check_number CONVEYARR_KAFKA_PORT "$KAFKA_PORT"
  check_number CONVEYARR_PG_PORT "$PG_PORT"
  check_number CONVEYARR_DEMO_PORT "$DEMO_PORT"
  check_free "$PORT" CONVEYARR_PORT
  [ -n "${KAFKA_BOOTSTRAP_SERVERS:-}" ] || { check_free "$KAFKA_PORT" CONVEYARR_KAFKA_PORT; check_free $((KAFKA_PORT + 1)) CONVEYARR_KAFKA_PORT; }
  [ -n "${PG_URL:-}" ] || left_over_postgres || check_free "$PG_PORT" CONVEYARR_PG_PORT
  local offset
  [ "$1" = no ] || for offset in 1 2 3 4 5; do check_free $((PORT + offset)) CONVEYARR_PORT; done
  [ "$2" = no ] || for offset in 0 1 2 3 4; do check_free $((DEMO_PORT + offset)) CONVEYARR_DEMO_PORT; done
}

check_free() { # port, variable
  ! listening "$1" || fail 1 "Port $1 is used by another program. Set $2 to another port, or end that program."
}

# Our own PostgreSQL that outlived a killed parent; the next start takes it over.
left_over_postgres() { alive "$(head -n 1 "$DATA/postgres/cluster/postmaster.pid" 2>/dev/null)"; }

start_processes() { # split, demo
  rm -f "$RUN"/*
  [ "$2" = no ] || demo_environment
  if [ "$1" = yes ]; then start_split; else start_standalone; fi
  [ "$2" = no ] || start_demo
}

demo_environment() {
  export SEERR_URL=http://127.0.0.1:$DEMO_PORT SEERR_API_KEY=demo-seerr-key
  export RADARR_URL=http://127.0.0.1:$((DEMO_PORT + 1)) RADARR_API_KEY=demo-radarr-key
  export QBITTORRENT_URL=http://127.0.0.1:$((DEMO_PORT + 2)) QBITTORRENT_USERNAME=admin QBITTORRENT_PASSWORD=adminadmin
  export GLUETUN_URL=http://127.0.0.1:$((DEMO_PORT + 3))
  export JELLYFIN_URL=http://127.0.0.1:$((DEMO_PORT + 4)) JELLYFIN_API_KEY=demo-jellyfin-key
}

start_demo() {
  CONVEYARR_DEMO_PORT=$DEMO_PORT CONVEYARR_HOOKS_URL=http://127.0.0.1:$PORT \
    spawn simulators $SMALL_JVM -Xmx64m -jar "$(plain_jar simulators)"
}

start_standalone() {
  echo "$PORT" >"$RUN/page-port"
  echo "$PORT" >"$RUN/standalone.ready-port"
  local cache
  cache=$(aot_cache)
  [ -f "$cache" ] && cache="-XX:AOTCache=$cache" || cache=
  spawn standalone $cache $SMALL_JVM $STANDALONE_JVM ${CONVEYARR_JAVA_OPTS:-} -Dconveyarr.data="$DATA" -Dconveyarr.port="$PORT" -jar "$(app_jar infra/standalone)"
}

# The broker and the database in one process, each service in another. The page is on the dashboard's port.
start_split() {
  local offset=0 service word pg_password
  echo $((PORT + 1)) >"$RUN/page-port"
  if [ -z "${KAFKA_BOOTSTRAP_SERVERS:-}" ] || [ -z "${PG_URL:-}" ]; then
    spawn infrastructure $SMALL_JVM -Xmx160m -jar "$(plain_jar embedded)"
    await_infrastructure
  fi
  if [ -z "${PG_URL:-}" ]; then
    pg_password=$(cat "$DATA/postgres/password")
    export PG_URL=postgres://conveyarr:$pg_password@127.0.0.1:$PG_PORT/postgres
  fi
  export KAFKA_BOOTSTRAP_SERVERS=${KAFKA_BOOTSTRAP_SERVERS:-127.0.0.1:$KAFKA_PORT}
  for service in $SERVICES; do
    word=${service%%:*}
    echo $((PORT + offset)) >"$RUN/${service#*:}.ready-port"
    spawn "${service#*:}" $SMALL_JVM -Xmx96m ${CONVEYARR_JAVA_OPTS:-} -Dconveyarr.data="$DATA" -Dconveyarr.$word.port=$((PORT + offset)) \
      -Dconveyarr.request.url="http://127.0.0.1:$PORT" -jar "$(app_jar "services/${service#*:}")"
    offset=$((offset + 1))
  done
}

await_infrastructure() {
  local try
  for try in $(seq 300); do
    { [ -n "${KAFKA_BOOTSTRAP_SERVERS:-}" ] || listening "$KAFKA_PORT"; } && { [ -n "${PG_URL:-}" ] || listening "$PG_PORT"; } && return 0
    died_early infrastructure && break
    sleep 0.2
  done
  explain infrastructure
  stop_processes
  exit 1
}

spawn() { # name, JVM arguments
  local name=$1
  shift
  local launch=setsid
  command -v setsid >/dev/null || launch=nohup
  $launch "$ROOT/conveyarr" __supervise "$name" "$@" </dev/null >/dev/null 2>&1 &
  echo $! >"$RUN/$name.supervisor"
}

supervise() { # name, JVM arguments
  local name=$1 pid
  shift
  echo $$ >"$RUN/$name.supervisor"
  trap '' HUP INT
  trap ':' TERM
  while [ ! -e "$RUN/stopping" ]; do
    "$JAVA_HOME/bin/java" "$@" >>"$LOGS/$name.log" 2>&1 &
    pid=$!
    echo $pid >"$RUN/$name.pid"
    while alive $pid; do wait $pid 2>/dev/null; done
    echo x >>"$RUN/$name.ends"
    [ -e "$RUN/stopping" ] || sleep 1
  done
  rm -f "$RUN/$name.pid" "$RUN/$name.supervisor"
}

died_early() { [ -e "$RUN/$1.ends" ] && [ "$(wc -l <"$RUN/$1.ends")" -ge 2 ]; }

explain() { # name
  say "The process $1 does not start. The end of its log, $LOGS/$1.log:" >&2
  grep -E 'ERROR|Exception|Caused by|^[A-Z].*\.$' "$LOGS/$1.log" 2>/dev/null | grep -v '^\s*at ' | tail -n 5 | cut -c 1-400 >&2
}

await_ready() {
  local file name try
  for try in $(seq 900); do
    local waiting=no
    for file in "$RUN"/*.ready-port; do
      name=${file##*/}
      name=${name%.ready-port}
      if died_early "$name"; then
        explain "$name"
        return 1
      fi
      answers_ok "$(cat "$file")" /q/health/started || waiting=$name
    done
    [ "$waiting" != no ] || return 0
    sleep 0.2
  done
  say "The process $waiting is not ready after 3 minutes. Its log is $LOGS/$waiting.log" >&2
  return 1
}

stop_processes() {
  [ -d "$RUN" ] || return 0
  touch "$RUN/stopping"
  local name
  for name in $(names); do
    [ "$name" = infrastructure ] && continue
    alive "$(pid_of "$name")" && kill -TERM "$(pid_of "$name")"
  done
  for name in $(names); do [ "$name" = infrastructure ] || end "$name"; done
  if alive "$(pid_of infrastructure)"; then
    kill -TERM "$(pid_of infrastructure)"
    end infrastructure
  fi
  end_postgres
  rm -f "$RUN"/*
}

end() { # name: waits for its process and its supervisor, kills what does not end in time
  local try
  for try in $(seq 70); do
    alive "$(pid_of "$1")" || alive "$(cat "$RUN/$1.supervisor" 2>/dev/null)" || return 0
    sleep 0.1
  done
  alive "$(pid_of "$1")" && kill -KILL "$(pid_of "$1")"
  alive "$(cat "$RUN/$1.supervisor" 2>/dev/null)" && kill -KILL "$(cat "$RUN/$1.supervisor")"
}

# A PostgreSQL whose parent had to be killed.
end_postgres() {
  local pid try
  pid=$(head -n 1 "$DATA/postgres/cluster/postmaster.pid" 2>/dev/null)
  alive "$pid" || return 0
  kill -INT "$pid"
  for try in $(seq 50); do
    alive "$pid" || return 0
    sleep 0.1
  done
  kill -KILL "$pid"
}

status() {
  local name pid code=0
  if ! running; then
    say "Conveyarr is not running. Start it with ./conveyarr up"
    exit 5
  fi
  say "Conveyarr: $(url)"
  for name in $(names); do
    pid=$(pid_of "$name")
    if alive "$pid"; then
      printf '%-24s running  pid %s\n' "$name" "$pid"
    else
      printf '%-24s restarting\n' "$name"
      code=10
    fi
  done
  exit $code
}
