#!/bin/sh
# Makes a Debian package of RecorderConsole, without root: the program without its symbols, its data
# files, the manual page and the completions, which the program itself writes.
#
#   sh Assets/Packaging/deb.sh                    builds the program, and packs it into .build
#   sh Assets/Packaging/deb.sh --output FOLDER    into another folder
#   sh Assets/Packaging/deb.sh --program FILE     packs a program that is built already
#   sh Assets/Packaging/deb.sh --trial            for tests: packs quickly, and takes a program that
#                                                 needs libraries of no package, as debug builds do
#
# A package serves the release that it is made on and newer ones. The same tree and program make the
# same package, byte for byte: its date is SOURCE_DATE_EPOCH, or that of the last commit. DEBFULLNAME
# and DEBEMAIL say who makes it.
#
# Ends with 0 when the package is made, 1 when something failed, 2 on a wrong option, 3 when a tool
# is missing.
set -eu
umask 022
export LC_ALL=C

name=recorder-console
packaging=$(cd "$(dirname "$0")" && pwd)
tree=$(cd "$packaging/../.." && pwd)
output=$tree/.build
program=
trial=

fail() {
  status=$1
  shift
  printf 'deb.sh: %s\n' "$@" >&2
  exit "$status"
}

# The path from the root, of what may be there or not.
absolute() {
  case $1 in
  /*) printf '%s\n' "$1" ;;
  *) printf '%s/%s\n' "$PWD" "$1" ;;
  esac
}

while [ $# -gt 0 ]; do
  case $1 in
  --output | --program)
    [ $# -gt 1 ] && [ -n "$2" ] || fail 2 "expected a path after $1"
    if [ "$1" = --output ]; then output=$(absolute "$2"); else program=$(absolute "$2"); fi
    shift 2
    ;;
  --trial)
    trial=yes
    shift
    ;;
  *) fail 2 "expected --output FOLDER, --program FILE or --trial, and got: $1" ;;
  esac
done

check_tools() {
  for tool in dpkg-deb:dpkg dpkg-shlibdeps:dpkg-dev strip:binutils gzip:gzip md5sum:coreutils; do
    command -v "${tool%:*}" >/dev/null 2>&1 || fail 3 \
      "${tool%:*} was not found; on Debian it is in the package ${tool#*:}."
  done
}

build_program() {
  command -v swift >/dev/null 2>&1 || fail 3 \
    'no Swift toolchain was found in PATH; with --program FILE none is needed.'
  set -- --package-path "$tree" -c release
  swift build "$@" --product $name >&2 || fail 1 'the program could not be built.'
  program=$(swift build "$@" --show-bin-path)/$name
}

# Seconds since 1970: the same for the same tree.
package_date() {
  if [ -n "${SOURCE_DATE_EPOCH:-}" ]; then
    echo "$SOURCE_DATE_EPOCH"
  else
    git -C "$tree" log -1 --format=%ct 2>/dev/null || date -r "$program" +%s
  fi
}

# What the program says to these words, or the end.
ask() {
  "$program" "$@" || fail 1 "$program has no answer to: $*"
}

install_program() {
  mkdir -p "$root/usr/bin"
  strip --remove-section=.comment --remove-section=.note -o "$root/usr/bin/$name" "$program" ||
    fail 1 "$program could not be stripped of its symbols."
  chmod 755 "$root/usr/bin/$name"
  # Under this name it is the shell of a class.
  ln -s "$name" "$root/usr/bin/recorder-class"
}

# What the program reads; what sets up a building computer and makes packages is not for users.
install_assets() {
  mkdir -p "$root/usr/share/$name" "$root/usr/share/doc/$name"
  for folder in "$tree"/Assets/*/; do
    folder=${folder%/}
    case ${folder##*/} in
    Setup | Packaging) ;;
    Manual) cp -R "$folder" "$root/usr/share/doc/$name/" ;;
    *) cp -R "$folder" "$root/usr/share/$name/" ;;
    esac
  done
}

install_words_of_program() {
  share=$root/usr/share
  mkdir -p "$share/man/man1" "$share/bash-completion/completions" \
    "$share/zsh/vendor-completions" "$share/fish/vendor_completions.d"
  ask manual-page >"$share/man/man1/$name.1"
  # It is read by a shell that runs already.
  ask --generate-completion-script bash >"$work/bash"
  sed '1{/^#!/d;}' "$work/bash" >"$share/bash-completion/completions/$name"
  ask --generate-completion-script zsh >"$share/zsh/vendor-completions/_$name"
  ask --generate-completion-script fish >"$share/fish/vendor_completions.d/$name.fish"
}

