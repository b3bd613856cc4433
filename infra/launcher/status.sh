# Says what runs. Sourced by ./conveyarr.

status() {
  local name pid code=0
  if ! running; then
    say "Conveyarr is not running. Start it with ./conveyarr up"
    exit 5
  fi
  say "Conveyarr: $(url)"
  for name in $(names); do
    if ! pid=$(process_of "$name"); then
      printf '%-24s restarting\n' "$name"
      code=10
    elif supervisor_of "$name" >/dev/null; then
      printf '%-24s running  pid %s\n' "$name" "$pid"
    else
      printf '%-24s running  pid %s, but its supervisor is gone: ./conveyarr down and up\n' "$name" "$pid"
    fi
  done
  exit $code
}
