// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/contentcleaner.h"
#include "core/formats/pdf/layers.h"
#include "core/formats/pdf/rebuildschema.h"
#include "core/formats/pdf/rebuildvalues.h"

#include <qpdf/QPDF.hh>

#include <QHash>

#include <map>
#include <set>

namespace expunge::pdf {

/// What copying depends on beside the objects.
struct CopyRules
{
    const std::map<QPDFObjGen, CutFont> *cutFonts = nullptr;
    FontStore *fonts = nullptr;
    const ValueSweep *sweep = nullptr;
    const LayerStates *layers = nullptr;   // set: content of layers that are off was taken out
    bool tagged = false;
};

/// A layer (optional content group) that something on the pages belongs to.
struct CopiedLayer
{
    QPDFObjectHandle source;
    QPDFObjectHandle copy;
};

/// Copies what pages are drawn with into a new file, by tables of what may stay. An object is
/// copied once.
class ObjectCopier
{
public:
    ObjectCopier(QPDF &out, CopyRules rules);

    /// The keys that the table of `kind` has, as a direct dictionary; null for anything else.
    QPDFObjectHandle dictionary(QPDFObjectHandle source, DictKind kind);

    /// A content stream made clean, and the resources that it uses.
    struct Content
    {
        QByteArray bytes;
        QPDFObjectHandle resources;
    };
    Content content(const QByteArray &bytes, const QPDFObjectHandle &resources);
    QPDFObjectHandle stream(const QByteArray &bytes);

    /// A form; one without resources has those of its caller (7.8.3).
    QPDFObjectHandle form(QPDFObjectHandle source, const QPDFObjectHandle &callerResources);
    QPDFObjectHandle layer(QPDFObjectHandle source);
    bool isGone(const QPDFObjectHandle &layer) const;

    /// Layers that were come across, in the order in which they were.
    const std::vector<CopiedLayer> &layers() const { return m_layers; }

    /// Whether anything that might paint could not be copied since this was last asked.
    bool takeLosses();

    QPDFObjectHandle value(QPDFObjectHandle source, const KeyRule &rule);
    QPDFObjectHandle profile(QPDFObjectHandle source);

private:
    enum class Slot { Form, Image, Pattern, Shading, Function, ColourSpace, Font, State, Layer };
    using Key = std::pair<QPDFObjGen, Slot>;

    QPDFObjectHandle known(const QPDFObjectHandle &source, Slot slot) const;
    QPDFObjectHandle keep(const QPDFObjectHandle &source, Slot slot, QPDFObjectHandle copy);
    QPDFObjectHandle lost();
    void fill(QPDFObjectHandle target, QPDFObjectHandle source, DictKind kind);

    QPDFObjectHandle resources(QPDFObjectHandle source, const ResourceNames &names);
    QPDFObjectHandle resource(const QByteArray &category, QPDFObjectHandle source,
                              const QPDFObjectHandle &callerResources);
    QPDFObjectHandle image(QPDFObjectHandle source);
    bool imageData(QPDFObjectHandle source, QPDFObjectHandle target);
    QPDFObjectHandle pattern(QPDFObjectHandle source, const QPDFObjectHandle &callerResources);
    QPDFObjectHandle shading(QPDFObjectHandle source);
    QPDFObjectHandle function(QPDFObjectHandle source, int depth);
    QPDFObjectHandle functions(QPDFObjectHandle source);
    QPDFObjectHandle colourSpace(QPDFObjectHandle source, int depth);
    QPDFObjectHandle colourArray(QPDFObjectHandle source, int depth);
    QPDFObjectHandle indexed(QPDFObjectHandle source, int depth);
    QPDFObjectHandle softMask(QPDFObjectHandle source);
    QPDFObjectHandle membership(QPDFObjectHandle source);
    QPDFObjectHandle freeName(const std::string &name);

    QPDFObjectHandle font(QPDFObjectHandle source);
    QPDFObjectHandle simpleFont(QPDFObjectHandle source);
    QPDFObjectHandle compositeFont(QPDFObjectHandle source);
    QPDFObjectHandle type3Font(QPDFObjectHandle source, QPDFObjectHandle target);
    void fontProgram(QPDFObjectHandle source, QPDFObjectHandle target);
    void cidParts(QPDFObjectHandle source, QPDFObjectHandle target);
    QPDFObjectHandle encoding(QPDFObjectHandle source);
    QPDFObjectHandle characterMap(QPDFObjectHandle source);

    QPDF &m_out;
    CopyRules m_rules;
    std::map<Key, QPDFObjectHandle> m_copies;
    std::vector<CopiedLayer> m_layers;
    QHash<QByteArray, QByteArray> m_freeNames;   // neutral ones by those that had to go
    QPDFObjectHandle m_caller;                   // resources of the content that is being copied
    int m_depth = 0;
    bool m_losses = false;
};

}   // namespace expunge::pdf
