# Builds, finds the jars and starts the program; sourced by ./run after common.sh.
# $top is the project's folder, $JAVA_HOME its JDK, $runtime the JDK's version.

target=$top/app/target
stamp=$target/run.stamp

# --- building ---------------------------------------------------------------------------------------------------------

is_stale() {
  [ -f "$stamp" ] && [ -f "$target/class-path" ] || return 0
  # a folder's own time tells of files that were deleted
  [ -n "$(find "$top/pom.xml" "$top"/*/pom.xml "$top"/*/src/main "$top"/packaging/dicom-toolkit/*.* \
    -newer "$stamp" -print -quit 2>/dev/null)" ]
}

build_if_stale() {
  is_stale || return 0
  command -v mvn >/dev/null || refuse "Overread is built with Maven, and it was not found here: install it first (package maven)."
  if [ -f "$stamp" ]; then
    say "Building what has changed ..."
  else
    say "Building Overread; the first time this takes a few minutes ..."
  fi
  mkdir -p "$target"
  exec 9>"$target/run.lock"
  if command -v flock >/dev/null; then
    flock -n 9 || { say "Waiting for another build to end ..."; flock 9; }
    is_stale || { exec 9>&-; return 0; } # the other build was ours too
  fi
  local begun=$target/run.begun
  touch "$begun"
  (
    prepare_maven
    cd "$top" && mvn -Dstyle.color=never -Dmaven.test.skip=true -Dspotless.check.skip=true -Dcheckstyle.skip=true \
      package >"$target/run.log" 2>&1 9>&-
  ) || {
    sed -n -E '/-> \[Help/q; /JAR will be empty/d; /^\[(WARNING|ERROR)\]|^Overread |^ +[0-9]\. /p' "$target/run.log" >&2
    refuse "Overread could not be built; the whole of what Maven said is in app/target/run.log."
  }
  mv "$begun" "$stamp" # from when it began: what was edited meanwhile is stale
  exec 9>&-
}

# --- the class path ---------------------------------------------------------------------------------------------------

# Sets $module_path (JavaFX) and $class_path (all else) from what Maven wrote; natives of other systems stay out.
read_paths() {
  local jar jars here mark=$top/app/target/launch-paths
  if [ "$mark" -nt "$stamp" ] && [ "$mark" -nt "$target/class-path" ]; then
    { IFS= read -r module_path && IFS= read -r class_path; } < "$mark" && return
  fi
  here=$(native_marks)
  module_path='' class_path=''
  for jar in "$target"/app-*.jar; do
    case $jar in *-tests.jar | *-sources.jar) ;; *) class_path=$jar ;; esac
  done
  IFS=: read -r -a jars < "$target/class-path"
  for jar in "${jars[@]}"; do
    case ${jar##*/} in
      javafx-*-linux*.jar | javafx-*-mac*.jar | javafx-*-win*.jar) module_path=$module_path${module_path:+:}$jar ;;
      javafx-*) ;; # empty, stand for those above
      *natives-*) case $jar in *natives-$here*) class_path=$class_path:$jar ;; esac ;;
      *) class_path=$class_path:$jar ;;
    esac
  done
  printf '%s\n%s\n' "$module_path" "$class_path" > "$mark.$$" && mv "$mark.$$" "$mark"
}

native_marks() { # as JogAmp names them
  case "$(uname -s) $(uname -m)" in
    'Linux x86_64') echo linux-amd64 ;;
    'Linux aarch64') echo linux-aarch64 ;;
    'Linux arm'*) echo linux-armv6hf ;;
    Darwin*) echo macosx-universal ;;
    *) echo windows-amd64 ;;
  esac
}

# --- starting ---------------------------------------------------------------------------------------------------------

require_display() {
  [ "$(uname -s)" = Linux ] || return 0
  case ${OVERREAD_JAVA_OPTIONS:-} in *glass.platform=Headless*) return ;; esac
  [ -n "${DISPLAY:-}" ] || refuse "There is no display (DISPLAY is not set), and the workstation needs one;" \
    "these commands need none: ./run about, ./run inspect, ./run convert, ./run dump, ./run sample, ./run bench, ./run help."
}

