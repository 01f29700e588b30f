// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/pdf/layers.h"

#include "core/formats/pdf/fontdescription.h"

#include <exception>

namespace expunge::pdf {

namespace {

constexpr int kDeepestExpression = 32;

/// Calls `visit` with the elements of an array, or with what is no array itself.
template<typename Visit>
void each(QPDFObjectHandle object, const Visit &visit)
{
    if (!object.isArray()) {
        visit(object);
        return;
    }
    for (int i = 0; i < object.getArrayNItems(); ++i) {
        visit(object.getArrayItem(i));
    }
}

}   // namespace

LayerStates::LayerStates(QPDF &file)
{
    try {
        QPDFObjectHandle properties = file.getRoot().getKey("/OCProperties");
        QPDFObjectHandle config =
            properties.isDictionary() ? properties.getKey("/D") : QPDFObjectHandle::newNull();
        if (!config.isDictionary()) {
            return;
        }
        // 8.11.4.3, table 101: the base state, then the exceptions.
        m_base = nameOf(config.getKey("/BaseState")) != "OFF";
        setAll(config.getKey("/ON"), true);
        setAll(config.getKey("/OFF"), false);
        each(config.getKey("/AS"), [&](const QPDFObjectHandle &use) { applyUsage(use); });
    } catch (const std::exception &) {
        m_on.clear();   // damaged: what was set is not known, so everything is shown
        m_base = true;
    }
}

void LayerStates::setAll(QPDFObjectHandle groups, bool on)
{
    each(groups, [&](QPDFObjectHandle group) {
        if (group.isDictionary()) {
            m_on[group.getObjGen()] = on;
        }
    });
}

/// 8.11.4.4: states that follow from how groups are to be used on a screen. What is only meant for
/// printing is not seen.
void LayerStates::applyUsage(QPDFObjectHandle application)
{
    if (!application.isDictionary() || nameOf(application.getKey("/Event")) != "View") {
        return;
    }
    bool byView = false;
    each(application.getKey("/Category"),
         [&](const QPDFObjectHandle &category) { byView = byView || nameOf(category) == "View"; });
    if (!byView) {
        return;
    }
    each(application.getKey("/OCGs"), [&](QPDFObjectHandle group) {
        if (!group.isDictionary()) {
            return;
        }
        QPDFObjectHandle usage = group.getKey("/Usage");
        QPDFObjectHandle view =
            usage.isDictionary() ? usage.getKey("/View") : QPDFObjectHandle::newNull();
        const QByteArray state =
            view.isDictionary() ? nameOf(view.getKey("/ViewState")) : QByteArray();
        if (!state.isEmpty()) {
            m_on[group.getObjGen()] = state != "OFF";
        }
    });
}

bool LayerStates::isGroupOn(const QPDFObjectHandle &group) const
{
    const auto found = m_on.find(QPDFObjectHandle(group).getObjGen());
    return found == m_on.end() ? m_base : found->second;
}

bool LayerStates::isShown(const QPDFObjectHandle &layer) const
{
    QPDFObjectHandle dictionary = layer;
    if (!dictionary.isDictionary()) {
        return true;
    }
    const QByteArray type = nameOf(dictionary.getKey("/Type"));
    if (type == "OCMD") {
        return isMembershipShown(dictionary);
    }
    return type != "OCG" || isGroupOn(dictionary);
}

/// 8.11.2.2: the visibility expression where there is one, else the policy.
bool LayerStates::isMembershipShown(QPDFObjectHandle membership) const
{
    QPDFObjectHandle formula = membership.getKey("/VE");
    if (formula.isArray() && formula.getArrayNItems() > 0) {
        return expression(formula, 0);
    }
    int on = 0;
    int off = 0;
    each(membership.getKey("/OCGs"), [&](QPDFObjectHandle group) {
        if (group.isDictionary()) {
            ++(isGroupOn(group) ? on : off);
        }
    });
    if (on + off == 0) {
        return true;
    }
    const QByteArray policy = nameOf(membership.getKey("/P"));
    return policy == "AllOn"    ? off == 0
           : policy == "AnyOff" ? off > 0
           : policy == "AllOff" ? on == 0
                                : on > 0;
}

bool LayerStates::expression(const QPDFObjectHandle &formula, int depth) const
{
    QPDFObjectHandle object = formula;
    if (!object.isArray() || object.getArrayNItems() == 0 || depth > kDeepestExpression) {
        return !object.isDictionary() || isGroupOn(object);
    }
    const QByteArray word = nameOf(object.getArrayItem(0));
    const int count = object.getArrayNItems();
    if (word == "Not") {
        return count < 2 || !expression(object.getArrayItem(1), depth + 1);
    }
    const bool any = word == "Or";
    bool result = !any;
    for (int i = 1; i < count; ++i) {
        const bool value = expression(object.getArrayItem(i), depth + 1);
        result = any ? result || value : result && value;
    }
    return result;
}

}   // namespace expunge::pdf
