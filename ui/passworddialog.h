// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;

namespace expunge::ui {

/// Asks for the password of a file. The password is handed on and never kept on disk.
class PasswordDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `again`: a password was given before and did not open the file.
    PasswordDialog(const QString &path, bool again, QWidget *parent = nullptr);

    QString password() const;

private:
    QLineEdit *m_password;
};

}   // namespace expunge::ui
