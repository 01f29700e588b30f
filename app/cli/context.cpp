// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "app/cli/jsonlines.h"
#include "ui/text/errortext.h"

#include <cstdio>
#include <unistd.h>

namespace expunge::cli {

void Context::fail(const base::Error &error)
{
    printMessage(ui::errorSentence(error));
    note(error.code == base::ErrorCode::ResidueFound ? Exit::Residue : Exit::Failed);
}

void Context::showProgress(qsizetype done, qsizetype total, const QString &input) const
{
    if (total > 1 && ::isatty(STDERR_FILENO) == 1) {
        std::fprintf(stderr, "[%lld/%lld] ", static_cast<long long>(done),
                     static_cast<long long>(total));
        std::fflush(stderr);
        printMessage(input);
    }
}

}   // namespace expunge::cli
