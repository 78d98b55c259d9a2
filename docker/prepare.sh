#!/bin/sh
# Brings the database to the present version before anything is served; safe to run at each start.
set -eu

alembic upgrade head
flask --app app reference load
if [ "${DEMO:-off}" = on ]; then
    flask --app app demo plant
    flask --app app demo accounts
fi
