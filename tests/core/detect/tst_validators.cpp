// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/validators.h"

#include <QTest>

using namespace expunge::detect;

class TestValidators : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownNumbersAreJudgedRightly_data();
    void knownNumbersAreJudgedRightly();
    void aChangedDigitIsNoticed_data();
    void aChangedDigitIsNoticed();
    void thereIsNoValidatorOfAnUnknownName();
};

namespace {

struct Known
{
    const char *validator;
    const char *text;
    bool valid;
};

// Numbers that the issuing authorities or standards print as examples.
constexpr Known kKnown[] = {
    {"card", "4111 1111 1111 1111", true},
    {"card", "5555555555554444", true},
    {"card", "378282246310005", true},
    {"card", "30569309025904", true},
    {"card", "3530111333300000", true},
    {"card", "6011000990139424", true},
    {"card", "0000000000000000", false},
    {"card", "9111111111111111", false},
    {"iban", "DE89 3704 0044 0532 0130 00", true},
    {"iban", "GB29NWBK60161331926819", true},
    {"iban", "FR1420041010050500013M02606", true},
    {"iban", "MT84MALT011000012345MTLCAST001S", true},
    {"iban", "NO9386011117947", true},
    {"iban", "DE89 3704 0044 0532 0130 0", false},
    {"iban", "XX89370400440532013000", false},
    {"aba_routing", "021000021", true},
    {"aba_routing", "991000021", false},
    {"ipv4", "192.168.0.1", true},
    {"ipv4", "192.168.0.256", false},
    {"ipv4", "192.168.0", false},
    {"ipv6", "2001:db8::ff00:42:8329", true},
    {"ipv6", "2001:db8::1::2", false},
    {"ipv6", "12345::1", false},
    {"mac", "00:1A:2B:3C:4D:5E", true},
    {"mac", "00:00:00:00:00:00", false},
    {"vin", "1M8GDM9AXKP042788", true},
    {"vin", "1M8GDM9A1KP042788", false},
    {"us_ssn", "536-22-1234", true},
    {"us_ssn", "666-22-1234", false},
    {"us_ssn", "078-05-1120", false},
    {"us_itin", "912-70-1234", true},
    {"us_itin", "912-69-1234", false},
    {"us_ein", "12-3456789", true},
    {"us_ein", "00-3456789", false},
    {"de_tax_id", "86 095 742 719", true},
    {"de_tax_id", "65 929 970 489", true},
    {"fr_nir", "2 55 08 14 168 025 38", true},
    {"fr_nir", "1 85 05 78 006 084 91", true},
    {"es_nif", "12345678Z", true},
    {"es_nif", "X1234567L", true},
    {"it_fiscal_code", "RSSMRA85T10A562S", true},
    {"pl_pesel", "44051401359", true},
    {"pl_nip", "123-456-32-18", true},
    {"nl_bsn", "111222333", true},
    {"se_personnummer", "811218-9876", true},
    {"se_personnummer", "19811218-9876", true},
    {"fi_hetu", "131052-308T", true},
    {"be_number", "85.07.30-033.28", true},
    {"be_number", "17.07.30-033.84", true},
    {"pt_nif", "123456789", true},
    {"ch_ahv", "756.9217.0769.85", true},
    {"uk_nhs", "943 476 5919", true},
    {"uk_nino", "AB123456C", true},
    {"uk_nino", "BG123456C", false},
    {"ca_sin", "130 692 544", true},
    {"au_tfn", "123 456 782", true},
    {"au_abn", "51 824 753 556", true},
    {"in_aadhaar", "2341 2341 2346", true},
    {"br_cpf", "529.982.247-25", true},
    {"br_cnpj", "11.444.777/0001-61", true},
    {"at_number", "1237 010180", true},
    {"ie_pps", "1234567T", true},
    {"ie_pps", "1234567FA", true},
    {"ro_cnp", "1800101221144", true},
    {"tr_number", "10000000146", true},
    {"za_number", "8001015009087", true},
    {"cn_number", "11010519491231002X", true},
    {"mx_curp", "BOXW310820HNERXN09", true},
    {"phone_international", "+44 20 7946 0958", true},
    {"phone_international", "0049 30 901820", true},
    {"phone_international", "+12", false},
    {"phone_north_american", "(212) 555-0199", true},
    {"phone_north_american", "112-555-0199", false},
    {"phone_national", "030 901820", true},
    {"phone_national", "01.02.2026", false},
    {"jwt", "eyJhbGciOiJIUzI1NiJ9.e30.abc", true},
    {"jwt", "eyJub3QiOiJhIn0.e30.abc", false},
    {"secret_value", "k9Qz81LmPw3xVt6B", true},
    {"secret_value", "your_secret_value_1", false},
    {"secret_value", "configuration", false},
    {"password_in_prose", "Winter2026!", true},
    {"password_in_prose", "required", false},
    {"email", "ada@example.com", true},
    {"email", "icon@2x.png", false},
};

}   // namespace

void TestValidators::knownNumbersAreJudgedRightly_data()
{
    QTest::addColumn<QByteArray>("validator");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    for (const Known &known : kKnown) {
        QTest::addRow("%s %s", known.validator, known.text)
            << QByteArray(known.validator) << QByteArray(known.text) << known.valid;
    }
}

void TestValidators::knownNumbersAreJudgedRightly()
{
    QFETCH(QByteArray, validator);
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    const Validator check = validatorNamed(validator.toStdString());
    QVERIFY(check != nullptr);
    QCOMPARE(check(text.toStdString()), valid);
}

void TestValidators::aChangedDigitIsNoticed_data()
{
    QTest::addColumn<QByteArray>("validator");
    QTest::addColumn<QByteArray>("text");
    // Those whose check finds every single wrong digit.
    const QByteArrayList checked{
        "card",      "iban",   "de_tax_id", "fr_nir",    "es_nif",     "pl_pesel",       "nl_bsn",
        "ch_ahv",    "uk_nhs", "ca_sin",    "au_tfn",    "in_aadhaar", "br_cpf",         "br_cnpj",
        "cn_number", "au_abn", "be_number", "tr_number", "za_number",  "se_personnummer"};
    for (const Known &known : kKnown) {
        if (known.valid && checked.contains(known.validator)) {
            QTest::addRow("%s %s", known.validator, known.text)
                << QByteArray(known.validator) << QByteArray(known.text);
        }
    }
}

void TestValidators::aChangedDigitIsNoticed()
{
    QFETCH(QByteArray, validator);
    QFETCH(QByteArray, text);
    const Validator check = validatorNamed(validator.toStdString());
    for (qsizetype i = text.size() - 4; i < text.size(); ++i) {
        const char digit = text.at(i);
        if (digit >= '0' && digit <= '9') {
            QByteArray changed = text;
            changed[i] = static_cast<char>('0' + (digit - '0' + 3) % 10);
            QVERIFY2(!check(changed.toStdString()), changed.constData());
        }
    }
}

void TestValidators::thereIsNoValidatorOfAnUnknownName()
{
    QVERIFY(validatorNamed("no such") == nullptr);
}

QTEST_GUILESS_MAIN(TestValidators)
#include "tst_validators.moc"
