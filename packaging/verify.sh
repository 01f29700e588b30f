#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Checks a redaction manifest without Expunge: openssl 3, jq and coreutils only.
#   verify.sh MANIFEST PUBLIC.pem [FOLDER]      FOLDER: where the files are; else beside the manifest
# Says why, and exits with 0 (valid), 1 (not valid) or 2 (wrong usage).
set -u
LC_ALL=C
export LC_ALL

if [ $# -lt 2 ] || [ $# -gt 3 ]; then
    echo "usage: verify.sh MANIFEST PUBLIC.pem [FOLDER]" >&2
    exit 2
fi
for tool in openssl jq sha256sum; do
    command -v "$tool" >/dev/null || { echo "verify.sh needs $tool" >&2; exit 2; }
done
manifest=$1
key=$2
folder=${3:-$(dirname -- "$manifest")}
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

reject() {
    echo "NOT VALID: $1"
    exit 1
}

# Exactly one JSON text with exactly the fields of a DSSE envelope and one signature.
jq -es 'length == 1 and (.[0] | type == "object"
    and keys == ["payload", "payloadType", "signatures"]
    and .payloadType == "application/vnd.in-toto+json"
    and (.signatures | type == "array" and length == 1 and (.[0] | keys == ["keyid", "sig"])))' \
    "$manifest" >"$work/log" 2>&1 || reject "it is not an envelope of a redaction manifest"

field() {
    jq -rj "$1" "$manifest" 2>/dev/null
}
# Decodes a Base64 field into a file; what decodes must be what would be encoded.
decode() {
    field "$1" >"$work/base64"
    openssl base64 -d -A -in "$work/base64" -out "$2" 2>/dev/null || return 1
    openssl base64 -A -in "$2" | cmp -s - "$work/base64"
}
decode .payload "$work/body" || reject "its payload is not Base64"
decode '.signatures[0].sig' "$work/sig" || reject "its signature is not Base64"

# DSSE: the signature is over "DSSEv1 <length> <type> <length> <payload>".
field .payloadType >"$work/type"
length() {
    wc -c <"$1" | tr -d ' '
}
{
    printf 'DSSEv1 %s ' "$(length "$work/type")"
    cat "$work/type"
    printf ' %s ' "$(length "$work/body")"
    cat "$work/body"
} >"$work/signed"
openssl pkeyutl -verify -pubin -inkey "$key" -rawin -in "$work/signed" -sigfile "$work/sig" \
    >"$work/log" 2>&1 || reject "the signature is not by this key"
keyid=$(openssl pkey -pubin -in "$key" -outform DER | sha256sum | cut -d' ' -f1)
[ "$(field '.signatures[0].keyid')" = "$keyid" ] || reject "it names another key"

# jq keeps the last of two equal keys; a statement that jq rewrites to other bytes says something twice.
jq -cjS . "$work/body" 2>/dev/null | cmp -s - "$work/body" \
    || reject "the statement is not in its one written form"

jq -e '._type == "https://in-toto.io/Statement/v1"
    and .predicateType == "https://expunge.invalid/attestations/redaction-manifest/v1"' \
    "$work/body" >"$work/log" 2>&1 || reject "it is not a redaction manifest of version 1"
jq -e '.predicate as $p | [.subject[].name] as $files
    | ($p.review.undecided == 0)
    and ($p.review.candidates == ($p.redactions | length) + $p.kept.total)
    and ($p.kept.total == ([$p.kept.byType[]] | add // 0))
    and ($p.verification.result == "pass" and $p.verification.residualValues == 0)
    and ([$p.redactions[] | .location.file as $f | $files | index($f) != null] | all)' \
    "$work/body" >"$work/log" 2>&1 || reject "its counts do not hold together"
jq -e '.predicate | (.attestations | all(.answer == true)) and (.review.mode == "automatic"
    or (["right-to-share", "no-agreement-breach", "no-third-party-confidential",
         "no-material-non-public-information", "no-personal-data-left"]
        - [.attestations[] | select(.answer == true) | .id] == []))' \
    "$work/body" >"$work/log" 2>&1 || reject "an attestation is missing or was answered with no"

jq -e '(.subject | length > 0)
    and ([.subject[].name | test("^[^./\\\\][^/\\\\[:cntrl:]]*$")] | all)' \
    "$work/body" >"$work/log" 2>&1 || reject "it covers no file, or a file with a strange name"
count=$(jq '.subject | length' "$work/body")
i=0
while [ "$i" -lt "$count" ]; do
    name=$(jq -rj ".subject[$i].name" "$work/body")
    want=$(jq -rj ".subject[$i].digest.sha256" "$work/body")
    [ -f "$folder/$name" ] || reject "the file $name is missing"
    got=$(sha256sum <"$folder/$name" | cut -d' ' -f1)
    [ "$want" = "$got" ] || reject "the file $name is not the one that was signed"
    echo "file $name: as signed"
    i=$((i + 1))
done

jq -r '"review: \(.predicate.review.mode), \(.predicate.redactions | length) redacted, \(.predicate.kept.total) kept"' \
    "$work/body"
echo "VALID: signed by key $keyid"
