# Which processes there are, and the supervisor of each, which starts it again when it dies. Sourced by ./conveyarr.
# $RUN/NAME.pid and $RUN/NAME.supervisor hold a process id, the same name with .birth when that process was born: after a reboot the id
# may be somebody else's.

names() { # all that were started, services before what they stand on
  local file
  for file in "$RUN"/*.supervisor; do
    [ -e "$file" ] || continue
    file=${file##*/}
    say "${file%.supervisor}"
  done | sort | awk '$0 != "infrastructure"; $0 == "infrastructure" {last = $0} END {if (last) print last}'
}

# The boot and the clock tick in it at which a process started; without /proc the time of day. A zombie has none: it is as good as gone.
birth() { # pid
  local stat boot=
  if { read -r stat <"/proc/$1/stat"; } 2>/dev/null; then
    { read -r boot </proc/sys/kernel/random/boot_id; } 2>/dev/null
    stat=${stat##*) } # the name before it may hold anything; what follows begins with field 3
    # shellcheck disable=SC2086
    set -- $stat
    [ "$1" = Z ] || say "$boot ${20}"
  else
    ps -o lstart= -p "$1" 2>/dev/null
  fi
}

keep_pid() { # file, pid: the birth first, so that the pid never goes with an older one
  birth "$2" >"$1.birth"
  say "$2" >"$1.new" && mv -f "$1.new" "$1"
}

ours() { # file: prints the process id in it when that process lives and is the one that was meant
  local pid='' born=''
  { read -r pid <"$1" && read -r born <"$1.birth"; } 2>/dev/null
  [ -n "$born" ] && alive "$pid" && [ "$(birth "$pid")" = "$born" ] && say "$pid"
}

process_of() { ours "$RUN/$1.pid"; }

supervisor_of() { ours "$RUN/$1.supervisor"; }

# Its supervisor may have been killed, and the process lives on; or the process waits for its next start.
lives() { process_of "$1" >/dev/null || supervisor_of "$1" >/dev/null; }

running() {
  local name
  for name in $(names); do lives "$name" && return 0; done
  return 1
}

# Prints the process id of the PostgreSQL on our data, ours by its command line: its own pid file survives a reboot too.
our_postgres() {
  local pid
  pid=$(head -n 1 "$DATA/postgres/cluster/postmaster.pid" 2>/dev/null)
  alive "$pid" || return 1
  if [ -r "/proc/$pid/cmdline" ]; then
    tr '\0' '\n' <"/proc/$pid/cmdline" | grep -qxF -- "$DATA/postgres/cluster" || return 1
  else
    ps -o args= -p "$pid" | grep -qF -- "-D $DATA/postgres/cluster " || return 1
  fi
  say "$pid"
}

spawn() { # name, JVM arguments
  local name=$1 launch="setsid"
  shift
  command -v setsid >/dev/null || launch="nohup"
  [ ! -f "$LOGS/$name.log" ] || wc -c <"$LOGS/$name.log" >"$RUN/$name.log-from"
  $launch "$ROOT/conveyarr" __supervise "$name" "$@" </dev/null >/dev/null 2>&1 &
  keep_pid "$RUN/$name.supervisor" $!
  disown # or the shell would tell of its death
}

# The door and the log come first: what waits at the door may be given up by its sender, what waits in the log is safe.
gentle() { # name
  case $1 in
    standalone | infrastructure | request-gateway) ;;
    *)
      ! command -v renice >/dev/null || renice -n 10 -p "$BASHPID" >/dev/null 2>&1
      weigh_less
      ;;
  esac
}

# Linux weighs sessions against each other, and looks at the niceness of a process only among those of its session.
weigh_less() {
  local tries=8 # Linux grants an ordinary user's wish only every 100 ms
  [ -w /proc/self/autogroup ] || return 0
  until { echo 10 >"/proc/$BASHPID/autogroup"; } 2>/dev/null || [ $((tries -= 1)) = 0 ]; do
    sleep 0.15
  done
}

supervise() { # name, JVM arguments
  local name=$1 pid
  shift
  gentle "$name"
  trap '' HUP INT
  trap ':' TERM
  export CONVEYARR_SUPERVISED=true # it may end itself to read what was saved
  while [ ! -e "$RUN/stopping" ]; do
    "$JAVA_HOME/bin/java" "$@" >>"$LOGS/$name.log" 2>&1 &
    pid=$!
    keep_pid "$RUN/$name.pid" $pid
    [ ! -e "$RUN/stopping" ] || kill -TERM $pid # the stop may have looked a moment too early to see this one
    while alive $pid; do wait $pid 2>/dev/null; done
    echo x >>"$RUN/$name.ends"
    [ -e "$RUN/stopping" ] || sleep 1
  done
}
