// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/attestationpage.h"

#include <QCheckBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace expunge::ui {

namespace {

/// A label that ticks its box when it is clicked: the whole statement is the target, not the small
/// square alone.
class StatementLabel final : public QLabel
{
public:
    StatementLabel(const QString &text, QCheckBox *box, QWidget *parent)
        : QLabel(text, parent)
        , m_box(box)
    {
        setWordWrap(true);
        setTextFormat(Qt::PlainText);
        setBuddy(box);
    }

protected:
    void mouseReleaseEvent(QMouseEvent *) override { m_box->click(); }

private:
    QCheckBox *m_box;
};

}   // namespace

AttestationPage::AttestationPage(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto *heading =
        new QLabel(tr("Please confirm. What you confirm is signed with the submission."), this);
    heading->setWordWrap(true);
    layout->addWidget(heading);
    for (const manifest::AttestationText &attestation : manifest::requiredAttestations()) {
        auto *row = new QHBoxLayout;
        row->setSpacing(12);
        auto *box = new QCheckBox(this);
        box->setObjectName(attestation.id);
        box->setAccessibleName(attestation.text);
        row->addWidget(box, 0, Qt::AlignTop);
        row->addWidget(new StatementLabel(attestation.text, box, this), 1);
        layout->addLayout(row);
        m_boxes.push_back(box);
        m_texts.push_back(attestation.text);
        connect(box, &QCheckBox::toggled, this, &AttestationPage::changed);
    }
}

std::vector<QString> AttestationPage::missing() const
{
    std::vector<QString> result;
    for (size_t i = 0; i < m_boxes.size(); ++i) {
        if (!m_boxes[i]->isChecked()) {
            result.push_back(m_texts[i]);
        }
    }
    return result;
}

std::vector<manifest::Attestation> AttestationPage::answers() const
{
    std::vector<manifest::Attestation> result;
    for (size_t i = 0; i < m_boxes.size(); ++i) {
        manifest::Attestation attestation;
        attestation.id = m_boxes[i]->objectName();
        attestation.text = m_texts[i];
        attestation.locale =
            QStringLiteral("en");   // the texts that were shown are the English ones
        attestation.answer = m_boxes[i]->isChecked();
        attestation.at = QDateTime::currentDateTimeUtc();
        result.push_back(std::move(attestation));
    }
    return result;
}

}   // namespace expunge::ui
