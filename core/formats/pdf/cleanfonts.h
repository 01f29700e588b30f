// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/contentstream.h"
#include "core/formats/pdf/font.h"

#include <map>
#include <memory>
#include <vector>

namespace expunge::pdf {

/// An object that content names, with the new name.
struct NamedObject
{
    QPDFObjectHandle object;   // null: the resources do not have it
    bool exists = false;
};

/// Looks names of content up in its resources (ISO 32000-1, 7.8.3), each once.
class ResourceLookup
{
public:
    explicit ResourceLookup(QPDFObjectHandle resources)
        : m_resources(std::move(resources))
    {
    }

    const NamedObject &find(const char *category, const QByteArray &name);

private:
    QPDFObjectHandle m_resources;
    std::map<std::pair<QByteArray, QByteArray>, NamedObject> m_known;
};

/// Follows which font text is shown in: Tf, gs with a font, q and Q.
class FontTracker
{
public:
    explicit FontTracker(ResourceLookup &lookup)
        : m_lookup(lookup)
    {
    }

    void follow(const ContentStream &content, const Operation &operation);
    bool isSet() const { return m_isSet; }   // a font was chosen, which may not exist
    const QPDFObjectHandle &font() const { return m_font; }   // null: none

private:
    void choose(const NamedObject &found);

    ResourceLookup &m_lookup;
    QPDFObjectHandle m_font;
    bool m_isSet = false;
    std::vector<std::pair<QPDFObjectHandle, bool>> m_saved;
};

/// Whether an operator shows strings.
bool showsText(Operator op);

}   // namespace expunge::pdf