# What JavaFX is to draw with, or nothing for its own choice: software where no graphics card is to be seen.
prism_choice() {
  if [ -n "${OVERREAD_PRISM:-}" ]; then
    prism=$OVERREAD_PRISM
  elif [ "$(uname -s)" = Linux ] && [ ! -e /dev/dri ] && [ ! -e /dev/nvidiactl ] && [ ! -e /dev/dxg ]; then
    prism=sw
  else
    prism=
  fi
}

# jvm_options desktop|cli: sets the array $options, the same for a start and for the training that prepares it.
jvm_options() {
  options=(--enable-native-access=javafx.graphics,ALL-UNNAMED)
  # Slices are never moved and take their memory once: in small regions each has one of its own (a slice of half a
  # megabyte leaves half of it untouched, which the heap may be larger for), in the serial heap they begin as old.
  if [ "$1" = desktop ]; then
    # Looking for unused classes is most of a pause, which stops the window, and finds none; full collections still look.
    # Half of the heap is a volume, and stays: looking for garbage among what is old from there on would stop the window
    # again and again and find little.
    options+=(-XX:G1HeapRegionSize=1m -XX:MaxRAMPercentage=50 -XX:-ClassUnloadingWithConcurrentMark)
    options+=(-XX:InitiatingHeapOccupancyPercent=80)
  else
    options+=(-XX:+UseSerialGC -XX:PretenureSizeThreshold=64k -XX:NewSize=16m -XX:MaxNewSize=16m)
  fi
  # A core would hold images and keys; the account of a crash is cut down by crash.sh.
  export OVERREAD_TOP=$top
  options+=(-XX:-CreateCoredumpOnCrash "-XX:ErrorFile=$target/crash-%p.log" '-XX:OnError=sh "$OVERREAD_TOP/.build/crash.sh" %p')
  options+=(-Doverread.command=./run "-Doverread.launcher=$top/run")
  options+=(--module-path "$module_path" --add-modules javafx.controls,javafx.swing -cp "$class_path")
}

launch() { # launch desktop|cli ARGUMENT...
  local kind=$1 cache=$target/$1-$runtime.aot use=()
  shift
  jvm_options "$kind"
  prism_choice
  [ ! -t 2 ] || use+=(-Doverread.terminal=true)
  [ -z "$prism" ] || use+=("-Dprism.order=$prism")
  case ${OVERREAD_AOT:-on} in # off: without; wait: prepared first, for those who measure
    on) cache_fits || prepare_cache "$kind" </dev/null >/dev/null 2>&1 & ;;
    wait) cache_fits || prepare_cache "$kind" ;;
  esac
  # one that the JVM finds unfit after all is passed over in silence
  [ "${OVERREAD_AOT:-on}" = off ] || ! cache_fits || use+=("-XX:AOTCache=$cache" -Xlog:aot=off -Xlog:cds=off)
  # shellcheck disable=SC2086
  exec "$JAVA_HOME/bin/java" "${options[@]}" ${use[@]+"${use[@]}"} ${OVERREAD_JAVA_OPTIONS:-} org.overread.app.Main "$@"
}

cache_fits() { [ -f "$cache" ] && [ "$cache" -nt "$stamp" ] && [ "$cache" -nt "$target/launch-paths" ]; }

# Runs the program once, unseen and at low priority, and keeps what the JVM learned for the next start. Tried once a
# build: where it fails, starts go on without.
prepare_cache() {
  local kind=$1 fresh=$cache.$$ tried=$cache.tried train=(about --json)
  [ ! "$tried" -nt "$stamp" ] || return 0
  touch "$tried"
  [ "$kind" = cli ] || train=(desktop --train)
  (
    trap 'rm -f "$fresh" "$fresh.config"' EXIT
    nice -n 19 "$JAVA_HOME/bin/java" "-XX:AOTCacheOutput=$fresh" "${options[@]}" \
      -Dglass.platform=Headless -Dprism.order=sw org.overread.app.Main "${train[@]}" &&
      [ -s "$fresh" ] && mv "$fresh" "$cache"
  ) </dev/null >"$cache.log" 2>&1
}
