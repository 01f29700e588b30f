// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/inventedvalues.h"

#include <array>

namespace expunge::review {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array givenNames{
    "Alma",   "Bela",   "Cleo",   "Dario",  "Edda",   "Fenno", "Gwenda", "Hollis",
    "Ilka",   "Jorin",  "Kessia", "Lorne",  "Merrin", "Nilo",  "Odile",  "Perrin",
    "Quilla", "Rowan",  "Sabra",  "Tamsin", "Ulric",  "Veda",  "Wendel", "Xanti",
    "Yorick", "Zinnia", "Anselm", "Briony", "Corin",  "Delia", "Emeric", "Fiora",
};

constexpr std::array familyNames{
    "Ashgrove",  "Birkmoor",  "Calderby",   "Dunmarsh",   "Elmstead",  "Farrowby",  "Glenholm",
    "Harrowick", "Ivenhall",  "Jessamy",    "Kelderwood", "Larkspire", "Mossgate",  "Nethercot",
    "Oakhanger", "Pellworth", "Quenby",     "Ravensby",   "Stonemere", "Thornbeck", "Umberton",
    "Vinehall",  "Wexmoor",   "Yarrowdale", "Zellwood",   "Amberley",  "Brackwell", "Cresmoor",
    "Dellaway",  "Everholt",  "Fernleigh",  "Gorsewick",
};

constexpr quint64 givenCount = givenNames.size();
constexpr quint64 familyCount = familyNames.size();

QString given(quint64 index)
{
    return QString::fromLatin1(givenNames.at(index % givenCount));
}

QString family(quint64 index)
{
    return QString::fromLatin1(familyNames.at(index / givenCount % familyCount));
}

QString digits(quint64 number, int width)
{
    return u"%1"_s.arg(number, width, 10, QLatin1Char('0'));
}

}   // namespace

quint64 inventedValueCount(const QString &type)
{
    if (type == "PERSON"_L1 || type == "EMAIL"_L1) {
        return givenCount * familyCount;
    }
    if (type == "PHONE"_L1) {
        return 1000;
    }
    if (type == "IP_ADDRESS"_L1) {
        return quint64{3} * 254;
    }
    if (type == "MAC_ADDRESS"_L1) {
        return 256;
    }
    if (type == "ORGANIZATION"_L1 || type == "ORG"_L1) {
        return familyCount * 4;
    }
    return 0;
}

QString inventedValue(const QString &type, quint64 index)
{
    if (type == "PERSON"_L1) {
        return given(index) + u' ' + family(index);
    }
    if (type == "EMAIL"_L1) {
        // example.com belongs to nobody (RFC 2606, section 3)
        return given(index).toLower() + u'.' + family(index).toLower() + u"@example.com"_s;
    }
    if (type == "PHONE"_L1) {
        // Ofcom keeps 020 7946 0000 to 0999 for use in drama
        return u"+44 20 7946 0"_s + digits(index, 3);
    }
    if (type == "IP_ADDRESS"_L1) {
        // the three documentation networks of RFC 5737
        constexpr std::array networks{"192.0.2.", "198.51.100.", "203.0.113."};
        return QString::fromLatin1(networks.at(index / 254 % 3)) + QString::number(index % 254 + 1);
    }
    if (type == "MAC_ADDRESS"_L1) {
        // documentation range of RFC 7042, section 2.1.2
        return u"00-00-5E-00-53-%1"_s.arg(index, 2, 16, QLatin1Char('0')).toUpper();
    }
    constexpr std::array forms{" Works", " & Partners", " Trading", " Services"};
    return family(index % familyCount * givenCount)
           + QString::fromLatin1(forms.at(index / familyCount % 4));
}

}   // namespace expunge::review
