// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pdfapply.h"

#include "core/formats/pdf/pagedrawer.h"
#include "core/formats/pdf/rebuild.h"

#include <cstring>

namespace expunge::pdf {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;
using document::HiddenAction;
using document::HiddenKind;
using document::RedactionPlan;
using document::SpanRedaction;
using document::TextUnit;

namespace {

bool isBar(const QString &replacement)
{
    constexpr QChar block(0x2588);
    return !replacement.isEmpty() && replacement.count(block) == replacement.size();
}

QString replaced(const QString &text, const std::vector<const SpanRedaction *> &spans)
{
    QString result;
    qsizetype copied = 0;
    for (const SpanRedaction *redaction : spans) {
        result += QStringView(text).mid(copied, redaction->span.begin - copied);
        result += redaction->replacement;
        copied = redaction->span.end;
    }
    return result + QStringView(text).mid(copied);
}

/// One scrub of one file.
class PlanRun
{
public:
    PlanRun(std::unique_ptr<PdfFile> work, const PdfModel &model, const RedactionPlan &plan,
            const base::JobContext &job)
        : m_reader(std::move(work))
        , m_model(model)
        , m_plan(plan)
        , m_job(job)
    {
    }

    Result<document::Document::Output> run()
    {
        if (!isSound()) {
            return failure(ErrorCode::Internal, {}, u"plan"_s);
        }
        sortSpans();
        decideHidden();
        m_rebuild.pages.resize(m_model.pages.size());
        for (int page = 0; page < static_cast<int>(m_model.pages.size()); ++page) {
            if (auto done = rewrite(page); !done) {
                return tl::unexpected(done.error());
            }
        }
        m_rebuild.draw = [this](int page) { return draw(page); };
        auto rebuilt = rebuild(m_reader.file(), m_rebuild, m_job);
        if (!rebuilt) {
            return tl::unexpected(rebuilt.error());
        }
        return document::Document::Output{std::move(rebuilt->bytes), report(*rebuilt)};
    }

private:
    bool isSound() const
    {
        return std::all_of(m_plan.spans.begin(), m_plan.spans.end(),
                           [this](const SpanRedaction &redaction) {
                               return document::isSpanOf(m_model.units, redaction.span);
                           })
               && std::all_of(m_plan.regions.begin(), m_plan.regions.end(),
                              [this](const document::PageRegion &region) {
                                  return region.page >= 1
                                         && region.page <= std::ssize(m_model.pages)
                                         && region.width > 0 && region.height > 0;
                              });
    }

    bool stays(const QString &hiddenItem) const
    {
        const auto action = m_plan.hidden.find(hiddenItem);
        return action != m_plan.hidden.end() && action->second != HiddenAction::Remove;
    }

    /// Spans by page, and the new words of texts that stand on none.
    void sortSpans()
    {
        std::map<int, std::vector<const SpanRedaction *>> loose;
        for (const SpanRedaction &redaction : m_plan.spans) {
            const TextUnit &unit = m_model.units[static_cast<size_t>(redaction.span.unit)];
            const UnitOrigin &origin = m_model.origins[static_cast<size_t>(redaction.span.unit)];
            m_rebuild.sweep.add(unit.text.mid(redaction.span.begin, redaction.span.length()));
            if (!unit.hiddenItem.isEmpty() && !stays(unit.hiddenItem)) {
                continue;
            }
            if (origin.page >= 0) {
                m_spans[origin.page].push_back(&redaction);
            } else {
                loose[redaction.span.unit].push_back(&redaction);
            }
        }
        for (const auto &[unit, spans] : loose) {
            const QByteArray &site = m_model.origins[static_cast<size_t>(unit)].site;
            if (!site.isEmpty()) {
                m_rebuild.texts[site] =
                    replaced(m_model.units[static_cast<size_t>(unit)].text, spans);
            }
        }
    }

    void decideHidden()
    {
        for (const document::HiddenItem &item : m_model.hidden) {
            const bool kept = item.canKeep && stays(item.id);
            if (kept) {
                m_rebuild.kept.insert(item.kind);
                m_rebuild.hiddenLayersGo =
                    m_rebuild.hiddenLayersGo && item.kind != HiddenKind::HiddenLayers;
            } else if (isPageKind(item.kind)) {
                m_unseenGoes[item.part].insert({item.kind, item.byDefault});
            }
        }
    }

    bool goes(const QString &part, Unseen unseen, bool isPicture) const
    {
        const auto kinds = m_unseenGoes.find(part);
        return unseen != Unseen::Visible && kinds != m_unseenGoes.end()
               && kinds->second.contains(kindOf(unseen, isPicture));
    }

