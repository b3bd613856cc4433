# Ends the processes: services first, then what they stand on, all within 20 seconds. Sourced by ./conveyarr.
SERVICES_END=11
INFRASTRUCTURE_END=5
POSTGRES_END=2

# shellcheck disable=SC2046 # the names are words
stop_processes() {
  [ -d "$RUN" ] || return 0
  touch "$RUN/stopping" # from now on no supervisor starts anything
  local services_end=$SERVICES_END
  # In one process the services and what they stand on share the time of both.
  [ -e "$RUN/infrastructure.supervisor" ] || services_end=$((SERVICES_END + INFRASTRUCTURE_END))
  end_all $services_end $(names | grep -vx infrastructure)
  end_all $INFRASTRUCTURE_END $(names | grep -x infrastructure)
  end_postgres
  if running; then
    fail 1 "These processes could not be ended: $(names | while read -r name; do process_of "$name"; supervisor_of "$name"; done | tr '\n' ' ')"
  fi
  # Not before every supervisor is gone: one that no longer saw the word to stop would start its process for ever.
  rm -f "$RUN"/*
}

end_all() { # seconds, names
  local until=$((SECONDS + $1)) name
  shift
  [ $# -gt 0 ] || return 0
  for name in "$@"; do signal TERM "$(process_of "$name")"; done
  await_end "$until" "$@" && return 0
  for name in "$@"; do
    signal KILL "$(supervisor_of "$name")"
    signal KILL "$(process_of "$name")"
  done
  await_end $((SECONDS + 1)) "$@"
}

await_end() { # until, names
  local until=$1 name left
  shift
  while :; do
    left=no
    for name in "$@"; do ! lives "$name" || left=yes; done
    [ $left = yes ] || return 0
    [ $SECONDS -lt "$until" ] || return 1
    sleep 0.1
  done
}

signal() { # signal, pid or nothing
  [ -z "$2" ] || kill "-$1" "$2" 2>/dev/null
}

# A PostgreSQL whose parent had to be killed. INT is its fast shutdown.
end_postgres() {
  local pid until=$((SECONDS + POSTGRES_END))
  pid=$(our_postgres) || return 0
  signal INT "$pid"
  while [ $SECONDS -lt $until ]; do
    our_postgres >/dev/null || return 0
    sleep 0.1
  done
  signal KILL "$pid"
}
