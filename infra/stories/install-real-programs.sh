#!/usr/bin/env bash
# Installs Debian's qbittorrent-nox when it is missing and we may. Never fails: the test that needs it is skipped with the reason.
set -u
command -v qbittorrent-nox >/dev/null && exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "qbittorrent-nox is not installed and cannot be installed here; its test will be skipped."
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
{ apt-get update -qq && apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=120 qbittorrent-nox; } >/dev/null 2>&1 ||
  echo "qbittorrent-nox could not be installed; its test will be skipped."
exit 0
