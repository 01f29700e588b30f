// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pagerewriter.h"

#include "core/formats/pdf/pagerewrite.h"

namespace expunge::pdf {

namespace {

// Whether a glyph shows what comes next in the string that shows another.
bool isSameString(const Glyph &a, const Glyph &b)
{
    return a.use == b.use && a.operation == b.operation && a.token == b.token;
}

// One string is one piece of a line, however far word spacing spreads it: the spaces of a justified
// line are as wide as what was redacted leaves them.
PageText withWholeStrings(const PageContent &content, PageText text)
{
    const auto glyphAt = [&](int index) -> const Glyph & {
        return content.glyphs[static_cast<std::size_t>(index)];
    };
    for (std::size_t s = 1; s < text.segments.size(); ++s) {
        TextSegment &before = text.segments[s - 1];
        TextSegment &here = text.segments[s];
        if (before.line != here.line || before.glyphs.empty() || here.glyphs.empty()
            || !isSameString(glyphAt(before.glyphs.back()), glyphAt(here.glyphs.front()))) {
            continue;
        }
        before.glyphs.insert(before.glyphs.end(), here.glyphs.begin(), here.glyphs.end());
        here.glyphs = std::move(before.glyphs);
        here.toPage = before.toPage;
        here.blockStart = before.blockStart;
        before.glyphs.clear();
    }
    return text;
}

}   // namespace

base::Result<RewrittenPage> rewritePage(QPDF &file, const PageContent &content,
                                        const PageText &text, const PageRemoval &removal)
{
    const auto unfit = [&](const char *why) {
        return base::failure(base::ErrorCode::Internal, QString::number(content.page + 1),
                             QString::fromLatin1(why));
    };
    if (removal.isEmpty()) {
        return RewrittenPage{};
    }
    if (content.uses.empty() || content.uses.front().object.getOwningQPDF() != &file) {
        return unfit("content of another file");
    }
    const PageText whole = withWholeStrings(content, text);
    auto fates = removalFates(content, whole, removal);
    if (!fates) {
        return unfit("removal");
    }
    try {
        PageRewrite rewrite(file, content, whole, removal, std::move(*fates));
        if (!rewrite.run()) {
            return unfit("rewrite");
        }
        return rewrite.take();
    } catch (const std::exception &) {   // texts of qpdf's exceptions hold names from the file
        return unfit("structure");
    }
}

std::optional<Rect> movedRect(const RewrittenPage &page, const Rect &rect)
{
    std::optional<Rect> now;
    const auto take = [&](const std::vector<Rect> &from, const std::vector<Rect> &to) {
        for (std::size_t i = 0; i < from.size() && i < to.size(); ++i) {
            const Rect common = from[i].intersected(rect);
            const double least =
                0.5 * std::min(from[i].width() * from[i].height(), rect.width() * rect.height());
            if (common.width() * common.height() > least) {
                now = now ? now->united(to[i]) : to[i];
            }
        }
    };
    take(page.movedFrom, page.movedTo);
    take(page.removedAt, page.nowAt);
    return now;
}

}   // namespace expunge::pdf
