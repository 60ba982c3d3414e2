# What the JVM writes of a crash of its own, cut down to what may be kept: sourced by nobody, run by the JVM as
# sh crash.sh PID. Its account also holds the command line, messages of exceptions and what registers point to, and so
# names of folders and patients; what failed and where stands before the registers.
umask 077
account=$OVERREAD_TOP/app/target/crash-$1.log
awk '/^Registers:/ { exit } !/^Command Line:/' "$account" >"$account.part" && mv -f "$account.part" "$account" ||
  rm -f "$account" "$account.part"
