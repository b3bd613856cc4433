# Builds what is not built, or is older than its sources. Sourced by ./conveyarr.

app_jar() { # module path
  say "$ROOT/$1/target/quarkus-app/quarkus-run.jar"
}

plain_jar() { # name
  say "$ROOT/infra/$1/target/conveyarr-$1-$VERSION.jar"
}

needed_jars() { # split, demo
  local service
  if [ "$1" = yes ]; then
    for service in $SERVICES; do app_jar "services/${service#*:}"; done
    plain_jar embedded
  else
    app_jar infra/standalone
  fi
  [ "$2" = no ] || plain_jar simulators
}

stale() { # split, demo
  local jar oldest=
  while read -r jar; do
    [ -f "$jar" ] || return 0
    [ -n "$oldest" ] && [ "$jar" -nt "$oldest" ] || oldest=$jar
  done < <(needed_jars "$@")
  [ -n "$(find "$ROOT/pom.xml" "$ROOT"/{libs,services,infra}/*/{src/main,pom.xml} -newer "$oldest" -type f -print 2>/dev/null | head -n 1)" ]
}

build() { # split, demo
  [ "${CONVEYARR_BUILD:-yes}" != no ] || return 0
  stale "$@" || return 0
  command -v mvn >/dev/null || fail 1 "Conveyarr has to be built first, and that needs Maven (mvn), which is not on the PATH. Install it, for example with: apt-get install maven"
  local log=$ROOT/target/build.log
  mkdir -p "$ROOT/target"
  say "Building. The first time takes a few minutes, because Maven fetches the libraries; progress is in $log"
  if ! package "$1" >"$log" 2>&1; then
    grep -m 5 ERROR "$log" >&2
    fail 1 "The build failed. Its log is $log"
  fi
  mark_built "$@"
}

# One process needs the services only as libraries; six need each of them packaged.
package() { # split
  local modules=infra/standalone,infra/simulators,infra/embedded service
  local options=(-B -q -Dmaven.test.skip=true)
  if [ "$1" = no ]; then
    options+=(-Dquarkus.build.skip=true)
  else
    for service in $SERVICES; do modules=$modules,services/${service#*:}; done
  fi
  # Not from the folder that has config/application.yaml: Quarkus would write the settings of today, keys and all, into what is built.
  (cd "$ROOT/target" && mvn -f "$ROOT/pom.xml" "${options[@]}" package -pl "$modules" -am)
}

# Maven leaves a jar alone that has not changed; without a new time it would count as stale at every start.
mark_built() { # split, demo
  local jar
  while read -r jar; do
    [ ! -f "$jar" ] || touch "$jar"
  done < <(needed_jars "$@")
}
