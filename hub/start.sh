#!/usr/bin/env bash
# Gives a learner a course folder of their own, and then becomes the server: start.sh jupyterhub-singleuser …
# Notebooks are copied once and never overwritten: they hold the learner's answers. The rest is shared by all and read-only.
set -euo pipefail
course=$(cd "$(dirname "$0")" && pwd)
mine=$HOME/course
mkdir -p "$mine/notebooks"
for notebook in "$course"/notebooks/*.ipynb; do
    [ -e "$mine/notebooks/${notebook##*/}" ] || cp "$notebook" "$mine/notebooks/"
done
for shared in artifacts data Course.sln; do
    ln -sfn "$course/$shared" "$mine/$shared"
done
chmod -R u+w "$mine/notebooks"
exec "$@"
