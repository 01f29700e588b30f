// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/pdfunits.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace expunge::pdf {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;
using document::HiddenKind;
using document::PlaceKind;
using document::TextUnit;

namespace {

/// Letters and digits in their plain forms, in the order of writing.
QString joined(const QString &text)
{
    QString letters;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.isLetterOrNumber() || c.isSurrogate()) {
            letters += c.toCaseFolded();
        }
    }
    return letters;
}

/// Words as the content holds them, whatever places their letters are painted at.
QStringList wordsInContent(const PageContent &content)
{
    QString text;
    const Glyph *last = nullptr;
    for (const Glyph &glyph : content.glyphs) {
        if (last != nullptr && (last->use != glyph.use || last->operation != glyph.operation)) {
            text += u' ';
        }
        text += glyph.text;
        last = &glyph;
    }
    static const QRegularExpression space(u"\\s+"_s);
    return text.split(space, Qt::SkipEmptyParts);
}

/// Builds a PdfModel step by step.
class ModelReader
{
public:
    ModelReader(PdfFile &file, const PageDrawer *other, const base::JobContext &job)
        : m_file(file)
        , m_other(other)
        , m_job(job)
        , m_interpreter(file.qpdf())
    {
    }

    Result<PdfModel> run()
    {
        const int count = static_cast<int>(m_file.pages().size());
        for (int page = 0; page < count; ++page) {
            auto content = m_interpreter.read(page, m_job);
            if (!content) {
                return tl::unexpected(content.error());
            }
            takePage(*content);
            m_job.report(page + 1, count);
        }
        takeInventory(m_file, m_inventory);
        for (const LooseText &loose : m_inventory.texts()) {
            TextUnit unit;
            unit.part = loose.part;
            unit.place = loose.place;
            unit.text = loose.text;
            add(std::move(unit), {-1, -1, loose.site},
                loose.kind ? std::optional(UnseenKind{*loose.kind}) : std::nullopt, 0);
        }
        settleHidden();
        addWarnings();
        return std::move(m_model);
    }

private:
    void takePage(const PageContent &content)
    {
        const int number = content.page + 1;
        const Rect shown = toShown(content).bounds(content.cropBox);
        m_model.pages.push_back({shown.width(), shown.height(), !content.isUnderstood()});
        m_model.pictures.push_back(content.glyphs.empty() && content.paths.empty()
                                   && content.images.size() == 1);
        m_model.fingerprints.push_back(fingerprint(content));
        m_unreadable += content.isUnderstood() ? 0 : 1;
        const PageText text = assembleText(content);
        int visible = 0;
        for (size_t i = 0; i < text.blocks.size(); ++i) {
            const TextBlock &block = text.blocks[i];
            TextUnit unit;
            unit.part = pagePart(number);
            unit.place = {{PlaceKind::Page, number, {}}, {PlaceKind::Block, ++visible, {}}};
            unit.text = block.text;
            std::optional<UnseenKind> kind;
            if (block.unseen != Unseen::Visible) {
                kind = kindOf(block.unseen, false);
                m_inventory.addUnseen(*kind, 1, number, block.text);
            }
            add(std::move(unit), {content.page, static_cast<int>(i), {}}, kind, number);
        }
        takeOtherWords(content, text);
        countPictures(content, number);
    }

    /// Words that another engine reads, or that the content holds, and that our text does not have,
    /// or not as one word. Where nobody can say
    /// which letters they are, whoever redacts one loses the page.
    void takeOtherWords(const PageContent &content, const PageText &text)
    {
        if (m_other == nullptr) {
            return;
        }
        const QString other = m_other->text(content.page);
        QString own;
        for (const TextBlock &block : text.blocks) {
            own += block.text + u'\n';
        }
        const QString letters = joined(own);
        static const QRegularExpression space(u"\\s+"_s);
        QSet<QString> known;
        for (const QString &word : own.split(space, Qt::SkipEmptyParts)) {
            known.insert(joined(word));
        }
        QStringList unknown;
        bool unseen = false;
        for (const QString &word : other.split(space, Qt::SkipEmptyParts)) {
            const QString plain = joined(word);
            if (!plain.isEmpty() && !known.contains(plain)) {
                known.insert(plain);
                unknown.append(word);
                unseen = unseen || !letters.contains(plain);
            }
        }
        for (const QString &word : wordsInContent(content)) {
            const QString plain = joined(word);
            if (plain.size() < 3 || known.contains(plain)) {
                continue;
            }
            known.insert(plain);
            QString backwards = plain;   // right-to-left words are painted from either end
            std::reverse(backwards.begin(), backwards.end());
            if (!letters.contains(plain) && !letters.contains(backwards)) {
                unknown.append(word);
                unseen = true;
            }
        }
        if (unknown.isEmpty()) {
            return;
        }
        TextUnit unit;
        unit.part = pagePart(content.page + 1);
        unit.place = {{PlaceKind::Page, content.page + 1, {}},
                      {PlaceKind::Other, 0, u"words as another program reads them"_s}};
        unit.text = unknown.join(u'\n');
        add(std::move(unit), {content.page, -1, {}}, std::nullopt, content.page + 1);
        if (unseen && !m_model.pages.back().unreadable) {
            m_model.pages.back().unreadable = true;
            ++m_unreadable;
        }
    }

