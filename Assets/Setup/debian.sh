#!/bin/sh
# Installs what RecorderConsole needs on Debian or Ubuntu beside a Swift toolchain: only what is
# missing, and without a word where nothing is.
#
#   sh Assets/Setup/debian.sh            to build and run
#   sh Assets/Setup/debian.sh --tests    to run the tests and the benchmark as well
#
# Programs in Python that tests speak with are put below .peers, each with what it needs: tests that
# have none are skipped.
#
# Ends with 0 when all is there, 1 when a package could not be installed, 2 on a wrong option,
# 3 without a fit Swift toolchain, 4 on another system, 5 when it may not install.
set -eu

building='ca-certificates git g++ libcurl4-openssl-dev libexpat1-dev libjpeg-dev libncurses-dev libqrencode-dev libsqlite3-dev'
testing='debootstrap dialog dpkg-dev lintian man-db mc openssh-client openssh-server openssl python3-aiosmtpd python3-pyqt6.qtwebengine python3-venv strace systemd tmux zbar-tools'
swift_needed=6.2

# Waits for another installation that is under way.
install='apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends'

fail() {
  status=$1
  shift
  printf 'debian.sh: %s\n' "$@" >&2
  exit "$status"
}

# Whether dpkg has the package, or another that does as well.
has() {
  installed "$1" ||
    # The flavours of libcurl have the same headers, and shut one another out.
    { [ "$1" = libcurl4-openssl-dev ] && installed libcurl4-gnutls-dev; }
}

# Whether dpkg has the package in full, not only its settings.
installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# Installs and starts nothing: tests have an sshd of their own, and this host's is none of theirs.
installing() {
  policy=/usr/sbin/policy-rc.d
  if [ -e "$policy" ]; then
    quietly $install "$@"
    return
  fi
  printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
  as_root chmod 755 "$policy"
  result=0
  quietly $install "$@" || result=$?
  as_root rm -f "$policy"
  return "$result"
}

# Runs quietly, and shows what was said only where it failed.
quietly() {
  if ! said=$(as_root env DEBIAN_FRONTEND=noninteractive "$@" 2>&1 </dev/null); then
    printf '%s\n' "$said" | tail -n 15 >&2
    return 1
  fi
}

check_swift() {
  command -v swift >/dev/null 2>&1 || fail 3 \
    "no Swift toolchain was found in PATH; version $swift_needed or newer is needed." \
    'Get it from https://www.swift.org/install/linux and run this again.'
  found=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p')
  oldest=$(printf '%s\n%s\n' "$swift_needed" "$found" | sort -V | head -n 1)
  [ -n "$found" ] && [ "$oldest" = "$swift_needed" ] || fail 3 \
    "Swift $swift_needed or newer is needed; this is ${found:-of an unknown version}." \
    'Get it from https://www.swift.org/install/linux and run this again.'
}

install_packages() {
  command -v apt-get >/dev/null 2>&1 || fail 4 \
    'apt-get was not found: this is for Debian and Ubuntu.' \
    "On another system, install what these packages hold: $*"
  [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null 2>&1 || fail 5 \
    'packages are missing, and there is no sudo. As root, run:' "  apt-get install $*"
  echo "Installing: $*"
  # Where the lists are fresh enough, the network is asked only once.
  if ! installing "$@" 2>/dev/null; then
    quietly apt-get update || fail 1 \
      'the package lists could not be fetched: is there a network, and apt-get free?'
    installing "$@" || fail 1 \
      "these packages could not be installed: $*"
  fi
}

# Puts what a list of Tests/Peers names into an environment of its own: some of these programs shut
# one another out. Anew only where the list has changed.
make_peer() {
  peer=.peers/$(basename "$1" .txt)
  ! cmp -s "$1" "$peer/made-of.txt" || return 0
  echo "Making $peer"
  rm -rf "$peer"
  if ! said=$(
    /usr/bin/python3 -m venv "$peer" 2>&1 &&
      "$peer/bin/pip" install --quiet --disable-pip-version-check --use-pep517 -r "$1" 2>&1 &&
      cp "$1" "$peer/made-of.txt"
  ); then
    printf '%s\n' "$said" | tail -n 5 >&2
    printf 'debian.sh: %s could not be made: its tests will be skipped.\n' "$peer" >&2
    rm -rf "$peer"
  fi
}

wanted=$building
case $* in
'') ;;
--tests) wanted="$building $testing" ;;
*) fail 2 "expected --tests or nothing, and got: $*" ;;
esac
check_swift

missing=
for package in $wanted; do
  has "$package" || missing="$missing $package"
done
# The list is split into words on purpose.
# shellcheck disable=SC2086
[ -z "$missing" ] || install_packages $missing

[ "$wanted" = "$building" ] || {
  cd "$(dirname "$0")/../.."
  for list in Tests/Peers/*.txt; do
    make_peer "$list"
  done
}
