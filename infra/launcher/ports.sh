# Whether the ports that a start needs are numbers and free. Sourced by ./conveyarr.

check_ports() { # split, demo
  check_number CONVEYARR_PORT "$PORT"
  check_number CONVEYARR_KAFKA_PORT "$KAFKA_PORT"
  check_number CONVEYARR_PG_PORT "$PG_PORT"
  DEMO_PORT=${CONVEYARR_DEMO_PORT:-$((PORT + 20))}
  check_number CONVEYARR_DEMO_PORT "$DEMO_PORT"
  check_different "$@"
  local port variable
  while read -r port variable; do
    ! listening "$port" || fail 1 "Port $port is used by another program. Set $variable to another port, or end that program."
  done < <(wanted_ports "$@" | without_left_over)
}

# No zero in front: bash would count in eights.
check_number() { # name, value
  [[ $2 =~ ^[1-9][0-9]{0,4}$ ]] || fail 2 "$1=$2 is not a port; it has to be a number such as 8484."
  [ "$2" -le 65500 ] || fail 2 "$1=$2 is not a port; it has to be between 1 and 65500."
}

check_different() { # split, demo
  local twice
  twice=$(wanted_ports "$@" | cut -d ' ' -f 1 | sort | uniq -d | head -n 1)
  [ -z "$twice" ] || fail 2 "Port $twice is wanted twice, by $(wanted_ports "$@" | awk -v port="$twice" '$1 == port {printf "%s%s", and, $2; and = " and "}'). Set one of them to another port."
}

# Each port that this start listens on, with the variable that moves it.
wanted_ports() { # split, demo
  local offset last=0
  [ "$1" = no ] || last=5
  for ((offset = 0; offset <= last; offset++)); do say "$((PORT + offset)) CONVEYARR_PORT"; done
  given KAFKA_BOOTSTRAP_SERVERS || say "$KAFKA_PORT CONVEYARR_KAFKA_PORT"
  given KAFKA_BOOTSTRAP_SERVERS || say "$((KAFKA_PORT + 1)) CONVEYARR_KAFKA_PORT"
  given PG_URL || say "$PG_PORT CONVEYARR_PG_PORT"
  [ "$2" = no ] || for offset in 0 1 2 3 4 5; do say "$((DEMO_PORT + offset)) CONVEYARR_DEMO_PORT"; done
}

# Our own PostgreSQL that outlived a killed parent is no other program: the next start takes it over.
without_left_over() {
  if our_postgres >/dev/null; then grep -v ' CONVEYARR_PG_PORT$'; else cat; fi
}