    /// Pictures and drawings that do not show, and texts that stand in the content beside what it
    /// shows.
    void countPictures(const PageContent &content, int number)
    {
        for (const ImageUse &image : content.images) {
            m_inventory.addUnseen(kindOf(image.unseen, true),
                                  image.unseen == Unseen::Visible ? 0 : 1, number);
        }
        for (const PathUse &path : content.paths) {
            const bool gone = path.unseen == Unseen::HiddenLayer || path.unseen == Unseen::OffPage;
            const bool paints =
                path.paint != PathPaint::Nothing && path.paint != PathPaint::ClipOnly;
            m_inventory.addUnseen(kindOf(path.unseen, false), gone && paints ? 1 : 0, number);
        }
        for (const MarkedContent &marked : content.marked) {
            m_inventory.add(HiddenKind::AltText, marked.hasText ? 1 : 0);
        }
    }

    void add(TextUnit unit, UnitOrigin origin, std::optional<UnseenKind> kind, int page)
    {
        unit.index = static_cast<int>(m_model.units.size());
        m_model.units.push_back(std::move(unit));
        m_model.origins.push_back(std::move(origin));
        m_kinds.emplace_back(kind, page);
    }

    void settleHidden()
    {
        m_model.hidden = m_inventory.items();
        for (size_t i = 0; i < m_model.units.size(); ++i) {
            const auto &[kind, page] = m_kinds[i];
            if (kind) {
                m_model.units[i].hiddenItem = PdfInventory::idOf(m_model.hidden, *kind, page);
            }
        }
    }

    void addWarnings()
    {
        if (m_file.traces().recovered) {
            m_model.warnings.push_back(
                u"The file's table of objects is damaged; it was read as far as possible."_s);
        }
        if (m_unreadable > 0) {
            m_model.warnings.push_back(
                u"%1 page(s) cannot be read in full; where something is redacted on them, they become pictures."_s
                    .arg(m_unreadable));
        }
    }

    PdfFile &m_file;
    const PageDrawer *m_other;
    const base::JobContext &m_job;
    Interpreter m_interpreter;
    PdfModel m_model;
    PdfInventory m_inventory;
    std::vector<std::pair<std::optional<UnseenKind>, int>> m_kinds;   // of each unit, with its page
    int m_unreadable = 0;
};

}   // namespace

std::vector<BlockSpan> lettersOn(const PageText &text, const QString &value)
{
    std::vector<BlockSpan> found;
    const QString wanted = joined(value);
    for (size_t b = 0; b < text.blocks.size() && !wanted.isEmpty(); ++b) {
        QString letters;
        std::vector<int> at;   // in the block, of each letter
        const QString &block = text.blocks[b].text;
        for (qsizetype i = 0; i < block.size(); ++i) {
            const QString plain = joined(block.mid(i, 1));
            letters += plain;
            at.insert(at.end(), static_cast<size_t>(plain.size()), static_cast<int>(i));
        }
        for (qsizetype i = letters.indexOf(wanted); i >= 0; i = letters.indexOf(wanted, i + 1)) {
            found.push_back({static_cast<int>(b), at[static_cast<size_t>(i)],
                             at[static_cast<size_t>(i + wanted.size() - 1)] + 1});
        }
    }
    return found;
}

