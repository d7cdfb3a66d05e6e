#!/usr/bin/env bash
# A CPU without AVX2 and FMA gives the same texts, choices and rounded figures: the program is run as it is and
# under qemu-user as a Nehalem of 2008. Debian: apt-get install qemu-user. Usage: tests/old_cpu.sh [BINARY]
set -euo pipefail
binary=$(realpath "${1:-$(dirname "$0")/../target/debug/melon}")
command -v qemu-x86_64 > /dev/null || { echo "qemu-x86_64 is not installed" >&2; exit 2; }
export LANG=en_US.UTF-8
room=$(mktemp -d)
trap 'rm -r "$room"' EXIT
cd "$room"
for _ in $(seq 60); do echo 'The melon on the table is ripe, the one below it is not. 西瓜很甜。'; done > text.txt
while read -r line; do
  # shellcheck disable=SC2086
  "$binary" $line > here 2> /dev/null
  # shellcheck disable=SC2086
  qemu-x86_64 -cpu Nehalem "$binary" $line > there 2> messages || { cat messages >&2; echo "failed: melon $line" >&2; exit 1; }
  # The speed of a training is no result.
  if ! diff <(sed -E 's/[0-9.,]+ (tokens a second|s\b)//g' here) <(sed -E 's/[0-9.,]+ (tokens a second|s\b)//g' there); then
    echo "differs: melon $line" >&2
    exit 1
  fi
  echo "the same: melon $line"
done <<'LINES'
classify
classify melon-field --rows 2000
regress watermelon-3.0a --target 密度
cluster watermelon-4.0 --k 3
tree
generate 西瓜 --max-tokens 20
score 西瓜很甜
pretrain --corpus text.txt --preset tiny --iters 20 --eval-interval 10
generate 西瓜 --model ngram --max-tokens 20
LINES
