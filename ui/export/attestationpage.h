// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifest/statement.h"

#include <QWidget>

#include <vector>

class QCheckBox;

namespace expunge::ui {

/// The statements that a person confirms before a submission is signed; none is ticked beforehand.
class AttestationPage final : public QWidget
{
    Q_OBJECT

public:
    explicit AttestationPage(QWidget *parent = nullptr);

    bool isComplete() const { return missing().empty(); }

    /// The statements that are not confirmed yet.
    std::vector<QString> missing() const;

    /// The answers with the text that was shown.
    std::vector<manifest::Attestation> answers() const;
    const std::vector<QCheckBox *> &boxes() const { return m_boxes; }

Q_SIGNALS:
    void changed();

private:
    std::vector<QCheckBox *> m_boxes;
    std::vector<QString> m_texts;
};

}   // namespace expunge::ui
