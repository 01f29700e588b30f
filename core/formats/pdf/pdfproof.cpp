// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pdfproof.h"

#include "core/formats/pdf/pdfwalks.h"

#include <cmath>

namespace expunge::pdf {

using base::ErrorCode;
using base::failure;
using base::Result;
using document::RedactionPlan;

namespace {

constexpr double scale = 150.0 / 72.0;   // pixels a point

/// Where on a page a plan may change what is seen, in points from the top left of the page.
class OpenAreas
{
public:
    OpenAreas(const PdfModel &model, const RedactionPlan &plan, const ReadPage &page,
              QPDFObjectHandle object)
        : m_model(model)
        , m_plan(plan)
        , m_page(page)
        , m_toShown(toShown(page.content))
    {
        addSpans();
        addRegions();
        addUnseen();
        QPDFObjectHandle annotations = object.getKey("/Annots");
        for (QPDFObjectHandle annotation : annotations.isArray()
                                               ? annotations.getArrayAsVector()
                                               : std::vector<QPDFObjectHandle>()) {
            if (annotation.isDictionary()) {
                addAnnotation(annotation);
            }
        }
    }

    const std::vector<Rect> &rects() const { return m_rects; }

private:
    void add(const Rect &rect, double margin)
    {
        m_rects.push_back(m_toShown.bounds(rect).grown(margin));
    }

    bool goes(const QString &hiddenItem) const
    {
        const auto action = m_plan.hidden.find(hiddenItem);
        return action == m_plan.hidden.end() || action->second == document::HiddenAction::Remove;
    }

    /// The whole of each line that loses something: it is laid out anew.
    void addSpans()
    {
        std::vector<int> segmentOf(m_page.content.glyphs.size(), -1);
        for (size_t i = 0; i < m_page.text.segments.size(); ++i) {
            for (const int glyph : m_page.text.segments[i].glyphs) {
                segmentOf[static_cast<size_t>(glyph)] = static_cast<int>(i);
            }
        }
        for (const document::SpanRedaction &redaction : m_plan.spans) {
            const UnitOrigin &origin = m_model.origins[static_cast<size_t>(redaction.span.unit)];
            if (origin.page != m_page.content.page) {
                continue;
            }
            std::set<int> segments;
            for (const int glyph :
                 m_page.text.glyphs(origin.block, redaction.span.begin, redaction.span.end)) {
                add(m_page.content.glyphs[static_cast<size_t>(glyph)].quad.bounds(), 1);
                segments.insert(segmentOf[static_cast<size_t>(glyph)]);
            }
            for (const int segment : segments) {
                if (segment >= 0) {
                    addLine(m_page.text.segments[static_cast<size_t>(segment)]);
                }
            }
        }
        addPictures();
    }

    void addLine(const TextSegment &segment)
    {
        Rect box;
        for (const int glyph : segment.glyphs) {
            const Rect one = m_page.content.glyphs[static_cast<size_t>(glyph)].quad.bounds();
            box = box.isEmpty() ? one : box.united(one);
        }
        Rect shown = m_toShown.bounds(box);
        const bool upright = shown.width() >= shown.height();
        // rules and highlights reach a little above and below the letters
        constexpr double beyond = 0.4;
        const double margin = beyond * std::max(2.0, upright ? shown.height() : shown.width());
        const Rect sheet = m_toShown.bounds(m_page.content.cropBox);
        if (upright) {
            shown = {sheet.left, shown.bottom - margin, sheet.right, shown.top + margin};
        } else {
            shown = {shown.left - margin, sheet.bottom, shown.right + margin, sheet.top};
        }
        m_rects.push_back(shown);
    }

    void addRegions()
    {
        for (const document::PageRegion &region : m_plan.regions) {
            if (region.page == m_page.content.page + 1) {
                add(rectOf(m_page.content, region), 3);
            }
        }
        addPictures();
    }

    /// Pictures of which a part goes are coded anew.
    void addPictures()
    {
        const size_t before = m_rects.size();
        for (const ImageUse &image : m_page.content.images) {
            const Rect shown = m_toShown.bounds(image.bounds);
            const bool touched =
                std::any_of(m_rects.begin(), m_rects.begin() + static_cast<std::ptrdiff_t>(before),
                            [&](const Rect &rect) { return rect.overlaps(shown); });
            if (touched) {
                m_rects.push_back(shown.grown(1));
            }
        }
    }

