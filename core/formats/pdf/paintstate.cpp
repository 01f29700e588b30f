// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/paintstate.h"

#include <QHash>

#include <algorithm>

// Operators are 73; each place here is about a few.
#pragma GCC diagnostic ignored "-Wswitch-enum"

namespace expunge::pdf {

namespace {

// Deeper nesting than any real file has; a guard for memory only.
constexpr std::size_t deepest = 4096;

std::size_t mixed(std::size_t seed, QByteArrayView bytes)
{
    return qHashBits(bytes.data(), static_cast<std::size_t>(bytes.size()), seed * 31 + 17);
}

QByteArray numberText(QPDFObjectHandle value)
{
    return writeNumber(value.getNumericValue());
}

// ExtGState keys that stand for an operator (table 58).
std::vector<std::pair<Parameter, QByteArray>> standingFor(QPDFObjectHandle dictionary)
{
    std::vector<std::pair<Parameter, QByteArray>> values;
    const auto number = [&](const char *key, Parameter parameter, const char *op) {
        QPDFObjectHandle value = dictionary.getKey(key);
        if (value.isNumber()) {
            values.emplace_back(parameter, numberText(value) + op);
        }
    };
    number("/LW", Parameter::LineWidth, " w");
    number("/LC", Parameter::LineCap, " J");
    number("/LJ", Parameter::LineJoin, " j");
    number("/ML", Parameter::MiterLimit, " M");
    number("/FL", Parameter::Flatness, " i");
    QPDFObjectHandle dash = dictionary.getKey("/D");
    if (dash.isArray() && dash.getArrayNItems() == 2 && dash.getArrayItem(0).isArray()
        && dash.getArrayItem(1).isNumber()) {
        QByteArray bytes("[");
        for (QPDFObjectHandle item : dash.getArrayItem(0).getArrayAsVector()) {
            bytes += (item.isNumber() ? numberText(item) : QByteArray("0")) + ' ';
        }
        values.emplace_back(Parameter::Dash,
                            bytes + "] " + numberText(dash.getArrayItem(1)) + " d");
    }
    return values;
}

QByteArray deviceSpace(Operator op)
{
    switch (op) {
    case Operator::StrokeRgb:
    case Operator::FillRgb:
        return "/DeviceRGB";
    case Operator::StrokeCmyk:
    case Operator::FillCmyk:
        return "/DeviceCMYK";
    default:
        return "/DeviceGray";
    }
}

}   // namespace

std::optional<Parameter> parameterOf(Operator op)
{
    static const std::map<Operator, Parameter> parameters{
        {Operator::LineWidth, Parameter::LineWidth},
        {Operator::LineCap, Parameter::LineCap},
        {Operator::LineJoin, Parameter::LineJoin},
        {Operator::MiterLimit, Parameter::MiterLimit},
        {Operator::Dash, Parameter::Dash},
        {Operator::Intent, Parameter::Intent},
        {Operator::Flatness, Parameter::Flatness},
        {Operator::CharSpacing, Parameter::CharSpacing},
        {Operator::WordSpacing, Parameter::WordSpacing},
        {Operator::HorizontalScale, Parameter::HorizontalScale},
        {Operator::Leading, Parameter::Leading},
        {Operator::Font, Parameter::Font},
        {Operator::RenderMode, Parameter::RenderMode},
        {Operator::Rise, Parameter::Rise},
    };
    const auto found = parameters.find(op);
    return found == parameters.end() ? std::nullopt : std::optional(found->second);
}

bool isPathConstruction(Operator op)
{
    return op >= Operator::MoveTo && op <= Operator::Rectangle;
}

bool isPathPainting(Operator op)
{
    return op >= Operator::Stroke && op <= Operator::EndPath;
}

bool isShow(Operator op)
{
    return op >= Operator::Show && op <= Operator::NextLineShowSpaced;
}

int PaintState::renderMode() const
{
    return (*this)[Parameter::RenderMode].split(' ').value(0).toInt();
}

PaintState PaintState::initial()
{
    PaintState state;
    state.values = {"0 g", "0 G",  "1 w",  "0 J",    "0 j",  "10 M", "[] 0 d", {},
                    {},    "0 Tc", "0 Tw", "100 Tz", "0 TL", {},     "0 Tr",   "0 Ts"};
    state.fillSpace = "/DeviceGray cs";
    state.strokeSpace = "/DeviceGray CS";
    return state;
}

ExtendedStates::ExtendedStates(const QPDFObjectHandle &resources)
    : m_states(QPDFObjectHandle::newNull())
{
    QPDFObjectHandle all = resources;
    if (all.isInitialized() && all.isDictionary()) {
        m_states = all.getKey("/ExtGState");
    }
}

const ExtendedStates::Entry &ExtendedStates::entry(const QByteArray &name)
{
    const auto [place, isNew] = m_entries.try_emplace(name);
    if (isNew && m_states.isDictionary()) {
        QPDFObjectHandle dictionary = m_states.getKey('/' + name.toStdString());
        if (dictionary.isDictionary()) {
            place->second.keys = dictionary.getKeys();
            place->second.values = standingFor(dictionary);
            place->second.masks = dictionary.getKey("/SMask").isDictionary();
        }
    }
    return place->second;
}

QByteArray renamed(const ContentStream &content, const Operation &operation, const QByteArray &name)
{
    QByteArray bytes = content.raw(operation).toByteArray();
    for (int i = operation.tokens - 1; i >= 0 && !name.isEmpty(); --i) {
        const Token *token = content.operand(operation, i);
        if (token && token->kind == TokenKind::Name) {
            return bytes.replace(token->begin - operation.begin, token->end - token->begin,
                                 writeName(name));
        }
    }
    return bytes;
}

StateTracker::StateTracker(const ContentStream &content, ExtendedStates &states, PaintState begin,
                           std::map<int, QByteArray> names)
    : m_content(content)
    , m_states(states)
    , m_names(std::move(names))
    , m_now(std::move(begin))
{
}

void StateTracker::setColour(int index)
{
    const Operation &operation = m_content.operations[static_cast<std::size_t>(index)];
    const auto other = m_names.find(index);
    const QByteArray bytes =
        renamed(m_content, operation, other == m_names.end() ? QByteArray() : other->second);
    switch (operation.op) {
    case Operator::FillSpace:
        m_now.fillSpace = bytes;
        m_now[Parameter::Fill] = bytes;
        break;
    case Operator::StrokeSpace:
        m_now.strokeSpace = bytes;
        m_now[Parameter::Stroke] = bytes;
        break;
    case Operator::FillColour:
    case Operator::FillColourNamed:
        m_now[Parameter::Fill] = m_now.fillSpace + '\n' + bytes;
        break;
    case Operator::StrokeColour:
    case Operator::StrokeColourNamed:
        m_now[Parameter::Stroke] = m_now.strokeSpace + '\n' + bytes;
        break;
    // These select a space as well, which later sc and SC mean (8.6.8).
    case Operator::StrokeGrey:
    case Operator::StrokeRgb:
    case Operator::StrokeCmyk:
        m_now.strokeSpace = deviceSpace(operation.op) + " CS";
        m_now[Parameter::Stroke] = bytes;
        break;
    default:
        m_now.fillSpace = deviceSpace(operation.op) + " cs";
        m_now[Parameter::Fill] = bytes;
    }
}

void StateTracker::setState(int index)
{
    const Operation &operation = m_content.operations[static_cast<std::size_t>(index)];
    const Token *token = m_content.operand(operation, 0);
    if (!token || token->kind != TokenKind::Name) {
        return;
    }
    const auto other = m_names.find(index);
    const QByteArray name = other == m_names.end() ? m_content.name(*token) : other->second;
    const ExtendedStates::Entry &set = m_states.entry(name);
    // What the new one sets in full no longer counts.
    std::erase_if(m_now.states, [&](const QByteArray &earlier) {
        const std::set<std::string> &keys = m_states.entry(earlier).keys;
        return std::includes(set.keys.begin(), set.keys.end(), keys.begin(), keys.end());
    });
    m_now.states.push_back(name);
    for (const auto &[parameter, bytes] : set.values) {
        m_now[parameter] = bytes;
    }
}

// aw ac string " sets both spacings (9.4.3).
void StateTracker::setSpaced(const Operation &operation)
{
    const auto spacing = [&](int index) {
        const Token *token = m_content.operand(operation, index);
        return token ? m_content.raw(*token).toByteArray() : QByteArray("0");
    };
    m_now[Parameter::WordSpacing] = spacing(0) + " Tw";
    m_now[Parameter::CharSpacing] = spacing(1) + " Tc";
}

void StateTracker::follow(int index)
{
    const Operation &operation = m_content.operations[static_cast<std::size_t>(index)];
    if (isPathConstruction(operation.op)) {
        m_path = mixed(m_path, m_content.raw(operation));
    } else if (operation.op == Operator::Clip || operation.op == Operator::ClipEvenOdd) {
        m_clips = true;
        m_path = mixed(m_path, m_content.raw(operation));
    } else if (isPathPainting(operation.op)) {
        if (m_clips) {
            const Matrix &m = m_now.matrix;
            const double place[6] = {m.a, m.b, m.c, m.d, m.e, m.f};
            m_now.clip = qHashBits(place, sizeof place, m_now.clip ^ m_path);
        }
        m_clips = false;
        m_path = 0;
    } else if (isShow(operation.op)) {
        ++m_shows;
        m_textClips = m_textClips || m_now.renderMode() >= 4;
    } else if (operation.op == Operator::EndText && m_textClips) {
        m_now.clip = mixed(m_now.clip, QByteArray::number(index));
        m_textClips = false;
    }
}

void StateTracker::apply(int index)
{
    const Operation &operation = m_content.operations[static_cast<std::size_t>(index)];
    if (const auto parameter = parameterOf(operation.op)) {
        m_now[*parameter] = m_content.raw(operation).toByteArray();
        return;
    }
    switch (operation.op) {
    case Operator::Save:
        if (m_saved.size() < deepest) {
            m_saved.push_back(m_now);
        }
        break;
    case Operator::Restore:
        if (!m_saved.empty()) {
            m_now = std::move(m_saved.back());
            m_saved.pop_back();
        }
        break;
    case Operator::Concat: {
        const auto at = [&](int i) { return m_content.number(operation, i); };
        m_now.matrix = Matrix{at(0), at(1), at(2), at(3), at(4), at(5)}.then(m_now.matrix);
        m_now.turns.emplace_back(m_content.raw(operation).toByteArray(), m_shows);
        break;
    }
    case Operator::State:
        setState(index);
        break;
    case Operator::MoveTextLeading:
        m_now[Parameter::Leading] = writeNumber(-m_content.number(operation, 1)) + " TL";
        break;
    case Operator::NextLineShowSpaced:
        setSpaced(operation);
        follow(index);
        break;
    default:
        if (operation.op >= Operator::StrokeSpace && operation.op <= Operator::FillCmyk) {
            setColour(index);
        } else {
            follow(index);
        }
    }
}

}   // namespace expunge::pdf
