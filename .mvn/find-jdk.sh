# Sets JAVA_HOME to a JDK that Waymark builds and runs with, or says that there is none and ends the calling script.
# Read by ../mvnw and ../waymark, so plain sh. What JAVA_HOME or the path name comes first; then, of the JDKs in
# the usual folders, the oldest that is new enough.

waymark_jdk=25

# The feature release of the JDK in a folder, or 0 when there is none.
release_of() {
  found=
  if [ -x "$1/bin/javac" ] && [ -f "$1/release" ]; then
    found=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  echo "${found:-0}"
}

find_jdk() {
  for home in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac)" 2>/dev/null)")")"; do
    if [ "$(release_of "$home")" -ge "$waymark_jdk" ]; then
      echo "$home"
      return
    fi
  done
  best=
  best_release=9999
  for home in \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/*jdk* \
    "${HOME:-/root}"/.sdkman/candidates/java/* "${HOME:-/root}"/.jdks/* \
    "${HOME:-/root}"/.asdf/installs/java/* "${HOME:-/root}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-/root}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec; do
    release=$(release_of "$home")
    if [ "$release" -ge "$waymark_jdk" ] && [ "$release" -lt "$best_release" ]; then
      best=$home
      best_release=$release
    fi
  done
  echo "$best"
}

JAVA_HOME=$(find_jdk)
if [ -z "$JAVA_HOME" ]; then
  echo "Waymark needs a JDK $waymark_jdk or newer installed, and found none: install one (https://adoptium.net), or set JAVA_HOME to it." >&2
  exit 1
fi
export JAVA_HOME
