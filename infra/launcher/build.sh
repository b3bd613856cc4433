# Builds what is not built, or is older than its sources. Sourced by ./conveyarr.

app_jar() { # module path
  say "$ROOT/$1/target/quarkus-app/quarkus-run.jar"
}

plain_jar() { # name
  say "$ROOT/infra/$1/target/conveyarr-$1-$VERSION.jar"
}

needed_jars() { # split, demo
  if [ "$1" = yes ]; then
    for service in $SERVICES; do app_jar "services/${service#*:}"; done
    plain_jar embedded
  else
    app_jar infra/standalone
  fi
  [ "$2" = no ] || plain_jar simulators
}

stale() { # split, demo
  local jar
  for jar in $(needed_jars "$@"); do
    [ -f "$jar" ] || return 0
    [ -z "$(find "$ROOT/pom.xml" "$ROOT"/libs/*/src/main "$ROOT"/libs/*/pom.xml "$ROOT"/services/*/src/main "$ROOT"/services/*/pom.xml \
      "$ROOT"/infra/*/src/main "$ROOT"/infra/*/pom.xml -newer "$jar" -type f -print 2>/dev/null | head -n 1)" ] || return 0
  done
  return 1
}

build() { # split, demo
  [ "${CONVEYARR_BUILD:-yes}" != no ] || return 0
  stale "$@" || return 0
  command -v mvn >/dev/null || fail 1 "Conveyarr has to be built first, and that needs Maven (mvn), which is not on the PATH. Install it, for example with: apt-get install maven"
  local log=$ROOT/target/build.log modules=infra/standalone,infra/simulators,infra/embedded services=-Dquarkus.build.skip=true
  # One process needs the services only as libraries; six need each of them packaged.
  [ "$1" = no ] || services=
  [ "$1" = no ] || modules=$modules,$(for service in $SERVICES; do printf 'services/%s,' "${service#*:}"; done)
  mkdir -p "$ROOT/target"
  say "Building. The first time takes a few minutes, because Maven fetches the libraries; progress is in $log"
  if ! mvn -B -q package -Dmaven.test.skip=true $services -pl "${modules%,}" -am >"$log" 2>&1; then
    grep -m 5 ERROR "$log" >&2
    fail 1 "The build failed. Its log is $log"
  fi
}

aot_cache() { say "$ROOT/infra/standalone/target/conveyarr.aot"; }

# One start and stop with a data folder of its own, from which the JDK learns what to have ready (JEP 514): later starts take half the time.
# A failure costs nothing but the speed.
train() { # split
  local cache jar work pid try
  cache=$(aot_cache)
  jar=$(app_jar infra/standalone)
  [ "$1" = no ] && [ "${CONVEYARR_BUILD:-yes}" != no ] && [ "${CONVEYARR_AOT:-yes}" != no ] || return 0
  [ -f "$cache" ] && [ "$cache" -nt "$jar" ] && return 0
  rm -f "$cache"
  listening $((PORT + 50)) && return 0
  work=$(mktemp -d) || return 0
  say "Preparing fast starts (once, about half a minute)."
  CONVEYARR_DATA=$work CONVEYARR_API_KEY=training CONVEYARR_KAFKA_PORT=$((PORT + 51)) CONVEYARR_PG_PORT=$((PORT + 53)) \
    "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$cache" $SMALL_JVM $STANDALONE_JVM -Dconveyarr.data="$work" -Dconveyarr.port=$((PORT + 50)) -jar "$jar" \
    >"$ROOT/target/training.log" 2>&1 </dev/null &
  pid=$!
  for try in $(seq 300); do
    alive $pid || break
    answers_ok $((PORT + 50)) /q/health/started && break
    sleep 0.2
  done
  kill -TERM $pid 2>/dev/null
  for try in $(seq 450); do
    alive $pid || break
    sleep 0.2
  done
  kill -KILL $pid 2>/dev/null
  wait $pid 2>/dev/null
  DATA=$work end_postgres
  rm -rf "$work"
}
