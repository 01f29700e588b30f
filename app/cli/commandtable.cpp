// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

namespace expunge::cli {

using namespace Qt::StringLiterals;

namespace {

const OptionSpec json{u"--json"_s, {}};
const OptionSpec terms{u"--terms"_s, u"FILE"_s};
const OptionSpec keep{u"--keep"_s, u"FILE"_s};
const OptionSpec noOcr{u"--no-ocr"_s, {}};

CommandSpec later(const QString &name, const QString &operands, const QString &why)
{
    CommandSpec spec;
    spec.name = name;
    spec.operands = operands;
    spec.unavailable = why;
    return spec;
}

std::vector<CommandSpec> table()
{
    const QString delivery = u"This version has no delivery, so there is nothing for it to do."_s;
    const QString window = u"This version queues from the window only."_s;
    return {
        {u"scan"_s,
         u"INPUT..."_s,
         1,
         -1,
         {json, terms, keep, {u"--min-score"_s, u"S"_s}, {u"--types"_s, u"A,B"_s}, noOcr},
         u"list what would be redacted"_s,
         {}},
        {u"scrub"_s,
         u"INPUT..."_s,
         1,
         -1,
         {{u"--out"_s, u"DIR"_s},
          {u"--accept"_s, u"all|none|SCORE|TYPE,TYPE"_s},
          {u"--decisions"_s, u"FILE"_s},
          terms,
          keep,
          {u"--region"_s, u"PAGE:X,Y,W,H"_s, true},
          {u"--style"_s, u"label|pseudonym|block|blank"_s},
          {u"--hidden"_s, u"remove|keep|KIND=remove,KIND=keep"_s},
          {u"--names"_s, u"neutral|scrubbed"_s},
          noOcr,
          {u"--no-sign"_s, {}},
          json},
         u"write scrubbed files"_s,
         {}},
        {u"decisions"_s, u"INPUT"_s, 1, 1, {terms, keep}, u"print a decisions file to edit"_s, {}},
        {u"inspect"_s, u"INPUT..."_s, 1, -1, {json}, u"list hidden data"_s, {}},
        {u"check"_s, u"FILE"_s, 1, 1, {terms, json}, u"say where terms can still be read"_s, {}},
        {u"verify"_s,
         u"MANIFEST|FOLDER..."_s,
         1,
         -1,
         {{u"--key"_s, u"PUBLIC.pem"_s}, json},
         u"verify signed manifests"_s,
         {}},
        {u"queue list"_s, {}, 0, 0, {json}, u"list submissions"_s, {}},
        {u"queue show"_s, u"ID"_s, 1, 1, {json}, u"show one submission"_s, {}},
        {u"queue withdraw"_s, u"ID"_s, 1, 1, {}, u"take back what was not delivered"_s, {}},
        {u"queue export"_s, u"ID DIR"_s, 2, 2, {}, u"copy a submission to a folder"_s, {}},
        later(u"queue add"_s, u"SESSION"_s, window),
        later(u"queue hold"_s, u"ID"_s, delivery),
        later(u"queue release"_s, u"ID"_s, delivery),
        later(u"queue recall"_s, u"ID"_s, delivery),
        later(u"queue reopen"_s, u"ID"_s, delivery),
        later(u"queue retry"_s, u"ID"_s, delivery),
        later(u"queue deliver"_s, u"[ID]"_s, delivery),
        {u"key create"_s, {}, 0, 0, {}, u"make the signing key"_s, {}},
        {u"key show"_s, {}, 0, 0, {json}, u"say which key signs"_s, {}},
        {u"key export"_s, {}, 0, 0, {}, u"print the public key (PEM)"_s, {}},
        later(u"key rotate"_s, {}, u"This version cannot replace a signing key."_s),
        later(u"selftest"_s, {},
              u"This version has no self-test; packaging/test runs the tests."_s),
    };
}

}   // namespace

const std::vector<CommandSpec> &commands()
{
    static const std::vector<CommandSpec> all = table();
    return all;
}

const std::vector<OptionSpec> &globalOptions()
{
    static const std::vector<OptionSpec> all{{u"--profile"_s, u"DIR"_s},
                                             {u"--passphrase-file"_s, u"FILE"_s},
                                             {u"--password-file"_s, u"FILE"_s}};
    return all;
}

}   // namespace expunge::cli
