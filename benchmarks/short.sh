#!/usr/bin/env bash
# The suite in a few minutes: a million rows, one fork, short iterations; JSON in benchmarks/target/short.json.
# Arguments go to JMH after these, for example: benchmarks/short.sh Sweep -p threads=2
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

mvn -q -pl benchmarks -am -DskipTests package
java -jar benchmarks/target/benchmarks.jar \
  -p rows=1000000 -p shape=UNIFORM -p shuffled=true -p threads=1 \
  -f 1 -wi 2 -w 1 -i 3 -r 1 -prof gc -rf json -rff benchmarks/target/short.json "$@"
