// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/flow.h"
#include "core/document/hiddenitem.h"

#include <QSet>
#include <QString>

#include <pugixml.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace expunge::formats::odf {

/// "1.5cm" in points; 0 for what is no length.
double pointsOf(const char *length);

/// "#aabbcc"; nothing for other words.
std::optional<quint32> colourOf(const char *value);

/// Resolves formatting through default styles, parents and automatic styles (OpenDocument 1.3 part
/// 3, 16.2), for one of the two trees that have styles.
class OdfStyles
{
public:
    /// Adds office:styles, office:automatic-styles and office:master-styles below `root`; what is
    /// added later goes before.
    void add(pugi::xml_node root);

    /// Look of text in a paragraph style and a span style, either may be empty.
    document::CharacterStyle look(const QString &paragraph, const QString &span) const;

    /// As what such text is hidden; `shaded`: something is painted behind it, of what colour is not
    /// known.
    std::optional<document::HiddenKind> hiddenAs(const QString &paragraph, const QString &span,
                                                 bool shaded) const;

    document::Alignment alignment(const QString &paragraph) const;
    double indent(const QString &paragraph) const;
    bool breaksBefore(const QString &paragraph) const;

    /// Something is painted behind what a cell, section, frame, shape or page holds.
    bool paints(const QString &family, const QString &style) const;
    std::optional<quint32> fill(const QString &family, const QString &style) const;
    std::optional<quint32> outline(const QString &style) const;

    /// What is drawn on such a layer of a presentation is not shown.
    bool hidesLayer(const QString &layer) const { return m_hiddenLayers.contains(layer); }

    /// Layers that the settings of the document's windows do not show: the bits of each window, one
    /// a layer (LibreOffice's VisibleLayers).
    void hideLayers(const std::vector<QByteArray> &windows);

    /// A property from the chain of a style; empty if none has it.
    std::string property(const QString &family, const QString &style, const char *properties,
                         const char *name) const;

    /// style:style, text:list-style, style:master-page, style:page-layout by name; null if there is
    /// none.
    pugi::xml_node find(const QString &family, const QString &style) const;

private:
    void addLayers(pugi::xml_node layers);

    std::map<QString, pugi::xml_node> m_styles;   // "paragraph/P1"
    std::vector<pugi::xml_node> m_layers;
    QSet<QString> m_hiddenLayers;
};

}   // namespace expunge::formats::odf
