// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/cuttruetype.h"

#include <algorithm>
#include <bit>
#include <map>

namespace expunge::pdf {
namespace {

constexpr int MaxDepth = 8;
constexpr int MaxGlyphs = 65000;
constexpr int MaxParts = 4096;   // of one composed glyph, counted through all levels

/// The outline of one glyph (OpenType, "glyf").
struct Outline
{
    QByteArray bytes;                                    // without padding; empty: draws nothing
    std::vector<std::pair<qsizetype, int>> components;   // where its number stands, and the number
    int points = 0;
    int contours = 0;
    int instructions = 0;
};

/// What a glyph amounts to with all that it is composed of.
struct Size
{
    int points = 0;
    int contours = 0;
    int parts = 0;
};

struct Box
{
    int left = 0x7FFF;
    int bottom = 0x7FFF;
    int right = -0x8000;
    int top = -0x8000;

    void add(const FontBytes &outline)
    {
        left = std::min(left, outline.i16(2));
        bottom = std::min(bottom, outline.i16(4));
        right = std::max(right, outline.i16(6));
        top = std::max(top, outline.i16(8));
    }
    bool isEmpty() const { return right < left; }

    friend bool operator==(const Box &, const Box &) = default;
};

// End of the flags and coordinates; -1 when they are cut off.
qsizetype endOfPoints(const FontBytes &data, qsizetype at, int points)
{
    qsizetype coordinates = 0;
    for (int left = points; left > 0;) {
        if (!data.has(at, 1)) {
            return -1;
        }
        const int flags = data.u8(at++);
        const int repeats = (flags & 0x08) != 0 ? 1 + data.u8(at++) : 1;
        const int x = (flags & 0x02) != 0 ? 1 : (flags & 0x10) != 0 ? 0 : 2;
        const int y = (flags & 0x04) != 0 ? 1 : (flags & 0x20) != 0 ? 0 : 2;
        coordinates += qsizetype(std::min(repeats, left)) * (x + y);
        left -= repeats;
    }
    return data.has(at, coordinates) ? at + coordinates : -1;
}

Outline readSimple(const FontBytes &data)
{
    Outline outline;
    outline.contours = data.i16(0);
    const qsizetype ends = 10;
    const qsizetype instructions = ends + 2 * qsizetype(outline.contours);
    outline.points = data.u16(instructions - 2) + 1;
    outline.instructions = data.u16(instructions);
    const qsizetype end =
        data.has(instructions, 2)
            ? endOfPoints(data, instructions + 2 + outline.instructions, outline.points)
            : -1;
    if (end < 0) {
        return {};   // viewers draw nothing either
    }
    outline.bytes = data.slice(0, end).toByteArray();
    return outline;
}

Outline readComposite(const FontBytes &data)
{
    enum : int { Words = 1, Scale = 8, More = 0x20, TwoScales = 0x40, Matrix = 0x80, Code = 0x100 };
    Outline outline;
    qsizetype at = 10;
    int flags = More;
    while ((flags & More) != 0) {
        if (!data.has(at, 4)) {
            return {};
        }
        flags = data.u16(at);
        outline.components.emplace_back(at + 2, data.u16(at + 2));
        at += 4 + ((flags & Words) != 0 ? 4 : 2);
        at += (flags & Scale) != 0       ? 2
              : (flags & TwoScales) != 0 ? 4
              : (flags & Matrix) != 0    ? 8
                                         : 0;
    }
    if ((flags & Code) != 0) {
        outline.instructions = data.u16(at);
        at += 2 + outline.instructions;
    }
    if (!data.has(0, at)) {
        return {};
    }
    outline.bytes = data.slice(0, at).toByteArray();
    return outline;
}

/// Takes glyphs out of one program and counts what they need.
class Cutter
{
public:
    Cutter(const SfntProgram &program, const TrueTypeCut &cut)
        : m_program(program)
        , m_cut(cut)
    {
    }

    std::optional<QByteArray> run();

private:
    FontBytes glyphData(int glyph) const;
    Outline outline(int glyph) const;
    void choose();
    int numberOf(int component);
    void measure(const Outline &outline, int depth, Size *size);
    Box headBox() const;
    void addMetrics(int old);
    void addOutline(const Outline &glyph);
    bool needsLongOffsets() const { return m_glyf.size() > 0x1FFFE; }
    QByteArray head() const;
    QByteArray loca() const;
    QByteArray hhea() const;
    QByteArray maxp() const;
    QByteArray cmap() const;