    Result<> rewrite(int number)
    {
        const QString part = pagePart(number + 1);
        const bool region = std::any_of(m_plan.regions.begin(), m_plan.regions.end(),
                                        [&](const auto &one) { return one.page == number + 1; });
        if (!m_spans.contains(number) && !m_unseenGoes.contains(part) && !region) {
            return {};
        }
        const auto read = m_reader.page(number, m_job);
        if (!read) {
            return tl::unexpected(read.error());
        }
        const ReadPage &page = **read;
        PageRemoval removal;
        for (const SpanRedaction *redaction : m_spans[number]) {
            const std::vector<BlockSpan> stretches = stretchesOf(m_model, page, redaction->span);
            if (stretches.empty()) {   // which letters these are is not known, so all go
                removal.regions.push_back(page.content.mediaBox.united(page.content.cropBox));
                m_wholePages.push_back(number);
            }
            for (const BlockSpan &stretch : stretches) {
                GlyphRedaction one;
                one.glyphs = page.text.glyphs(stretch.block, stretch.begin, stretch.end);
                one.replacement = redaction->replacement;
                one.bar = isBar(redaction->replacement);
                if (!one.glyphs.empty()) {
                    removal.redactions.push_back(std::move(one));
                }
            }
        }
        dropUnseen(page.content, part, removal);
        for (const document::PageRegion &one : m_plan.regions) {
            if (one.page == number + 1) {
                removal.regions.push_back(rectOf(page.content, one));
            }
        }
        if (removal.isEmpty()) {
            return {};
        }
        auto rewritten = rewritePage(m_reader.file().qpdf(), page.content, page.text, removal);
        if (!rewritten) {
            return tl::unexpected(rewritten.error());
        }
        PageOutcome &outcome = m_rebuild.pages[static_cast<size_t>(number)];
        outcome.drawn = !page.content.isUnderstood();
        m_rebuild.lostFonts.insert(rewritten->fonts.begin(), rewritten->fonts.end());
        m_shared += rewritten->sharedForms;
        outcome.page = std::move(*rewritten);
        return {};
    }

    void dropUnseen(const PageContent &content, const QString &part, PageRemoval &removal) const
    {
        for (size_t i = 0; i < content.glyphs.size(); ++i) {
            if (goes(part, content.glyphs[i].unseen, false)) {
                removal.dropped.push_back(static_cast<int>(i));
            }
        }
        for (size_t i = 0; i < content.images.size(); ++i) {
            if (goes(part, content.images[i].unseen, true)) {
                removal.droppedImages.push_back(static_cast<int>(i));
            }
        }
        for (size_t i = 0; i < content.paths.size(); ++i) {
            const Unseen unseen = content.paths[i].unseen;
            const bool away = unseen == Unseen::HiddenLayer || unseen == Unseen::OffPage;
            if (away && goes(part, unseen, false)
                && content.paths[i].paint != PathPaint::ClipOnly) {
                removal.droppedPaths.push_back(static_cast<int>(i));
            }
        }
    }

    /// The page as it looks after its removals.
    Result<PagePicture> draw(int page)
    {
        if (m_drawer == nullptr) {
            auto drawer = PageDrawer::open(writtenAsItIs(m_reader.file().qpdf()), {});
            if (!drawer) {
                return tl::unexpected(drawer.error());
            }
            m_drawer = std::move(*drawer);
        }
        const auto image = m_drawer->draw(page, picturePixels / 72.0);
        if (!image) {
            return tl::unexpected(image.error());
        }
        PagePicture picture{image->width, image->height, {}};
        const auto pixels = static_cast<qsizetype>(image->width) * image->height;
        picture.rgb.resize(pixels * 3);
        for (qsizetype i = 0; i < pixels; ++i) {   // 0xffRRGGBB
            quint32 colour = 0;
            std::memcpy(&colour, image->bytes.constData() + i * 4, sizeof colour);
            picture.rgb[i * 3] = static_cast<char>((colour >> 16) & 0xff);
            picture.rgb[i * 3 + 1] = static_cast<char>((colour >> 8) & 0xff);
            picture.rgb[i * 3 + 2] = static_cast<char>(colour & 0xff);
        }
        return picture;
    }

    document::Applied report(const Rebuilt &rebuilt) const
    {
        document::Applied applied;
        for (const SpanRedaction &redaction : m_plan.spans) {
            const TextUnit &unit = m_model.units[static_cast<size_t>(redaction.span.unit)];
            if (unit.hiddenItem.isEmpty() || stays(unit.hiddenItem)) {
                applied.spans.push_back(
                    {redaction.id, unit.part, document::placeLabel(unit.place), 1});
            }
        }
        for (const auto &[kind, count] : document::removedCounts(m_model.hidden, m_plan)) {
            applied.hidden.push_back({kind, count});
            if (kind == HiddenKind::Signatures) {
                applied.warnings.push_back(
                    u"Digital signatures were removed: they no longer fit the file."_s);
            }
        }
        for (const int page : rebuilt.drawn) {
            applied.warnings.push_back(
                u"Page %1 could not be read in full and became a picture."_s.arg(page + 1));
        }
        for (const int page : m_wholePages) {
            applied.warnings.push_back(
                u"What was redacted on page %1 cannot be told from the rest of it, so all of the page went."_s
                    .arg(page + 1));
        }
        if (m_shared > 0) {
            applied.warnings.push_back(
                u"%1 drawing(s) that were changed on a page are shown elsewhere as they were."_s
                    .arg(m_shared));
        }
        return applied;
    }

    PageReader m_reader;
    const PdfModel &m_model;
    const RedactionPlan &m_plan;
    const base::JobContext &m_job;
    RebuildPlan m_rebuild;
    std::map<int, std::vector<const SpanRedaction *>> m_spans;   // by page
    std::map<QString, std::set<UnseenKind>> m_unseenGoes;        // by part
    std::unique_ptr<PageDrawer> m_drawer;
    std::vector<int> m_wholePages;
    int m_shared = 0;
};

}   // namespace

Result<document::Document::Output> applyPlan(std::unique_ptr<PdfFile> work, const PdfModel &model,
                                             const RedactionPlan &plan, const base::JobContext &job)
{
    try {
        return PlanRun(std::move(work), model, plan, job).run();
    } catch (const std::bad_alloc &) {
        return failure(ErrorCode::ExpansionLimit, {}, u"memory"_s);
    } catch (const std::exception &) {
        return failure(ErrorCode::Internal);
    }
}

}   // namespace expunge::pdf
