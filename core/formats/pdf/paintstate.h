// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/contentstream.h"
#include "core/formats/pdf/geometry.h"

#include <qpdf/QPDFObjectHandle.hh>

#include <QByteArray>

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace expunge::pdf {

/// Parameters of the graphics state that operators of their own set (ISO 32000-1, 8.4.4 and 9.3).
enum class Parameter : quint8 {
    Fill,
    Stroke,
    LineWidth,
    LineCap,
    LineJoin,
    MiterLimit,
    Dash,
    Intent,
    Flatness,
    CharSpacing,
    WordSpacing,
    HorizontalScale,
    Leading,
    Font,
    RenderMode,
    Rise,
};
constexpr std::size_t parameterCount = 16;

/// The graphics state at one operation. Each parameter is the operations that set it, as bytes.
struct PaintState
{
    std::array<QByteArray, parameterCount> values;
    QByteArray fillSpace;   // the cs that `Fill` begins with
    QByteArray strokeSpace;
    std::vector<QByteArray> states;   // names of the ExtGStates in effect, in the order of setting
    Matrix matrix;                    // to the space that the stream begins in
    // How it came about: operands of cm, and how many strings were shown before.
    std::vector<std::pair<QByteArray, int>> turns;
    std::size_t clip = 0;   // the same where the same clips are in effect

    const QByteArray &operator[](Parameter parameter) const
    {
        return values[static_cast<std::size_t>(parameter)];
    }
    QByteArray &operator[](Parameter parameter)
    {
        return values[static_cast<std::size_t>(parameter)];
    }
    int renderMode() const;

    static PaintState initial();   // at the begin of a page (8.4.1)
};

/// What the dictionaries in /ExtGState of one resource dictionary set.
class ExtendedStates
{
public:
    struct Entry
    {
        std::set<std::string> keys;
        std::vector<std::pair<Parameter, QByteArray>> values;
        bool masks = false;   // has a soft mask, whose place depends on the matrix (11.6.5.3)
    };

    explicit ExtendedStates(const QPDFObjectHandle &resources);

    const Entry &entry(const QByteArray &name);

private:
    QPDFObjectHandle m_states;
    std::map<QByteArray, Entry> m_entries;
};

/// Follows the graphics state through the operations of a stream.
class StateTracker
{
public:
    /// `names`: operation -> new name of the resource that it names.
    StateTracker(const ContentStream &content, ExtendedStates &states, PaintState begin,
                 std::map<int, QByteArray> names = {});

    void apply(int operation);
    const PaintState &now() const { return m_now; }

private:
    void setColour(int operation);
    void setState(int operation);
    void setSpaced(const Operation &operation);
    void follow(int operation);

    const ContentStream &m_content;
    ExtendedStates &m_states;
    std::map<int, QByteArray> m_names;
    PaintState m_now;
    std::vector<PaintState> m_saved;
    std::size_t m_path = 0;   // of the path under construction
    int m_shows = 0;
    bool m_clips = false;
    bool m_textClips = false;
};

/// An operation as bytes, with the last name among its operands replaced; without `name`, as it is.
QByteArray renamed(const ContentStream &content, const Operation &operation,
                   const QByteArray &name);

/// The parameter that an operator alone sets, if it sets one and is no colour.
std::optional<Parameter> parameterOf(Operator op);
bool isPathConstruction(Operator op);
bool isPathPainting(Operator op);
bool isShow(Operator op);

}   // namespace expunge::pdf
