#!/bin/sh
# Called by Maven: builds the application when something changed since the last time; "test" runs its checks and unit tests.
set -e
command -v npm >/dev/null || { echo "Node.js 20 or newer with npm is needed to build the user interface (Debian: apt-get install nodejs npm)." >&2; exit 1; }
out=../../../target/classes/static
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-audit --no-fund
  touch node_modules/.package-lock.json
fi
if [ "$1" = test ]; then
  npm run --silent lint
  exec npm run --silent test
fi
if [ -e "$out/index.html" ] && [ -z "$(find src public index.html package-lock.json vite.config.ts tsconfig.json build.sh -newer "$out/index.html" -print -quit)" ]; then
  exit 0
fi
npm run --silent build
