#!/usr/bin/env bash
# How a command is written down so that it can be read, and pasted into a shell.

# quoted WORD…: the words as a shell would take them. <name> stands for a value that only a real run knows, and stays as it is.
quoted() {
  local word line='' plain='^[A-Za-z0-9_./:=@,+%<>~-]+$'
  for word; do
    [[ $word =~ $plain ]] || word="'${word//\'/\'\\\'\'}'"
    line+=" $word"
  done
  printf '%s\n' "${line:1}"
}
