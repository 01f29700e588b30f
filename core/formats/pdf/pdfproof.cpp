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
/// A page that became a picture is resampled when it is drawn; more than this is another page.
constexpr double pictureFault = 12;

/// A rectangle that may be turned: along the axes of `toLocal`'s target.
struct Area
{
    Rect rect;
    std::optional<Matrix> toLocal;   // none: along the page's edges

    bool contains(const Point &point) const
    {
        return rect.contains(toLocal ? toLocal->map(point) : point);
    }
};

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

    const std::vector<Area> &areas() const { return m_areas; }

private:
    void add(const Rect &rect, double margin)
    {
        m_areas.push_back({m_toShown.bounds(rect).grown(margin), std::nullopt});
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
            const std::vector<BlockSpan> stretches = stretchesOf(m_model, m_page, redaction.span);
            if (stretches.empty()) {   // the whole page went
                add(m_page.content.cropBox, 1);
            }
            std::set<int> segments;
            std::vector<int> glyphs;
            for (const BlockSpan &stretch : stretches) {
                const auto some = m_page.text.glyphs(stretch.block, stretch.begin, stretch.end);
                glyphs.insert(glyphs.end(), some.begin(), some.end());
            }
            for (const int glyph : glyphs) {
                const Glyph &one = m_page.content.glyphs[static_cast<size_t>(glyph)];
                const Rect box = one.quad.bounds();
                // ink of odd fonts reaches far beyond the boxes of their letters
                add(isRepeated(one.use) ? m_page.content.cropBox : box,
                    std::max(1.0, 1.2 * std::min(box.width(), box.height())));
                noteFont(one);
                segments.insert(segmentOf[static_cast<size_t>(glyph)]);
            }
            for (const int segment : segments) {
                if (segment >= 0) {
                    addLine(m_page.text.segments[static_cast<size_t>(segment)]);
                }
            }
        }
        addSubstitutes();
        addPictures();
    }

    void noteFont(const Glyph &glyph)
    {
        const auto &font = m_page.content.states[static_cast<size_t>(glyph.state)].font;
        if (font && !font->isEmbedded()) {
            m_substitutes = true;
        }
    }

    /// Viewers fit the fonts that they put in for missing ones to the widths that are left:
    /// letters come out a little wider or narrower.
    void addSubstitutes()
    {
        if (!m_substitutes) {
            return;
        }
        for (const Glyph &glyph : m_page.content.glyphs) {
            const auto &font = m_page.content.states[static_cast<size_t>(glyph.state)].font;
            if (font && !font->isEmbedded()) {
                add(glyph.quad.bounds(), 2);
            }
        }
    }

    /// The line from one end of the page to the other, as high as rules and highlights reach.
    void addLine(const TextSegment &segment)
    {
        constexpr double beyond =
            1.4;   // letters may hang from their line instead of standing on it
        const double reach =
            beyond * std::max({2.0, std::abs(segment.ascent), std::abs(segment.descent)});
        const Rect sheet = m_toShown.bounds(m_page.content.cropBox);
        const double far = 2 * (sheet.width() + sheet.height());
        const Rect band{-far, -reach, far, reach};
        const auto local = segment.toPage.then(m_toShown).inverted();
        if (local) {
            m_areas.push_back({band, local});
        }
    }

    /// What stands in a pattern or mask shows wherever that is used.
    bool isRepeated(int use) const
    {
        for (int at = use; at >= 0; at = m_page.content.uses[static_cast<size_t>(at)].caller) {
            const UseKind kind = m_page.content.uses[static_cast<size_t>(at)].kind;
            if (kind == UseKind::Pattern || kind == UseKind::SoftMask) {
                return true;
            }
        }
        return false;
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
        const size_t before = m_areas.size();
        for (const ImageUse &image : m_page.content.images) {
            const Rect shown = m_toShown.bounds(image.bounds);
            for (size_t i = 0; i < before; ++i) {
                if (!m_areas[i].toLocal && m_areas[i].rect.overlaps(shown)) {
                    m_areas.push_back({shown.grown(1), std::nullopt});
                    break;
                }
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

    bool isNearLine(const Rect &shown) const
    {
        return std::any_of(m_areas.begin(), m_areas.end(), [&](const Area &area) {
            return area.rect.overlaps(area.toLocal ? area.toLocal->bounds(shown) : shown);
        });
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
        static const std::set<std::string> marks{"/Highlight", "/Underline", "/Squiggly",
                                                 "/StrikeOut", "/Caret"};
        const Rect shown = m_toShown.bounds(rect);
        if (marks.contains(subtype) && isNearLine(shown)) {   // it marks what is laid out anew
            add(rect, 2);
        }
        const bool drawn = annotation.getKey("/AP").isDictionary();
        if (!stays.contains(subtype) || !drawn) {
            // an icon may stand beside the rectangle, and does on a turned page
            constexpr double icon = 24;
            add(rect, icon + std::max(rect.width(), rect.height()));
        }
    }

    const PdfModel &m_model;
    const RedactionPlan &m_plan;
    const ReadPage &m_page;
    Matrix m_toShown;
    std::vector<Area> m_areas;
    bool m_substitutes = false;   // a font that is not in the file loses a letter
};

/// Whether a pixel, or one beside it, is in an area.
bool isOpen(const std::vector<Area> &areas, int x, int y)
{
    for (const int right : {-1, 0, 1}) {
        for (const int down : {-1, 0, 1}) {
            const Point point{(x + right + 0.5) / scale, (y + down + 0.5) / scale};
            if (std::any_of(areas.begin(), areas.end(),
                            [&](const Area &area) { return area.contains(point); })) {
                return true;
            }
        }
    }
    return false;
}

/// How far two pictures of a page differ outside of `areas`: differences of colours a pixel; a page
/// of another size differs in all.
double fault(const document::PageImage &one, const document::PageImage &other,
             const std::vector<Area> &areas)
{
    constexpr double all = 255;
    if (one.width != other.width || one.height != other.height
        || one.bytes.size() != other.bytes.size() || one.bytes.isEmpty()) {
        return all;
    }
    const auto rowSize = static_cast<qsizetype>(one.width) * 4;
    qint64 sum = 0;
    for (int y = 0; y < one.height; ++y) {
        const char *left = one.bytes.constData() + y * rowSize;
        const char *right = other.bytes.constData() + y * rowSize;
        if (std::equal(left, left + rowSize, right)) {
            continue;
        }
        for (int x = 0; x < one.width; ++x) {
            if (std::equal(left + x * 4, left + x * 4 + 4, right + x * 4) || isOpen(areas, x, y)) {
                continue;
            }
            for (int channel = 0; channel < 4; ++channel) {
                sum += std::abs(static_cast<quint8>(left[x * 4 + channel])
                                - static_cast<quint8>(right[x * 4 + channel]));
            }
        }
    }
    return static_cast<double>(sum) / (static_cast<double>(one.width) * one.height);
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
        const double most = output.model->pictures[at] ? pictureFault : 0;
        if (!before || !after || fault(*before, *after, areas.areas()) > most) {
            changed.push_back(page + 1);
        }
        if (job.cancelled()) {
            return failure(ErrorCode::Cancelled);
        }
    }
    return changed;
}

}   // namespace expunge::pdf
