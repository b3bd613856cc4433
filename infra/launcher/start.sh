# Starts the processes and waits until they are ready. Sourced by ./conveyarr.

start_processes() { # split, demo
  rm -f "$RUN"/*
  [ "$2" = no ] || demo_environment
  if [ "$1" = yes ]; then start_split || return; else start_standalone; fi
  [ "$2" = no ] || start_demo
}

demo_environment() {
  # The demo has nothing to protect, and listens on this machine alone.
  export CONVEYARR_ACCESS_MODE=${CONVEYARR_ACCESS_MODE:-none}
  export SEERR_URL=http://127.0.0.1:$DEMO_PORT SEERR_API_KEY=demo-seerr-key
  export RADARR_URL=http://127.0.0.1:$((DEMO_PORT + 1)) RADARR_API_KEY=demo-radarr-key
  export SONARR_URL=http://127.0.0.1:$((DEMO_PORT + 5)) SONARR_API_KEY=demo-sonarr-key
  export QBITTORRENT_URL=http://127.0.0.1:$((DEMO_PORT + 2)) QBITTORRENT_USERNAME=admin QBITTORRENT_PASSWORD=adminadmin
  export GLUETUN_URL=http://127.0.0.1:$((DEMO_PORT + 3))
  export JELLYFIN_URL=http://127.0.0.1:$((DEMO_PORT + 4)) JELLYFIN_API_KEY=demo-jellyfin-key
}

start_demo() {
  CONVEYARR_DEMO_PORT=$DEMO_PORT CONVEYARR_HOOKS_URL=http://127.0.0.1:$PORT \
    spawn simulators "${SMALL_JVM[@]}" -Xmx64m -jar "$(plain_jar simulators)"
}

# shellcheck disable=SC2086
start_standalone() {
  local options=("${SMALL_JVM[@]}" "${STANDALONE_JVM[@]}")
  [ ! -f "$(aot_cache)" ] || options+=("-XX:AOTCache=$(aot_cache)")
  echo "$PORT" >"$RUN/page-port"
  echo "$PORT" >"$RUN/standalone.ready-port"
  spawn standalone "${options[@]}" ${CONVEYARR_JAVA_OPTS:-} -Dconveyarr.data="$DATA" -Dconveyarr.port="$PORT" -jar "$(app_jar infra/standalone)"
}

# The broker and the database in one process, each service in another. The page is on the dashboard's port.
start_split() {
  local offset=0 service
  echo $((PORT + 1)) >"$RUN/page-port"
  if ! given KAFKA_BOOTSTRAP_SERVERS || ! given PG_URL; then
    spawn infrastructure "${SMALL_JVM[@]}" -Xmx160m -jar "$(plain_jar embedded)"
    await infrastructure_ready 180 || return 1
  fi
  embedded_addresses
  NEIGHBOURS=()
  for service in $SERVICES; do
    NEIGHBOURS+=("-Dconveyarr.${service%%:*}.url=http://127.0.0.1:$((PORT + offset))")
    offset=$((offset + 1))
  done
  offset=0
  for service in $SERVICES; do
    start_service "${service%%:*}" "${service#*:}" $((PORT + offset))
    offset=$((offset + 1))
  done
}

# CONVEYARR_JAVA_OPTS are several options in one variable, so it is split at its spaces, here and above.
# shellcheck disable=SC2086
start_service() { # word, name, port
  local compiler=()
  # The door has to be fast: the second compiler costs it some 40 MB and halves what a hook costs.
  [ "$1" != request ] || compiler=(-XX:TieredStopAtLevel=4)
  echo "$3" >"$RUN/$2.ready-port"
  spawn "$2" "${SMALL_JVM[@]}" -Xmx96m "${compiler[@]}" ${CONVEYARR_JAVA_OPTS:-} -Dconveyarr.data="$DATA" "-Dconveyarr.$1.port=$3" \
    "${NEIGHBOURS[@]}" -jar "$(app_jar "services/$2")"
}

embedded_addresses() {
  given PG_URL || PG_URL=postgres://conveyarr:$(cat "$DATA/postgres/password")@127.0.0.1:$PG_PORT/postgres
  given KAFKA_BOOTSTRAP_SERVERS || KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:$KAFKA_PORT
  export PG_URL KAFKA_BOOTSTRAP_SERVERS
}

infrastructure_ready() {
  WAITING_FOR=infrastructure
  { given KAFKA_BOOTSTRAP_SERVERS || listening "$KAFKA_PORT"; } && { given PG_URL || listening "$PG_PORT"; }
}

services_ready() {
  local file
  for file in "$RUN"/*.ready-port; do
    WAITING_FOR=${file##*/}
    WAITING_FOR=${WAITING_FOR%.ready-port}
    answers_ok "$(cat "$file" 2>/dev/null)" /q/health/started || return 1
  done
}

# A process that ends before it was ever ready would not do better a second time: what is wrong is in its log.
await() { # condition, seconds
  local name until=$((SECONDS + $2))
  while [ $SECONDS -lt $until ]; do
    for name in $(names); do
      [ ! -e "$RUN/$name.ends" ] || { explain "$name"; return 1; }
    done
    if [ -e "$RUN/stopping" ] || ! running; then
      say "Conveyarr was stopped while it started." >&2
      return 1
    fi
    ! "$1" || return 0
    sleep 0.2
  done
  say "The process $WAITING_FOR is not ready after $(($2 / 60)) minutes. Its log is $LOGS/$WAITING_FOR.log" >&2
  return 1
}

explain() { # name
  local why
  why=$(last_words "$1")
  say "${why:-The process $1 ended without a word.} (The process $1 does not start; its log is $LOGS/$1.log)" >&2
}

# The last line of this start that is no frame of a stack trace, no passing warning and no detail of one.
last_words() { # name
  tail -c "+$(($(cat "$RUN/$1.log-from" 2>/dev/null || echo 0) + 1))" "$LOGS/$1.log" 2>/dev/null | awk '
    last ~ /:$/ && /^[ \t]+[^ \t.]/ { sub(/^[ \t]+/, " "); sub(/ ([a-z]+\.)+[A-Z][A-Za-z$]*: /, " "); last = last $0; next }
    /^[ \t]/ || /^[- \t]*$/ || /^[0-9:.]+ +(WARN|INFO|DEBUG|TRACE) / { next }
    /^(INFO|WARNING|CONFIG|FINE): / || /^[A-Z][a-z][a-z] [0-9]+, [0-9]+ [0-9:]+ [AP]M / { next }
    /^(SQL State|Error Code|Message|Location|Line) *:/ || /^The services did not end in time/ { next }
    { sub(/^[0-9:.]+ +(ERROR|FATAL) +\[[^]]*\] +/, ""); sub(/^ERROR /, ""); sub(/^Exception in thread "[^"]*" /, ""); sub(/^Caused by: /, ""); sub(/^([a-z]+\.)+[A-Z][A-Za-z$]*: /, ""); last = $0 }
    END { print substr(last, 1, 400) }'
}