    /// Tiny text leaves specks, and pictures that something covers may peep out.
    void addUnseen()
    {
        for (const Glyph &glyph : m_page.content.glyphs) {
            if (glyph.unseen == Unseen::Tiny || glyph.unseen == Unseen::SameColour) {
                add(glyph.quad.bounds(), 1);
            }
        }
    }

    void addAnnotation(QPDFObjectHandle annotation)
    {
        QPDFObjectHandle sides = annotation.getKey("/Rect");
        if (!sides.isRectangle()) {
            return;
        }
        const QPDFObjectHandle::Rectangle box = sides.getArrayAsRectangle();
        const Rect rect{box.llx, box.lly, box.urx, box.ury};
        const std::string subtype =
            annotation.getKey("/Subtype").isName() ? annotation.getKey("/Subtype").getName() : "";
        if (subtype == "/Link") {   // its frame goes with it, what it frames stays
            const double width = 2;
            add({rect.left, rect.bottom, rect.left, rect.top}, width);
            add({rect.right, rect.bottom, rect.right, rect.top}, width);
            add({rect.left, rect.bottom, rect.right, rect.bottom}, width);
            add({rect.left, rect.top, rect.right, rect.top}, width);
            return;
        }
        static const std::set<std::string> stays{
            "/Widget",   "/Line",      "/Square",    "/Circle",   "/Polygon",
            "/PolyLine", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut",
            "/Caret",    "/Ink",       "/Stamp",     "/FreeText", "/Watermark"};
        const bool drawn = annotation.getKey("/AP").isDictionary();
        if (!stays.contains(subtype) || !drawn) {
            constexpr double icon = 24;   // which may stand beside the rectangle
            add(rect, icon);
        }
    }

    const PdfModel &m_model;
    const RedactionPlan &m_plan;
    const ReadPage &m_page;
    Matrix m_toShown;
    std::vector<Rect> m_rects;
};

bool isOpen(const std::vector<Rect> &areas, int x, int y)
{
    const Point point{(x + 0.5) / scale, (y + 0.5) / scale};
    return std::any_of(areas.begin(), areas.end(),
                       [&](const Rect &area) { return area.grown(1.5 / scale).contains(point); });
}

/// Whether two pictures of a page are alike outside of `areas`.
bool areAlike(const document::PageImage &one, const document::PageImage &other,
              const std::vector<Rect> &areas)
{
    if (one.width != other.width || one.height != other.height
        || one.bytes.size() != other.bytes.size()) {
        return false;
    }
    const auto rowSize = static_cast<qsizetype>(one.width) * 4;
    for (int y = 0; y < one.height; ++y) {
        const QByteArrayView left = QByteArrayView(one.bytes).sliced(y * rowSize, rowSize);
        const QByteArrayView right = QByteArrayView(other.bytes).sliced(y * rowSize, rowSize);
        if (left == right) {
            continue;
        }
        for (int x = 0; x < one.width; ++x) {
            if (left.sliced(x * 4, 4) != right.sliced(x * 4, 4) && !isOpen(areas, x, y)) {
                return false;
            }
        }
    }
    return true;
}

}   // namespace

Result<std::vector<int>> changedPages(const ComparedFile &original, const ComparedFile &output,
                                      const RedactionPlan &plan, const base::JobContext &job)
{
    std::vector<int> changed;
    const auto count = static_cast<int>(original.model->pages.size());
    if (count != static_cast<int>(output.model->pages.size())) {
        changed.push_back(std::min(count, static_cast<int>(output.model->pages.size())) + 1);
        return changed;
    }
    for (int page = 0; page < count; ++page) {
        const auto at = static_cast<size_t>(page);
        const bool same = original.model->fingerprints[at] == output.model->fingerprints[at];
        if (same || original.model->pages[at].unreadable) {
            continue;   // what could not be read is a picture now, drawn by the same engine
        }
        const auto read = original.reader->page(page, job);
        if (!read) {
            return tl::unexpected(read.error());
        }
        const OpenAreas areas(*original.model, plan, **read, original.reader->file().pages()[at]);
        const auto before = original.drawer->draw(page, scale);
        const auto after = output.drawer->draw(page, scale);
        if (!before || !after || !areAlike(*before, *after, areas.rects())) {
            changed.push_back(page + 1);
        }
        if (job.cancelled()) {
            return failure(ErrorCode::Cancelled);
        }
    }
    return changed;
}

}   // namespace expunge::pdf
