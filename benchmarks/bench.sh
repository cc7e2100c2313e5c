#!/bin/sh
# Runs a benchmark; called by ./fumikura bench, which sees to it that nobody else builds meanwhile.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
classes="$root/benchmarks/target/classes"
if [ "${1:-}" = --build ]; then
    if [ ! -f "$root/benchmarks/target/classpath" ] \
        || [ -n "$(find "$root/benchmarks/src" "$root/benchmarks/pom.xml" -newer "$root/benchmarks/target/classpath" | head -n 1)" ]; then
        (cd "$root" && mvn -q -B -ntp -DskipTests -pl benchmarks -am process-classes) >&2
    fi
    exit 0
fi
exec java -Xmx2g -Dfumikura.root="$root" -cp "$classes:$(cat "$root/benchmarks/target/classpath")" \
    io.fumikura.benchmarks.Benchmarks "$@"
