#!/usr/bin/env bash
# Prints how many notifications a second the packaged notifier sends while 500 events a second come in for 20 s, how many wait at the end of
# it, and what a commit of another service on the same database costs meanwhile. `kill` as argument kills it twice in the middle of 500 sends.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
JAVA_HOME=$(./find-jdk.sh 25)
export JAVA_HOME
lab=LoadLab
[ "${1:-}" = kill ] && lab=KillLab
jar=services/notifier/target/quarkus-app/quarkus-run.jar
# A package that is older than its sources would be measured in their place.
newer() { find services/notifier libs pom.xml \( -path '*/src/main/*' -o -name pom.xml \) -newer "$jar" -type f -print -quit; }
[ -f "$jar" ] && [ -z "$(newer)" ] || mvn -B -q package -DskipTests -pl services/notifier -am
# Maven puts colours before the first line, even with -B: the line need not be at the beginning.
mvn -B -q test -pl services/notifier -am -Dtest="$lab" -Dsurefire.failIfNoSpecifiedTests=false -Dconveyarr.lab=true | grep -oE '(notifier|kill): .*'
