#!/bin/sh
# Prints the home of a JDK of at least the given version (default 25): JAVA_HOME first, then the usual folders, then the PATH.
# Exits 1 with one sentence when there is none.
want=${1:-25}
version_of() { [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'; }
fits() { v=$(version_of "$1"); [ -n "$v" ] && [ "$v" -ge "$want" ]; }

on_path=$(command -v javac 2>/dev/null) && on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
  "$HOME"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
  if [ -n "$home" ] && fits "$home"; then echo "$home"; exit 0; fi
done
echo "No JDK $want or newer found. Install one (for example Temurin $want) or set JAVA_HOME to it." >&2
exit 1
