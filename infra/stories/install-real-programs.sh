#!/usr/bin/env bash
# Installs Debian's qbittorrent-nox, and with the argument "pages" Chromium, when they are missing and we may. Never fails: what needs them is
# skipped with the reason.
set -u
missing=()
command -v qbittorrent-nox >/dev/null || missing+=(qbittorrent-nox)
[ "${1:-}" != pages ] || [ -x /usr/bin/chromium ] || missing+=(chromium)
[ ${#missing[@]} -gt 0 ] || exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "Not installed, and cannot be installed here: ${missing[*]}. Their tests will be skipped."
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq >/dev/null 2>&1
for program in "${missing[@]}"; do
  apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=120 "$program" >/dev/null 2>&1 ||
    echo "$program could not be installed; its tests will be skipped."
done
exit 0
