// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/manifest/keystore.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace expunge::ui {

/// What must be known of the signing key before it can be used; asked of the key store off the
/// window's thread.
struct KeySituation
{
    manifest::KeyStatus status;
    bool needsPassphrase = false;   // only for a key that is to be made
};

/// Asks for what the signing key needs: nothing, its passphrase, or a new passphrase twice.
class KeyPage final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyPage(QWidget *parent = nullptr);

    void setSituation(const KeySituation &situation);
    bool isComplete() const;
    bool makesKey() const;
    QByteArray passphrase() const;

    /// Says that the passphrase was wrong and lets it be typed again.
    void showWrongPassphrase();
    QLineEdit *passphraseField() const { return m_first; }
    QLineEdit *repeatField() const { return m_second; }

Q_SIGNALS:
    void changed();

private:
    void showWhatIsMissing();

    KeySituation m_situation;
    bool m_known = false;
    QLabel *m_text;
    QLineEdit *m_first;
    QLineEdit *m_second;
    QLabel *m_problem;
};

}   // namespace expunge::ui
