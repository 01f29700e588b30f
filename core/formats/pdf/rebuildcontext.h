// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/pdf/rebuild.h"
#include "core/formats/pdf/rebuildcopier.h"

namespace expunge::pdf {

/// What the pieces of one rebuilding share.
class RebuildContext
{
public:
    RebuildContext(PdfFile &workFile, QPDF &outFile, const RebuildPlan &rebuildPlan,
                   ObjectCopier &objectCopier);

    PdfFile &work;
    QPDF &out;
    const RebuildPlan &plan;
    ObjectCopier &copier;
    std::vector<QPDFObjectHandle> pages;                  // of the output, made empty first
    std::map<QPDFObjGen, QPDFObjectHandle> annotations;   // copies by what they are copies of

    bool keeps(document::HiddenKind kind) const { return plan.kept.contains(kind); }
    const PageOutcome &outcome(int page) const;
    int pageOf(const QPDFObjectHandle &page) const;   // index; -1: no page of this file

    /// A text that stays, as the plan has it; null when it goes because a redacted value is in it.
    QPDFObjectHandle text(const QPDFObjectHandle &source, const QByteArray &site) const;
    bool isEdited(const QByteArray &site) const { return plan.texts.contains(site); }

    /// An explicit destination on a page of the output (12.3.2.2); null when it leads elsewhere.
    QPDFObjectHandle destination(QPDFObjectHandle source) const;

private:
    std::map<QPDFObjGen, int> m_numbers;
    std::map<std::string, QPDFObjectHandle> m_named;
};

/// The annotations of a page that stay, with the form fields that they belong to.
class AnnotationCopier
{
public:
    explicit AnnotationCopier(RebuildContext &context);

    void copyPage(int page);
    /// The interactive form of all that was copied (12.7.2); null when there are no fields.
    QPDFObjectHandle form() const;

private:
    struct Site
    {
        int page = 0;
        int number = 0;
        QPDFObjectHandle source;
    };

    QPDFObjectHandle copy(Site site);
    QPDFObjectHandle link(Site site);
    QPDFObjectHandle widget(Site site);
    QPDFObjectHandle plain(Site site);
    bool place(Site site, QPDFObjectHandle target) const;
    bool appearance(QPDFObjectHandle source, QPDFObjectHandle target, const QPDFObjGen *group);
    void remarks(Site site, QPDFObjectHandle target) const;
    QPDFObjectHandle action(Site site) const;
    QPDFObjectHandle field(QPDFObjectHandle source, int depth);
    void fillField(QPDFObjectHandle source, QPDFObjectHandle target);
    void fillValue(QPDFObjectHandle source, QPDFObjectHandle target);
    std::string stateName(const QPDFObjGen &group, const std::string &name);

    RebuildContext &m_context;
    QPDFObjectHandle m_fields;
    std::map<QPDFObjGen, QPDFObjectHandle> m_copies;
    std::map<std::pair<QPDFObjGen, std::string>, std::string> m_states;
    int m_fieldCount = 0;
};

/// Copies the structure of a tagged file; after its pages and annotations.
void copyStructure(RebuildContext &context, QPDFObjectHandle catalog);

/// Layers, bookmarks, page labels and what a viewer is to do: into the catalog.
void copyDocumentLevel(RebuildContext &context, QPDFObjectHandle catalog);

}   // namespace expunge::pdf