install_papers() {
  doc=$root/usr/share/doc/$name
  mkdir -p "$root/usr/share/lintian/overrides"
  cp "$packaging/copyright" "$doc/copyright"
  cp "$packaging/lintian-overrides" "$root/usr/share/lintian/overrides/$name"
  {
    printf '%s (%s) unstable; urgency=medium\n\n' "$name" "$version"
    printf '  * Packed from the source tree of this version.\n\n'
    printf ' -- %s  %s\n' "$maintainer" "$(date -u -R -d "@$date")"
  } >"$doc/changelog"
  gzip -9n "$doc/changelog" "$root/usr/share/man/man1/$name.1"
  ln -s "$name.1.gz" "$root/usr/share/man/man1/recorder-class.1.gz"
}

# The packages of the libraries that the program is linked to.
dependencies() {
  printf 'Source: %s\n\nPackage: %s\nArchitecture: any\n' "$name" "$name" >"$work/debian/control"
  set -- -O -e"debian/$name/usr/bin/$name"
  [ -z "$trial" ] || set -- --ignore-missing-info "$@"
  (cd "$work" && dpkg-shlibdeps "$@" >depends 2>complaints) || {
    sed -n 's/^dpkg-shlibdeps: error: //p' "$work/complaints" >&2
    fail 1 'what the program depends on could not be told.'
  }
  # Of a library whose name has no version dpkg takes for granted that the program brings it along.
  missing=$(sed -n "s/.* name and version from library name '\(.*\)'$/\1/p" "$work/complaints" |
    sort -u)
  [ -z "$missing" ] || [ -n "$trial" ] || fail 1 \
    'the program needs libraries that are in no package; is it of a debug build?' \
    "$(echo $missing)" 'Leave --program out, or name one of: swift build -c release'
  sed -n 's/^shlibs:Depends=//p' "$work/depends"
}

write_control() {
  mkdir -p "$root/DEBIAN"
  # As dpkg counts: KiB of each file, rounded up, and one for whatever else there is.
  size=$(cd "$root" && find usr -type f -printf '%s\n' -o -printf '1\n' |
    awk '{ sum += int(($1 + 1023) / 1024) } END { print sum }')
  sed -e "s|@VERSION@|$version|" -e "s|@ARCHITECTURE@|$(dpkg --print-architecture)|" \
    -e "s|@MAINTAINER@|$maintainer|" -e "s|@SIZE@|$size|" -e "s|@DEPENDS@|$depends|" \
    "$packaging/control" >"$root/DEBIAN/control"
  (cd "$root" && find usr -type f | sort | xargs -d '\n' md5sum) >"$root/DEBIAN/md5sums"
}

check_tools
[ -n "$program" ] || build_program
[ -x "$program" ] && [ -f "$program" ] || fail 1 "there is no program at $program"
date=$(package_date)
# A version for trial comes before the one that it is for.
version=$(ask --version | sed 's/-/~/')
maintainer="${DEBFULLNAME:-RecorderConsole maintainers} <${DEBEMAIL:-maintainers@recorder-console.invalid}>"

work=$(mktemp -d "${TMPDIR:-/tmp}/deb.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
root=$work/debian/$name
install_program
install_assets
install_words_of_program
install_papers
depends=$(dependencies)
write_control
find "$root" -type d -exec chmod 755 {} +
find "$root" -type f ! -path "$root/usr/bin/*" -exec chmod 644 {} +
find "$root" -exec touch -h -d "@$date" {} +

if [ -n "$trial" ]; then set -- -Zgzip -z1; else set -- -Zxz; fi
mkdir -p "$output"
package=$output/${name}_${version}_$(dpkg --print-architecture).deb
SOURCE_DATE_EPOCH=$date dpkg-deb --root-owner-group "$@" --build "$root" "$work/made.deb" \
  >"$work/said" 2>&1 || {
  cat "$work/said" >&2
  fail 1 'dpkg-deb could not make the package.'
}
cp "$work/made.deb" "$package"
printf '%s\n' "$package"
