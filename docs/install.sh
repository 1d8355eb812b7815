#!/bin/sh
# Installs safsim, a program of one file, for this user:
#
#     sh install.sh                          the newest release, into ~/.local/bin
#     SAFSIM_TO=/usr/local/bin sh install.sh
#     sh install.sh FOLDER                   from a folder (or an address) that holds the archives of a release
#
# Needs sh, tar, gzip, sha256sum or shasum, and curl or wget if anything is to be fetched. Nothing else is touched.
set -eu

fail() {
    echo "install: $*" >&2
    exit 1
}

# Where releases lie; the release workflow writes it here.
releases=${SAFSIM_RELEASES:-@RELEASES@}
from=${1:-$releases}
case $from in
    @*) fail "this copy does not know where releases lie: name a folder or an address, or set SAFSIM_RELEASES" ;;
esac
to=${SAFSIM_TO:-$HOME/.local/bin}

case $(uname -s) in
    Linux) system=unknown-linux-musl ;;
    Darwin) system=apple-darwin ;;
    *) fail "there is no archive for $(uname -s): take the .zip for Windows, or cargo install" ;;
esac
case $(uname -m) in
    x86_64 | amd64) machine=x86_64 ;;
    aarch64 | arm64) machine=aarch64 ;;
    *) fail "there is no archive for $(uname -m): build it with cargo install" ;;
esac
archive=safsim-$machine-$system.tar.gz

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fetch() {
    case $from in
        *://*)
            if command -v curl >/dev/null; then
                curl --fail --silent --show-error --location --output "$work/$1" "$from/$1"
            elif command -v wget >/dev/null; then
                wget -q -O "$work/$1" "$from/$1"
            else
                fail "neither curl nor wget is here"
            fi
            ;;
        *) cp "$from/$1" "$work/$1" ;;
    esac || fail "$from/$1 cannot be had"
}
fetch "$archive"
fetch "$archive.sha256"

if command -v sha256sum >/dev/null; then
    found=$(sha256sum "$work/$archive")
elif command -v shasum >/dev/null; then
    found=$(shasum -a 256 "$work/$archive")
else
    fail "neither sha256sum nor shasum is here: the archive cannot be checked"
fi
[ "${found%% *}" = "$(cut -d ' ' -f 1 "$work/$archive.sha256")" ] || fail "$archive is not what was published"

gzip -dc "$work/$archive" | tar -xf - -C "$work"
program=$work/${archive%.tar.gz}/safsim
"$program" --version >/dev/null || fail "the program does not run here"
mkdir -p "$to"
# Under another name first: a program that runs is not overwritten.
cp "$program" "$to/.safsim.new"
chmod 755 "$to/.safsim.new"
mv "$to/.safsim.new" "$to/safsim"
echo "installed $("$to/safsim" --version) in $to"
case :$PATH: in
    *:"$to":*) ;;
    *) echo "add it to the path: export PATH=\"$to:\$PATH\"" ;;
esac
