#!/usr/bin/env bash
# Puts the course onto a hub's image or machine: the kernel for every user, and the course to copy from.
# The Dockerfile runs this and nothing else of ours; CI runs it too.
#
#   hub/install.sh PREFIX COURSE [options of `course kernel install`]
#
# PREFIX gets share/jupyter/kernels/course-csharp (/usr/local in the image); COURSE gets notebooks, data and the built library.
set -euo pipefail
prefix=$1 course=$2
shift 2
cd "$(dirname "$0")/.."

dotnet build src/Cli --nologo -v quiet </dev/null
dotnet artifacts/bin/Cli/debug/course.dll kernel install --prefix "$prefix" "$@" </dev/null

mkdir -p "$course/artifacts"
cp -R notebooks data "$course/"
cp -R artifacts/lib "$course/artifacts/"
cp hub/start.sh "$course/start.sh"
# The notebooks find the course's root by this file.
cp Course.sln "$course/"
chmod -R a+rX "$course" "$prefix/share/jupyter/kernels/course-csharp"
