// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/keypage.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace expunge::ui {

using manifest::KeyState;

namespace {

constexpr int shortestPassphrase = 8;

}   // namespace

KeyPage::KeyPage(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(tr("Looking for your signing key…"), this))
    , m_first(new QLineEdit(this))
    , m_second(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    m_text->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("keyProblem"));
    m_first->setObjectName(QStringLiteral("passphrase"));
    m_second->setObjectName(QStringLiteral("passphraseAgain"));
    for (QLineEdit *field : {m_first, m_second}) {
        field->setEchoMode(QLineEdit::Password);
        field->setMinimumHeight(32);
        field->hide();
        connect(field, &QLineEdit::textChanged, this, [this] {
            showWhatIsMissing();
            Q_EMIT changed();
        });
    }
    m_first->setPlaceholderText(tr("Passphrase"));
    m_first->setAccessibleName(tr("Passphrase of the signing key"));
    m_second->setPlaceholderText(tr("The same passphrase again"));
    m_second->setAccessibleName(m_second->placeholderText());
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(m_first);
    layout->addWidget(m_second);
    layout->addWidget(m_problem);
}

void KeyPage::setSituation(const KeySituation &situation)
{
    m_situation = situation;
    m_known = true;
    m_first->setVisible(false);
    m_second->setVisible(false);
    switch (situation.status.state) {
    case KeyState::None:
        m_first->setVisible(situation.needsPassphrase);
        m_second->setVisible(situation.needsPassphrase);
        m_text->setText(
            situation.needsPassphrase
                ? tr("You have no signing key yet; one is made now. It is kept in a file that a "
                     "passphrase of at least %1 characters protects. Without the passphrase "
                     "the key cannot be used by anyone, you included.")
                      .arg(shortestPassphrase)
                : tr("You have no signing key yet; one is made now and kept in your "
                     "desktop’s keychain."));
        break;
    case KeyState::InKeychain:
        m_text->setText(
            tr("Signed with your key %1… from the keychain.").arg(situation.status.keyId.left(12)));
        break;
    case KeyState::InFile:
        m_first->setVisible(true);
        m_text->setText(tr("Signed with your key %1…, which needs its passphrase.")
                            .arg(situation.status.keyId.left(12)));
        break;
    case KeyState::Unavailable:
        m_text->setText(
            tr("Your signing key %1… cannot be found: unlock your keychain, or bring the "
               "key file back. A new key is never made in its place.")
                .arg(situation.status.keyId.left(12)));
        break;
    case KeyState::Mismatch:
        m_text->setText(
            tr("The stored signing key is not the one that this profile recorded (%1…), so "
               "it is not used.")
                .arg(situation.status.keyId.left(12)));
        break;
    }
    Q_EMIT changed();
}

bool KeyPage::makesKey() const
{
    return m_known && m_situation.status.state == KeyState::None;
}

bool KeyPage::isComplete() const
{
    if (!m_known) {
        return false;
    }
    switch (m_situation.status.state) {
    case KeyState::None:
        return !m_situation.needsPassphrase
               || (m_first->text().size() >= shortestPassphrase
                   && m_first->text() == m_second->text());
    case KeyState::InKeychain:
        return true;
    case KeyState::InFile:
        return !m_first->text().isEmpty();
    case KeyState::Unavailable:
    case KeyState::Mismatch:
        return false;
    }
    return false;
}

void KeyPage::showWhatIsMissing()
{
    const bool isNew = makesKey() && !m_first->text().isEmpty();
    if (isNew && m_first->text().size() < shortestPassphrase) {
        m_problem->setText(
            tr("The passphrase needs at least %1 characters.").arg(shortestPassphrase));
    } else if (isNew && !m_second->text().isEmpty() && m_first->text() != m_second->text()) {
        m_problem->setText(tr("The two passphrases are not the same."));
    } else {
        m_problem->clear();
    }
    m_problem->setVisible(!m_problem->text().isEmpty());
}

QByteArray KeyPage::passphrase() const
{
    return m_first->text().toUtf8();
}

void KeyPage::showWrongPassphrase()
{
    m_problem->setText(tr("This is not the passphrase of the key. Please try again."));
    m_problem->show();
    m_first->selectAll();
    m_first->setFocus();
}

}   // namespace expunge::ui
