#!/usr/bin/env bash
# Prints how many events a second become timelines when all is built anew, how quick the pages are with 10,000 titles, and how long an
# index of 100,000 titles takes to answer.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
JAVA_HOME=$(./find-jdk.sh 25)
export JAVA_HOME
lab() { # module, class
  mvn -B -q test -pl "$1" -am -Dtest="$2" -Dsurefire.failIfNoSpecifiedTests=false -Dconveyarr.lab=true \
    '-Dtest.jvm=-Xmx2g -XX:+UseSerialGC' | grep -oE '(rebuild|titles|index): .*'
}
lab services/health-aggregator RebuildLab
lab services/health-aggregator ManyTitlesLab
lab services/library-indexer IndexLab
