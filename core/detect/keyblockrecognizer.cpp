// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/keyblockrecognizer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace expunge::detect {

namespace {

/// Whether a unit leaves a private key open: the begin line of RFC 7468, section 2, without its
/// end.
bool opensKey(const QByteArray &text)
{
    const qsizetype begin = text.lastIndexOf("-----BEGIN ");
    return begin >= 0 && text.indexOf("PRIVATE KEY", begin) > begin
           && text.indexOf("-----END ", begin) < 0;
}

/// Base64, or one of the header lines that older keys have.
bool isKeyLine(const QByteArray &text)
{
    if (text.startsWith("Proc-Type:") || text.startsWith("DEK-Info:")
        || text.startsWith("Comment:")) {
        return true;
    }
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
               || c == '+' || c == '/' || c == '=' || c == '\n';
    });
}

}   // namespace

std::vector<Candidate> KeyBlockRecognizer::find(std::span<const UnitView> units,
                                                const base::JobContext &job) const
{
    std::vector<Candidate> candidates;
    bool open = false;
    for (const UnitView &view : units) {
        if (job.cancelled()) {
            break;
        }
        const QByteArray text = view.text.utf8.trimmed();
        if (open && text.isEmpty()) {
            continue;
        }
        if (open) {
            const bool last = text.startsWith("-----END ");
            open = !last && isKeyLine(text);
            if (open || last) {
                Candidate candidate;
                candidate.type = u"PRIVATE_KEY"_s;
                candidate.category = Category::Secret;
                candidate.span = {view.unit->index, 0, static_cast<int>(view.unit->text.size())};
                candidate.text = view.unit->text;
                candidate.score = 0.99;
                candidate.tier = Tier::Certain;
                candidate.rule = u"private-key-lines"_s;
                candidate.evidence = {{EvidenceKind::Pattern, u"line of a private key"_s}};
                candidates.push_back(std::move(candidate));
                continue;
            }
        }
        open = opensKey(text);
    }
    return candidates;
}

}   // namespace expunge::detect
