# Shared by ./run and ./test; sourced, not run. Works with bash 3.2 (macOS).

wanted_jdk=25

say() { printf '%s\n' "$*" >&2; }
refuse() { say "$*"; exit 1; }

# jdk_feature HOME: the feature version that HOME/release names goes to $feature, 0 where there is none.
jdk_feature() {
  feature=0 runtime=
  local line
  [ -r "$1/release" ] && [ -x "$1/bin/javac" ] || return 0
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      JAVA_VERSION=*) line=${line#*\"} runtime=${line%%\"*} feature=${line%%[!0-9]*} ;;
    esac
  done < "$1/release"
}

# Sets and exports JAVA_HOME: the one that is set where it will do, else the first found where .build/RequireJdk.java
# and the toolchains plugin look too.
find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" "${JDK25_HOME:-}" "${JAVA25_HOME:-}" "${JAVA_HOME_25_X64:-}" "${JAVA_HOME_25_arm64:-}" \
      /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
      "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.jenv/versions/* "$HOME"/.m2/jdks/* \
      "$HOME"/.jbang/cache/jdks/*; do
    [ -n "$home" ] || continue
    jdk_feature "$home"
    if [ "$feature" -ge "$wanted_jdk" ]; then
      export JAVA_HOME=$home
      return
    fi
  done
  refuse "Overread needs JDK $wanted_jdk, and none was found here: install one, for example Eclipse Temurin" \
    "$wanted_jdk (package temurin-$wanted_jdk-jdk), or point JAVA_HOME at it."
}

# What Maven itself runs with: the JDK that the formatter needs, without a warning of Maven's own libraries.
prepare_maven() {
  export MAVEN_OPTS="${MAVEN_OPTS:+$MAVEN_OPTS }--sun-misc-unsafe-memory-access=allow"
}

# --- what the system has to bring -------------------------------------------------------------------------------------

has_library() { # has_library libGL.so.1
  local known
  known=$({ PATH=$PATH:/sbin:/usr/sbin ldconfig -p; } 2>/dev/null) || return 0 # not a system that we can ask
  case $known in *"$1"*) return 0 ;; *) return 1 ;; esac
}

has_font() { [ -n "$(find /usr/share/fonts /usr/local/share/fonts "$HOME/.local/share/fonts" \
  \( -name '*.ttf' -o -name '*.otf' \) -print -quit 2>/dev/null)" ]; }

has_software_gl() { [ -n "$(find /usr/lib* -name 'swrast_dri.so' -o -name 'libgallium-*.so' 2>/dev/null | head -n 1)" ]; }

# Names on standard output, one a line, the Debian packages whose work nobody does here. Names that differ between
# releases stand as first|second.
missing_packages() {
  command -v mvn >/dev/null || echo maven
  [ "$(uname -s)" = Linux ] || return 0
  command -v Xvfb >/dev/null || echo xvfb
  has_library libGL.so.1 || echo libgl1
  has_library libEGL.so.1 || echo libegl1
  has_software_gl || echo libgl1-mesa-dri
  has_library libgtk-3.so.0 || echo 'libgtk-3-0t64|libgtk-3-0'
  has_library libXtst.so.6 || echo libxtst6
  has_library libXxf86vm.so.1 || echo libxxf86vm1
  has_library libfontconfig.so.1 || echo libfontconfig1
  has_font || echo fonts-dejavu-core
}

# The command that may install packages without asking anybody, or nothing.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    echo env
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    echo 'sudo -n env'
  fi
}

# Installs what is missing where that is allowed and apt is there; else names it in one sentence.
install_missing() {
  local missing root name names=''
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  root=$(as_root)
  if [ -z "$root" ] || ! command -v apt-get >/dev/null; then
    refuse "Please install what is missing here first (names of Debian's packages):" ${missing//|/ or }.
  fi
  say "Installing what is missing:" $missing
  $root apt-get update -qq >&2 || say "The package lists could not be updated; trying with those that are here."
  for name in $missing; do
    case $name in
      *'|'*) apt-cache show "${name%|*}" >/dev/null 2>&1 && name=${name%|*} || name=${name#*|} ;;
    esac
    names="$names $name"
  done
  $root DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $names >&2 ||
    refuse "These packages could not be installed:$names. Please install them first."
}
