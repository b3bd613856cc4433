#!/usr/bin/env bash
# Measures on this machine the way of a hook, and then start time and memory of both ways to run, with empty data folders and ports of its
# own, and then the notifier under load, a rebuild of all timelines, a large index and what looking at download clients costs, and prints
# tables for the README; target/bench.json has the figures of the first. Ends what it starts. BENCH_PORT moves it; BENCH_IDLE
# is how many seconds pass before memory counts as idle (20).
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
port=${BENCH_PORT:-18484}
export CONVEYARR_PORT=$port CONVEYARR_KAFKA_PORT=${BENCH_KAFKA_PORT:-$((port + 10))} CONVEYARR_PG_PORT=${BENCH_PG_PORT:-$((port + 12))}
WORK=$(mktemp -d) || exit 1
chmod 711 "$WORK" # PostgreSQL may have to run as nobody
export CONVEYARR_DATA=$WORK/data
CHILD=
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

finish() {
  trap '' INT TERM
  if [ -n "$CHILD" ]; then
    kill -TERM "$CHILD" 2>/dev/null
    wait "$CHILD"
  fi
  ./conveyarr down >/dev/null 2>&1
  rm -rf "$WORK"
}

conveyarr() { # arguments; in the background, because bash hears of a signal only after a command in the foreground
  ./conveyarr "$@" >/dev/null &
  CHILD=$!
  wait "$CHILD" || { echo "failed: ./conveyarr $*" >&2; exit 1; }
  CHILD=
}

timed() { # arguments: sets TOOK
  local from=${EPOCHREALTIME/[.,]/}
  conveyarr "$@"
  TOOK=$(awk -v us=$((${EPOCHREALTIME/[.,]/} - from)) 'BEGIN {printf "%.1f s", us / 1e6}')
}

# KiB of a process and its descendants; by PSS, where the kernel tells it, pages that they share are counted once.
resident() { # process id
  local sum child
  sum=$(awk '/^Pss:/ {print $2}' "/proc/$1/smaps_rollup" 2>/dev/null || ps -o rss= -p "$1")
  for child in $(ps -A -o pid=,ppid= | awk -v parent="$1" '$2 == parent {print $1}'); do sum=$((sum + $(resident "$child"))); done
  echo "${sum:-0}"
}

memory() { # of all processes and the database
  local file sum=0
  for file in "$CONVEYARR_DATA"/run/*.pid; do sum=$((sum + $(resident "$(cat "$file")"))); done
  echo "$((sum / 1024)) MB"
}

# Sets FIRST, SECOND, MEMORY and STOP. One start goes before: it builds, and prepares fast starts, neither of which is measured.
measure() { # up options
  conveyarr up "$@"
  conveyarr down
  rm -rf "$CONVEYARR_DATA"
  timed up "$@" && FIRST=$TOOK
  conveyarr down
  timed up "$@" && SECOND=$TOOK
  sleep "${BENCH_IDLE:-20}" & wait $!
  MEMORY=$(memory)
  timed down && STOP=$TOOK
  rm -rf "$CONVEYARR_DATA"
}

java() {
  "${JAVA_HOME:?is set by make bench}/bin/java" -XX:+UseSerialGC -Xmx512m --sun-misc-unsafe-memory-access=allow -cp 'infra/bench/target/classes:infra/bench/target/lib/*' "$@" &
  CHILD=$!
  wait "$CHILD" || { echo "failed: $1" >&2; exit 1; }
  CHILD=
}

java conveyarr.bench.Main . "$port" "$WORK/hooks" target/bench.json
echo

measure
one=("$FIRST" "$SECOND" "$MEMORY" "$STOP")
measure --split
infra/bench/notifier.sh
infra/bench/library.sh
infra/bench/watcher.sh
echo
printf '| | one process | six processes |\n|---|---|---|\n'
printf '| %s | %s | %s |\n' 'first start' "${one[0]}" "$FIRST" 'later start' "${one[1]}" "$SECOND" \
  'idle memory, database included' "${one[2]}" "$MEMORY" 'stop' "${one[3]}" "$STOP"