std::vector<BlockSpan> stretchesOf(const PdfModel &model, const ReadPage &page,
                                   const document::Span &span)
{
    const auto unit = static_cast<size_t>(span.unit);
    const UnitOrigin &origin = model.origins[unit];
    if (origin.block >= 0) {
        return {{origin.block, span.begin, span.end}};
    }
    return lettersOn(page.text, model.units[unit].text.mid(span.begin, span.length()));
}

document::PageInfo pageInfo(QPDFObjectHandle page)
{
    for (const char *key : {"/CropBox", "/MediaBox"}) {
        QPDFObjectHandle box = page.getKey(key);
        if (!box.isRectangle()) {
            continue;
        }
        const QPDFObjectHandle::Rectangle rect = box.getArrayAsRectangle();
        QPDFObjectHandle turn = page.getKey("/Rotate");
        const bool across = turn.isInteger() && turn.getIntValue() % 180 != 0;
        const double width = std::abs(rect.urx - rect.llx);
        const double height = std::abs(rect.ury - rect.lly);
        return {across ? height : width, across ? width : height, false};
    }
    return {612, 792, false};   // US Letter is what viewers take
}

quint64 fingerprint(const PageContent &content)
{
    constexpr double fine = 50;   // parts of a point that make a difference
    size_t seed = 0;
    const auto place = [&seed](const Rect &rect) {
        for (const double side : {rect.left, rect.bottom, rect.right, rect.top}) {
            seed = qHash(qRound64(side * fine), seed);
        }
    };
    for (const Glyph &glyph : content.glyphs) {
        if (glyph.unseen == Unseen::Visible) {
            const ShowState &state = content.states[static_cast<size_t>(glyph.state)];
            seed = qHashMulti(seed, glyph.text, state.renderMode, state.fillRgb);
            place(glyph.quad.bounds());
        }
    }
    for (const ImageUse &image : content.images) {
        if (image.unseen == Unseen::Visible) {
            place(image.bounds);
        }
    }
    for (const PathUse &path : content.paths) {
        if (path.unseen == Unseen::Visible && !path.visible.isEmpty()) {
            seed = qHashMulti(seed, static_cast<int>(path.paint), path.fillRgb);
            place(path.visible);
        }
    }
    return seed;
}

Result<PdfModel> readModel(PdfFile &file, const PageDrawer *other, const base::JobContext &job)
{
    try {
        return ModelReader(file, other, job).run();
    } catch (const std::bad_alloc &) {
        return failure(ErrorCode::ExpansionLimit, {}, u"memory"_s);
    } catch (const std::exception &) {
        return failure(ErrorCode::Damaged);
    }
}

PageReader::PageReader(std::unique_ptr<PdfFile> file)
    : m_file(std::move(file))
    , m_interpreter(m_file->qpdf())
{
}

Result<const ReadPage *> PageReader::page(int index, const base::JobContext &job)
{
    if (index < 0 || index >= static_cast<int>(m_file->pages().size())) {
        return failure(ErrorCode::Internal);
    }
    if (index == m_index) {
        return &m_page;
    }
    try {
        auto content = m_interpreter.read(index, job);
        if (!content) {
            return tl::unexpected(content.error());
        }
        m_index = -1;
        m_page.content = std::move(*content);
        m_page.text = assembleText(m_page.content);
        m_index = index;
        return &m_page;
    } catch (const std::exception &) {
        return failure(ErrorCode::Damaged);
    }
}

Matrix toShown(const PageContent &content)
{
    const Rect &box = content.cropBox;
    switch (content.rotation) {   // clockwise (7.7.3.3)
    case 90:
        return {0, 1, 1, 0, -box.bottom, -box.left};
    case 180:
        return {-1, 0, 0, 1, box.right, -box.bottom};
    case 270:
        return {0, -1, -1, 0, box.top, box.right};
    default:
        return {1, 0, 0, -1, -box.left, box.top};
    }
}

document::PageRegion regionOf(const PageContent &content, const Rect &rect)
{
    const Rect shown = toShown(content).bounds(rect);
    return {content.page + 1, shown.left, shown.bottom, shown.width(), shown.height()};
}

Rect rectOf(const PageContent &content, const document::PageRegion &region)
{
    const Rect shown{region.x, region.y, region.x + region.width, region.y + region.height};
    const auto back = toShown(content).inverted();
    return back ? back->bounds(shown) : Rect{};
}

}   // namespace expunge::pdf
