#!/bin/sh
# Reads addresses that carry a password out of files, so that no password stands in compose.yaml; then becomes the command.
set -eu
if [ -n "${DATABASE_URL_FILE:-}" ]; then
    SPOIWO_DATABASE_URL=$(cat "$DATABASE_URL_FILE")
    export SPOIWO_DATABASE_URL
fi
if [ -n "${EMAIL_URL_FILE:-}" ]; then
    SPOIWO_EMAIL_URL=$(cat "$EMAIL_URL_FILE")
    export SPOIWO_EMAIL_URL
fi
exec "$@"
