# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Sourced by tests/run.sh and examples/run.sh. install_packages NAME… installs the Debian packages
# that are missing, and nothing when all are there.

RETORT_BUILD_PACKAGES="g++ cmake ninja-build make pkg-config libboost-dev libsqlite3-dev sqlite3 libpq-dev libcli11-dev libfmt-dev nlohmann-json3-dev libmd-dev"
RETORT_TEST_PACKAGES="git ccache alembic python3-psycopg2 sql-migrate libdbd-sqlite3-perl libdbd-pg-perl sqitch clang-14 clang-format-14 clang-tidy-14 llvm-14 libclang-rt-14-dev libgtest-dev libgmock-dev libpg-query-dev postgresql pgbouncer g++-aarch64-linux-gnu qemu-user zsh fish groff-base"

install_packages() {
  missing=
  for package in "$@"; do
    status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
    case $status in
      "install ok installed") ;;
      *) missing="$missing $package" ;;
    esac
  done
  [ -z "$missing" ] && return 0
  echo "installing:$missing"
  sudo=
  if [ "$(id -u)" -ne 0 ]; then sudo=sudo; fi
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  # shellcheck disable=SC2086 # the list is a list
  $sudo env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $missing > /dev/null
}
