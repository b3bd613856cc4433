# One start and stop from which the JDK learns what to have ready (JEP 514): later starts take half the time. Sourced by ./conveyarr.
# A failure costs nothing but the speed.

aot_cache() { say "$ROOT/infra/standalone/target/conveyarr.aot"; }

train() { # split
  local cache jar work pid='' offset
  cache=$(aot_cache)
  jar=$(app_jar infra/standalone)
  [ "$1" = no ] && [ "${CONVEYARR_BUILD:-yes}" != no ] && [ "${CONVEYARR_AOT:-yes}" != no ] || return 0
  [ -f "$cache" ] && [ "$cache" -nt "$jar" ] && return 0
  rm -f "$cache"
  [ "$PORT" -le 65000 ] || return 0
  for offset in 50 51 52 53; do ! listening $((PORT + offset)) || return 0; done
  work=$(mktemp -d) || return 0
  work=$(cd "$work" && pwd -P)
  chmod 711 "$work" # PostgreSQL may have to run as nobody
  say "Preparing fast starts (once, about half a minute)."
  trap 'trap "" INT TERM; end_training "$pid" "$work"; rm -f "$cache"; exit 130' INT TERM
  start_training "$work" "$cache" "$jar"
  pid=$!
  await_training "$pid"
  end_training "$pid" "$work"
  trap - INT TERM
}

# In an empty folder and with an empty environment: what the user configured must neither be called nor be learnt.
# With job control it gets a process group of its own, by which all that it started can be ended.
start_training() { # work, cache, jar
  mkdir "$1/empty" "$1/data"
  chmod 711 "$1/data"
  set -m
  (
    cd "$1/empty" || exit 1
    exec env -i PATH="$PATH" HOME="$1/empty" LC_ALL="${LC_ALL:-${LANG:-C.UTF-8}}" CONVEYARR_DATA="$1/data" CONVEYARR_API_KEY=training \
      CONVEYARR_KAFKA_PORT=$((PORT + 51)) CONVEYARR_PG_PORT=$((PORT + 53)) \
      "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$2" "${SMALL_JVM[@]}" "${STANDALONE_JVM[@]}" -Dconveyarr.data="$1/data" \
      -Dconveyarr.port=$((PORT + 50)) -jar "$3"
  ) >"$ROOT/target/training.log" 2>&1 </dev/null &
  set +m
}

# Until it is ready, and then until it has written down what it learnt.
await_training() { # pid
  local until=$((SECONDS + 60))
  while alive "$1" && [ $SECONDS -lt $until ]; do
    ! answers_ok $((PORT + 50)) /q/health/started || break
    sleep 0.2
  done
  kill -TERM "$1" 2>/dev/null
  until=$((SECONDS + 90))
  while alive "$1" && [ $SECONDS -lt $until ]; do sleep 0.2; done
}

end_training() { # pid, work
  alive "$1" && kill -KILL "$1"
  wait "$1" 2>/dev/null
  DATA=$2/data end_postgres
  [ -z "$1" ] || kill -KILL -- "-$1" 2>/dev/null
  rm -rf "$2"
}
