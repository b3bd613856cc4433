# Every goal runs on a machine with a JDK 25 and Maven; nothing else is needed.
SHELL := /bin/bash
export JAVA_HOME := $(shell ./find-jdk.sh 25)
export MAVEN_OPTS += --sun-misc-unsafe-memory-access=allow
MVN := mvn -B $(MVN_OPTIONS)
LAB = $(JAVA_HOME)/bin/java -XX:+UseSerialGC -Xmx1g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.PHONY: up
up: ## start Conveyarr (same as ./conveyarr up)
	./conveyarr up

.PHONY: demo
demo: ## start it with a simulated stack
	./conveyarr up --demo

.PHONY: down
down: ## stop it
	./conveyarr down

.PHONY: test
test: jdk real-programs ## every test but the browser's: units, services on a real broker and database, whole-stack stories
	$(MVN) -T 2 verify -Dsurefire.rerunFailingTestsCount=1

.PHONY: pages
pages: jdk ## the pages as a person uses them, in a real Chromium (about six minutes)
	@infra/stories/install-real-programs.sh pages
	$(MVN) verify -pl infra/stories -am -Dtest=PagesStoryTest -Dsurefire.failIfNoSpecifiedTests=false -Dconveyarr.pages=true

.PHONY: build
build: jdk ## the packages, without tests
	$(MVN) package -DskipTests

.PHONY: format
format: jdk ## put the code into the one format
	$(MVN) -q spotless:apply

.PHONY: docs
docs: jdk ## write the generated pages again
	$(MVN) -q test -pl infra/standalone -am -Dtest=DocsTest -Dsurefire.failIfNoSpecifiedTests=false -Dconveyarr.docs.write=true

.PHONY: bench
bench: jdk ## measure acknowledgements, latency, start time, memory and the notifier (about ten minutes)
	$(MVN) -q package -DskipTests -pl infra/bench -am
	infra/bench/run.sh

.PHONY: bench-stores
bench-stores: jdk ## measure the spool beside H2 and RocksDB, with a SIGKILL each
	$(MVN) -q package -DskipTests -pl infra/bench -am
	$(LAB) -cp 'infra/bench/target/classes:infra/bench/target/lib/*' conveyarr.bench.store.Stores

SEED ?= 1
.PHONY: faultlab
faultlab: jdk ## 20 kills at random under load for two minutes, and a count afterwards; SEED=n is another plan
	$(MVN) -q package -DskipTests -pl infra/bench,infra/faultlab -am
	$(LAB) -cp 'infra/faultlab/target/classes:infra/bench/target/classes:infra/bench/target/lib/*' conveyarr.faultlab.Main . 28484 $(SEED) 120 20

.PHONY: clean
clean: ## remove what was built (not the data)
	find . -name target -type d -prune -exec rm -rf {} +

.PHONY: jdk
jdk:
	@./find-jdk.sh 25 >/dev/null

# The real qBittorrent and the browser that some tests need; without them those tests are skipped and say so.
.PHONY: real-programs
real-programs:
	@infra/stories/install-real-programs.sh
