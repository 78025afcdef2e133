#!/usr/bin/env bash
# Installs the programs that read the exports, versions pinned, into a folder:
#
#     tests/consumers/install.sh FOLDER
#
# Python packages into FOLDER/venv, npm packages into FOLDER/node, Java packages into FOLDER/m2; Graphviz by apt. What is
# there already stays. What cannot be had is noted in FOLDER/NAME.missing, which check.py reads: where a package manager
# reaches no packages that is a reason to skip them, anything else is not. Ends with status 0 all the same.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly HERE
mkdir -p "$1"
FOLDER=$(cd "$1" && pwd)
readonly FOLDER

has() {
    command -v "$1" >/dev/null 2>&1
}

# try NAME MANAGER COMMAND…: runs it, and notes why if it fails. MANAGER_answers says whether a package manager reaches
# the packages that it is set up to fetch.
try() {
    local name=$1 manager=$2
    shift 2
    rm -f "$FOLDER/$name.missing"
    if "$@" >"$FOLDER/$name.log" 2>&1; then
        echo "$name: installed"
    elif answers "$manager" >"$FOLDER/$name.network.log" 2>&1; then
        echo "$name could not be installed: $(tail -n 3 "$FOLDER/$name.log" | tr '\n' ' ')" | tee "$FOLDER/$name.missing"
    else
        echo "$name could not be installed: no network" | tee "$FOLDER/$name.missing"
    fi
}

# A package manager that is not there itself would have come by apt.
answers() {
    local scratch status=0
    scratch=$(mktemp -d)
    if has "$1"; then "$1_answers" "$scratch" || status=$?; else apt_answers "$scratch" || status=$?; fi
    rm -rf "$scratch"
    return "$status"
}

python3_answers() {
    has pip3 || [[ -x $FOLDER/venv/bin/pip ]] || return 0
    PATH=$PATH:$FOLDER/venv/bin pip3 download --quiet --no-cache-dir --no-deps --dest "$1" pip
}

npm_answers() {
    npm ping
}

mvn_answers() {
    mvn --batch-mode --quiet "-Dmaven.repo.local=$1" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:help
}

# Into a folder of its own, which needs no rights.
apt_answers() {
    has apt-get || return 0
    mkdir -p "$1/lists/partial" "$1/cache/archives/partial"
    apt-get update -o APT::Update::Error-Mode=any -o "Dir::State::lists=$1/lists" -o "Dir::Cache=$1/cache"
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

try python python3 python_packages &
try node npm npm_packages &
(
    # apt and Maven's folder take one at a time
    try graphviz apt graphviz
    try jena mvn java_packages jena
    try gephi mvn java_packages gephi
    try schemas mvn java_packages schemas
) &
wait
