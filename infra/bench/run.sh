#!/usr/bin/env bash
# Prints start times and memory of both ways to run, on this machine, with empty data folders of its own. Ends what it starts.
set -u
cd "$(dirname "$0")/../.." || exit 1
WORK=$(mktemp -d)
export CONVEYARR_PORT=${BENCH_PORT:-18484} CONVEYARR_KAFKA_PORT=${BENCH_KAFKA_PORT:-18494} CONVEYARR_PG_PORT=${BENCH_PG_PORT:-18496}
trap './conveyarr down >/dev/null 2>&1; rm -rf "$WORK"' EXIT

seconds() { # command: prints how long it took
  local from to
  from=$(date +%s%N)
  "$@" >/dev/null || { echo "failed: $*" >&2; exit 1; }
  to=$(date +%s%N)
  awk -v ns=$((to - from)) 'BEGIN {printf "%.1f s", ns / 1e9}'
}

resident() { # process id: MB of it and its descendants, shared pages counted once per process tree by PSS where the kernel tells
  local pid=$1 sum=0 one child
  one=$(awk '/^Pss:/ {print $2}' "/proc/$pid/smaps_rollup" 2>/dev/null || ps -o rss= -p "$pid")
  sum=$((sum + ${one:-0}))
  for child in $(ps -o pid= --ppid "$pid"); do sum=$((sum + $(resident_kib "$child"))); done
  awk -v k=$sum 'BEGIN {printf "%d MB", k / 1024}'
}

resident_kib() {
  local one child sum
  one=$(awk '/^Pss:/ {print $2}' "/proc/$1/smaps_rollup" 2>/dev/null || ps -o rss= -p "$1")
  sum=${one:-0}
  for child in $(ps -o pid= --ppid "$1"); do sum=$((sum + $(resident_kib "$child"))); done
  echo "$sum"
}

measure() { # title, up options
  local title=$1 name
  shift
  export CONVEYARR_DATA=$WORK/$title
  printf '%-12s first start   %s\n' "$title" "$(seconds ./conveyarr up "$@")"
  ./conveyarr down >/dev/null
  printf '%-12s second start  %s\n' "$title" "$(seconds ./conveyarr up "$@")"
  sleep "${BENCH_IDLE:-20}"
  for name in $(./conveyarr status | awk '$2 == "running" {print $1}'); do
    printf '%-12s idle memory   %-24s %s\n' "$title" "$name" "$(resident "$(cat "$CONVEYARR_DATA/run/$name.pid")")"
  done
  printf '%-12s stop          %s\n' "$title" "$(seconds ./conveyarr down)"
}

measure standalone
measure split --split
