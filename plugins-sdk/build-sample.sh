#!/bin/sh
# Usage: plugins-sdk/build-sample.sh SCRATCH_REPO
# Builds and tests the sample plugin as a third party would: against a local Maven repository of its own, in which of Fumikura there is
# nothing but the published API and the test kit. Prints the path of the plugin as its last line.
set -eu
scratch=$(mkdir -p "${1:?name a folder for the scratch repository}" && cd "$1" && pwd)
sdk=$(cd "$(dirname "$0")" && pwd)
published="account-api document-api search-api testkit fumikura"

rm -rf "$scratch/io/fumikura"
mvn -q -B -f "$sdk/../pom.xml" -Dmaven.repo.local="$scratch" -DskipTests \
    -pl bundles/account-api,bundles/document-api,bundles/search-api,plugins-sdk/testkit -am install
for artifact in "$scratch"/io/fumikura/*/; do
    case " $published " in
        *" $(basename "$artifact") "*) ;;
        *) echo "The sample must not see $(basename "$artifact")." >&2; exit 1 ;;
    esac
done
mvn -q -B -f "$sdk/sample-governing-law/pom.xml" -Dmaven.repo.local="$scratch" clean package
echo "$sdk/sample-governing-law/target/governing-law-1.0.0.jar"
