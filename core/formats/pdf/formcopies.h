// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/pagecontent.h"

#include <qpdf/QPDF.hh>

#include <map>

namespace expunge::pdf {

/// The resources of one use of a stream, copied so that entries can be added.
class ResourceCopy
{
public:
    explicit ResourceCopy(const QPDFObjectHandle &resources);

    /// Puts an object in under a name that is not in use, and returns the name without slash.
    QByteArray add(const char *category, const QPDFObjectHandle &object);
    QPDFObjectHandle object() const { return m_object; }

private:
    QPDFObjectHandle m_object;
    std::map<std::string, QPDFObjectHandle> m_categories;   // copied already
};

/// Puts rewritten streams in the place of what a page used, use by use; objects that others may use
/// are copied, never changed.
class FormCopies
{
public:
    FormCopies(QPDF &file, const PageContent &content);

    ResourceCopy &resources(int use);

    /// A new stream for a use that is not the page's own, with its resources.
    QPDFObjectHandle stream(int use, const QByteArray &bytes, const Rect &grownBox);
    /// Makes the caller of a use refer to `stream`: the name to put in the operation that calls.
    QByteArray nameInCaller(int use, const QPDFObjectHandle &stream);
    void replacePage(const QByteArray &bytes);
    /// False when the annotation is not there.
    bool replaceAppearance(int use, const QPDFObjectHandle &stream);

private:
    const StreamUse &at(int use) const;
    QPDFObjectHandle maskState(const StreamUse &use, const QPDFObjectHandle &stream) const;

    QPDF &m_file;
    const PageContent &m_content;
    std::map<int, ResourceCopy> m_resources;
};

}   // namespace expunge::pdf
