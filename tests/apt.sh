# Sourced by install scripts of tests: packages from Debian's archives, where there is apt-get.

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "$who: $* needs root, and there is no sudo" >&2
        return 1
    fi
}

# What is missing, then the packages that have it. `who` is who asks.
apt_install() {
    local what=$1
    shift
    if ! command -v apt-get >/dev/null; then
        echo "$who: $what is missing and there is no apt-get to install it with: install $* yourself" >&2
        exit 1
    fi
    echo "$who: $what is missing: installing $*"
    if ! { as_root apt-get update -qq &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"; } >/dev/null; then
        echo "$who: could not install $*; $what is missing" >&2
        exit 1
    fi
}