    const SfntProgram &m_program;
    const TrueTypeCut &m_cut;
    std::vector<int> m_old;        // by new number
    std::map<int, int> m_number;   // old to new, the first
    std::vector<Outline> m_outlines;
    Box m_box;   // of the glyphs that stay
    QByteArray m_glyf;
    std::vector<qsizetype> m_offsets;
    QByteArray m_metrics;
    int m_widest = 0;
    Size m_largest;
    Size m_largestComposite;
    int m_maxInstructions = 0;
    int m_maxComponents = 0;
    int m_maxDepth = 0;
};

FontBytes Cutter::glyphData(int glyph) const
{
    const FontBytes loca = m_program.table("loca");
    const bool longOffsets = m_program.table("head").i16(50) != 0;
    const qsizetype at = qsizetype(glyph) * (longOffsets ? 4 : 2);
    if (glyph < 0 || glyph >= m_program.glyphCount() || !loca.has(at, longOffsets ? 8 : 4)) {
        return {};
    }
    const FontBytes glyf = m_program.table("glyf");
    const qsizetype begin = longOffsets ? loca.u32(at) : 2 * qsizetype(loca.u16(at));
    const qsizetype end = longOffsets ? loca.u32(at + 4) : 2 * qsizetype(loca.u16(at + 2));
    if (begin == end || begin > glyf.size()) {
        return {};
    }
    // Places that are out of order or too large mean the end of the table, as viewers take them.
    const qsizetype last = end < begin || end > glyf.size() ? glyf.size() : end;
    return FontBytes(glyf.slice(begin, last - begin));
}

Outline Cutter::outline(int glyph) const
{
    const FontBytes data = glyphData(glyph);
    if (data.size() < 12 || data.i16(0) == 0) {
        return {};
    }
    return data.i16(0) > 0 ? readSimple(data) : readComposite(data);
}

// Appends a component that has no number yet.
int Cutter::numberOf(int component)
{
    const auto [entry, isNew] = m_number.try_emplace(component, int(m_old.size()));
    if (isNew) {
        m_old.push_back(component);
    }
    return entry->second;
}

void Cutter::choose()
{
    m_old.push_back(-1);   // codes that show glyph 0 have a copy of it
    for (const int glyph : m_cut.glyphs) {
        if (glyph >= 0) {
            m_number.try_emplace(glyph, int(m_old.size()));
        }
        m_old.push_back(glyph);
    }
    for (std::size_t index = 0; index < m_old.size() && m_old.size() < MaxGlyphs; ++index) {
        Outline found = outline(m_old[index]);
        for (const auto &[at, component] : found.components) {
            const int number = numberOf(component);
            qToBigEndian<quint16>(quint16(number), found.bytes.data() + at);
        }
        m_outlines.push_back(std::move(found));
    }
}

void Cutter::measure(const Outline &outline, int depth, Size *size)
{
    m_maxDepth = std::max(m_maxDepth, depth);
    size->points += outline.points;
    size->contours += outline.contours;
    if (depth >= MaxDepth || ++size->parts > MaxParts) {
        return;
    }
    for (const auto &[at, component] : outline.components) {
        measure(m_outlines[std::size_t(m_number.at(component))], depth + 1, size);
    }
}

// Viewers place glyphs by the box of the whole font, so it stays. A box that is just that of the
// embedded glyphs was made from them, and would tell of those that went.
Box Cutter::headBox() const
{
    const FontBytes head = m_program.table("head");
    const Box written{head.i16(36), head.i16(38), head.i16(40), head.i16(42)};
    Box all;
    for (int glyph = 0; glyph < m_program.glyphCount(); ++glyph) {
        const FontBytes data = glyphData(glyph);
        if (data.size() >= 12) {
            all.add(data);
        }
    }
    if (m_cut.isSubset && written == all) {
        return m_box.isEmpty() ? Box{0, 0, 0, 0} : m_box;
    }
    return written;
}

QByteArray Cutter::head() const
{
    const FontBytes old = m_program.table("head");
    const Box box = headBox();
    QByteArray table;
    append32(table, 0x00010000);
    append32(table, 0x00010000);   // the font's revision is nobody's business
    append32(table, 0);
    append32(table, 0x5F0F3CF5);
    append16(table, old.u16(16) & 0x001F);   // baseline, side bearing, instructions' dependence
    append16(table, old.u16(18));
    table.append(16, '\0');   // no dates
    for (const int edge : {box.left, box.bottom, box.right, box.top}) {
        append16(table, edge);
    }
    append16(table, old.u16(44) & 0x007F);
    append16(table, old.u16(46));
    append16(table, 2);
    append16(table, needsLongOffsets() ? 1 : 0);
    append16(table, 0);
    return table;
}

QByteArray Cutter::hhea() const
{
    const FontBytes old = m_program.table("hhea");
    QByteArray table;
    append32(table, 0x00010000);
    append16(table, old.u16(4));
    append16(table, old.u16(6));
    append16(table, old.u16(8));
    append16(table, m_widest);
    append16(table, m_box.isEmpty() ? 0 : m_box.left);
    append16(table, 0);
    append16(table, m_box.isEmpty() ? 0 : m_box.right);
    append16(table, 1);
    table.append(14, '\0');
    append16(table, int(m_old.size()));
    return table;
}

QByteArray Cutter::maxp() const
{
    const FontBytes old = m_program.table("maxp");
    QByteArray table;
    append32(table, 0x00010000);
    for (const int value : {int(m_old.size()), m_largest.points, m_largest.contours,
                            m_largestComposite.points, m_largestComposite.contours}) {
        append16(table, value);
    }
    // Zones, twilight points, storage, functions, instruction definitions, stack: the programs'.
    for (qsizetype at = 14; at < 26; at += 2) {
        append16(table, old.u16(at));
    }
    append16(table, m_maxInstructions);
    append16(table, m_maxComponents);
    append16(table, m_maxDepth);
    return table;
}

// A symbol map (3, 0), format 4, one segment a code (ISO 32000-1, 9.6.6.4).
QByteArray Cutter::cmap() const
{
    std::vector<std::pair<int, int>> codes = m_cut.codes;
    std::sort(codes.begin(), codes.end());
    const int segments = int(codes.size()) + 1;
    const int power = int(std::bit_floor(unsigned(segments)));
    QByteArray ends;
    QByteArray starts;
    QByteArray deltas;
    for (const auto &[code, glyph] : codes) {
        append16(ends, 0xF000 + code);
        append16(starts, 0xF000 + code);
        append16(deltas, glyph - (0xF000 + code));
    }
    append16(ends, 0xFFFF);
    append16(starts, 0xFFFF);
    append16(deltas, 1);
    QByteArray table;
    append16(table, 0);
    append16(table, 1);
    append16(table, 3);
    append16(table, 0);
    append32(table, 12);
    append16(table, 4);
    append16(table, 16 + 8 * segments);
    append16(table, 0);
    append16(table, segments * 2);
    append16(table, power * 2);
    append16(table, int(std::bit_width(unsigned(segments))) - 1);
    append16(table, (segments - power) * 2);
    return table + ends + QByteArray(2, '\0') + starts + deltas + QByteArray(2 * segments, '\0');
}

void Cutter::addMetrics(int old)
{
    const FontBytes hmtx = m_program.table("hmtx");
    const int metrics = std::max(m_program.table("hhea").u16(34), 1);
    const int advance = old < 0 ? 0 : hmtx.u16(4 * qsizetype(std::min(old, metrics - 1)));
    const qsizetype bearing =
        old < metrics ? 4 * qsizetype(old) + 2 : 4 * qsizetype(metrics) + 2 * (old - metrics);
    append16(m_metrics, advance);
    append16(m_metrics, old < 0 ? 0 : hmtx.u16(bearing));
    m_widest = std::max(m_widest, advance);
}

void Cutter::addOutline(const Outline &glyph)
{
    m_offsets.push_back(m_glyf.size());
    m_glyf += glyph.bytes;
    m_glyf.append((4 - m_glyf.size() % 4) % 4, '\0');
    if (glyph.bytes.isEmpty()) {
        return;
    }
    m_box.add(FontBytes(glyph.bytes));
    Size size;
    measure(glyph, 0, &size);
    Size &largest = glyph.components.empty() ? m_largest : m_largestComposite;
    largest.points = std::max(largest.points, size.points);
    largest.contours = std::max(largest.contours, size.contours);
    m_maxInstructions = std::max(m_maxInstructions, glyph.instructions);
    m_maxComponents = std::max(m_maxComponents, int(glyph.components.size()));
}

QByteArray Cutter::loca() const
{
    QByteArray table;
    for (const qsizetype offset : m_offsets) {
        if (needsLongOffsets()) {
            append32(table, quint32(offset));
        } else {
            append16(table, int(offset / 2));
        }
    }
    return table;
}

std::optional<QByteArray> Cutter::run()
{
    if (!m_program.hasOutlines() || m_cut.glyphs.size() >= MaxGlyphs) {
        return std::nullopt;
    }
    choose();
    if (m_outlines.size() != m_old.size()) {
        return std::nullopt;
    }
    for (std::size_t index = 0; index < m_old.size(); ++index) {
        addOutline(m_outlines[index]);
        addMetrics(m_old[index]);
    }
    m_offsets.push_back(m_glyf.size());
    if (m_glyf.isEmpty()) {
        m_glyf.append(4, '\0');   // viewers refuse an empty table
    }

    std::vector<std::pair<QByteArray, QByteArray>> tables;
    if (!m_cut.codes.empty()) {
        tables.emplace_back("cmap", cmap());
    }
    const auto keepWhole = [&](const char *tag) {
        const FontBytes table = m_program.table(tag);
        if (table.size() > 0) {
            tables.emplace_back(tag, table.slice(0, table.size()).toByteArray());
        }
    };
    // Programs that all glyphs share: they place points of composed and "tricky" glyphs.
    keepWhole("cvt ");
    keepWhole("fpgm");
    tables.emplace_back("glyf", m_glyf);
    tables.emplace_back("head", head());
    tables.emplace_back("hhea", hhea());
    tables.emplace_back("hmtx", m_metrics);
    tables.emplace_back("loca", loca());
    tables.emplace_back("maxp", maxp());
    keepWhole("prep");
    return writeSfnt(tables);
}

}   // namespace

std::optional<QByteArray> cutTrueType(const SfntProgram &program, const TrueTypeCut &cut)
{
    return Cutter(program, cut).run();
}

}   // namespace expunge::pdf
