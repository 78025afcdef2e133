#!/usr/bin/env bash
# Installs the programs that read the exports, versions pinned, into a folder:
#
#     tests/consumers/install.sh FOLDER
#
# Python packages into FOLDER/venv, npm packages into FOLDER/node, Java packages into FOLDER/m2; Graphviz by apt. What is
# there already stays. What cannot be had is noted in FOLDER/NAME.missing, which check.py reads: where a registry
# cannot be reached that is a reason to skip its programs, anything else is not. Ends with status 0 all the same.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly HERE
mkdir -p "$1"
FOLDER=$(cd "$1" && pwd)
readonly FOLDER

has() {
    command -v "$1" >/dev/null 2>&1
}

reachable() {
    has curl || return 0
    curl --silent --show-error --fail --head --max-time 20 --output /dev/null "$1" 2>>"$FOLDER/$2.log"
}

# try NAME REGISTRY COMMAND…: runs it, and notes why if it fails.
try() {
    local name=$1 registry=$2
    shift 2
    rm -f "$FOLDER/$name.missing"
    if "$@" >"$FOLDER/$name.log" 2>&1; then
        echo "$name: installed"
    elif reachable "$registry" "$name"; then
        echo "$name could not be installed: $(tail -n 3 "$FOLDER/$name.log" | tr '\n' ' ')" | tee "$FOLDER/$name.missing"
    else
        echo "$name could not be installed: no network" | tee "$FOLDER/$name.missing"
    fi
}

python_packages() {
    [[ -x $FOLDER/venv/bin/python ]] || python3 -m venv "$FOLDER/venv"
    "$FOLDER/venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$HERE/requirements.txt"
}

npm_packages() {
    has npm || apt_package npm
    mkdir -p "$FOLDER/node"
    cp "$HERE/node/package.json" "$FOLDER/node/"
    (cd "$FOLDER/node" && npm install --no-audit --no-fund --prefer-offline --loglevel=error)
}

# The class path of a pom.xml, its packages fetched.
java_packages() {
    has java || apt_package default-jdk-headless
    has mvn || apt_package maven
    mvn --batch-mode --quiet --file "$HERE/$1/pom.xml" "-Dmaven.repo.local=$FOLDER/m2" \
        org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
        "-Dmdep.outputFile=$FOLDER/$1.classpath"
}

apt_package() {
    local sudo=()
    ((EUID == 0)) || sudo=(sudo -n)
    "${sudo[@]}" apt-get update && "${sudo[@]}" apt-get install --yes -o DPkg::Lock::Timeout=120 --no-install-recommends "$1"
}

graphviz() {
    has dot || apt_package graphviz
}

try python https://pypi.org/simple/pip/ python_packages &
try node https://registry.npmjs.org/graphology npm_packages &
(
    # apt and Maven's folder take one at a time
    try graphviz http://deb.debian.org/debian/dists/stable/Release graphviz
    try jena https://repo1.maven.org/maven2/ java_packages jena
    try gephi https://repo1.maven.org/maven2/ java_packages gephi
    try schemas https://repo1.maven.org/maven2/ java_packages schemas
) &
wait
