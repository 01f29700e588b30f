// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <map>

namespace expunge::pdf {

/// Which optional content a reader sees on the screen when the file is opened (ISO 32000-1, 8.11).
class LayerStates
{
public:
    explicit LayerStates(QPDF &file);

    /// Whether content under an optional content group or membership dictionary is shown; anything
    /// else is.
    bool isShown(const QPDFObjectHandle &layer) const;

private:
    bool isGroupOn(const QPDFObjectHandle &group) const;
    bool isMembershipShown(QPDFObjectHandle membership) const;
    bool expression(const QPDFObjectHandle &expression, int depth) const;
    void setAll(QPDFObjectHandle groups, bool on);
    void applyUsage(QPDFObjectHandle application);

    std::map<QPDFObjGen, bool> m_on;
    bool m_base = true;
};

}   // namespace expunge::pdf
