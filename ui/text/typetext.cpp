// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/typetext.h"

#include <QCoreApplication>
#include <QHash>

namespace expunge::ui {

namespace {

/// Translation context of the names of types.
class TypeText
{
    Q_DECLARE_TR_FUNCTIONS(TypeText)
};

struct TypeWord
{
    const char *type;
    const char *word;
};

// Names that cannot be made from the identifier, or that need a translation.
constexpr TypeWord typeWords[] = {
    {"PERSON", QT_TRANSLATE_NOOP("TypeText", "Person")},
    {"ORGANIZATION", QT_TRANSLATE_NOOP("TypeText", "Organisation")},
    {"LOCATION", QT_TRANSLATE_NOOP("TypeText", "Place")},
    {"ADDRESS", QT_TRANSLATE_NOOP("TypeText", "Postal address")},
    {"STREET_ADDRESS", QT_TRANSLATE_NOOP("TypeText", "Postal address")},
    {"EMAIL", QT_TRANSLATE_NOOP("TypeText", "Email address")},
    {"EMAIL_ADDRESS", QT_TRANSLATE_NOOP("TypeText", "Email address")},
    {"PHONE", QT_TRANSLATE_NOOP("TypeText", "Telephone number")},
    {"PHONE_NUMBER", QT_TRANSLATE_NOOP("TypeText", "Telephone number")},
    {"URL", QT_TRANSLATE_NOOP("TypeText", "Web address")},
    {"USERNAME", QT_TRANSLATE_NOOP("TypeText", "User name")},
    {"IP_ADDRESS", QT_TRANSLATE_NOOP("TypeText", "IP address")},
    {"MAC_ADDRESS", QT_TRANSLATE_NOOP("TypeText", "MAC address")},
    {"IBAN", QT_TRANSLATE_NOOP("TypeText", "IBAN")},
    {"IBAN_CODE", QT_TRANSLATE_NOOP("TypeText", "IBAN")},
    {"BIC", QT_TRANSLATE_NOOP("TypeText", "Bank code")},
    {"BANK_ACCOUNT", QT_TRANSLATE_NOOP("TypeText", "Bank account")},
    {"CREDIT_CARD", QT_TRANSLATE_NOOP("TypeText", "Card number")},
    {"CARD_NUMBER", QT_TRANSLATE_NOOP("TypeText", "Card number")},
    {"NATIONAL_ID", QT_TRANSLATE_NOOP("TypeText", "National identity number")},
    {"US_SSN", QT_TRANSLATE_NOOP("TypeText", "US social security number")},
    {"TAX_ID", QT_TRANSLATE_NOOP("TypeText", "Tax number")},
    {"VAT_ID", QT_TRANSLATE_NOOP("TypeText", "VAT number")},
    {"PASSPORT", QT_TRANSLATE_NOOP("TypeText", "Passport number")},
    {"DATE_OF_BIRTH", QT_TRANSLATE_NOOP("TypeText", "Date of birth")},
    {"API_KEY", QT_TRANSLATE_NOOP("TypeText", "API key")},
    {"ACCESS_TOKEN", QT_TRANSLATE_NOOP("TypeText", "Access token")},
    {"TOKEN", QT_TRANSLATE_NOOP("TypeText", "Access token")},
    {"SECRET", QT_TRANSLATE_NOOP("TypeText", "Secret")},
    {"PASSWORD", QT_TRANSLATE_NOOP("TypeText", "Password")},
    {"PRIVATE_KEY", QT_TRANSLATE_NOOP("TypeText", "Private key")},
    {"CUSTOM_TERM", QT_TRANSLATE_NOOP("TypeText", "Term of yours")},
    {"MARKED", QT_TRANSLATE_NOOP("TypeText", "Marked by you")},
};

}   // namespace

QString typeText(const QString &type)
{
    for (const TypeWord &entry : typeWords) {
        if (type == QLatin1StringView(entry.type)) {
            return TypeText::tr(entry.word);
        }
    }
    QString readable = type.toLower().replace(u'_', u' ');
    if (!readable.isEmpty()) {
        readable[0] = readable.at(0).toUpper();
    }
    return readable;
}

}   // namespace expunge::ui
