// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "printable.h"

#include <QString>

#include <optional>

namespace ticker {

namespace {

constexpr char32_t zeroWidthNonJoiner = 0x200c;
constexpr char32_t zeroWidthJoiner = 0x200d;
constexpr int hexadecimal = 16;
constexpr int digits = 4;

bool isPrintable(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:     // C0, DEL, C1
    case QChar::Other_Surrogate:   // half of a character
    case QChar::Other_NotAssigned: // who knows what a terminal makes of it
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    case QChar::Other_Format: // bidirectional overrides, byte order mark, tags
        return character == zeroWidthNonJoiner || character == zeroWidthJoiner;
    default:
        return true;
    }
}

bool isPlainAscii(QChar unit)
{
    return unit >= QLatin1Char(' ') && unit <= QLatin1Char('~');
}

void appendEscape(QString &result, QChar unit)
{
    result += QStringLiteral("\\u%1").arg(unit.unicode(), digits, hexadecimal, QLatin1Char('0'));
}

QString escaped(const QString &text, std::optional<QChar> kept)
{
    QString result;
    qsizetype done = 0; // so much of the text is in the result
    for (qsizetype i = 0; i < text.size();) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const qsizetype next = isPair ? i + 2 : i + 1;
        const char32_t character = isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        if (!isPlainAscii(text[i]) && text[i] != kept && !isPrintable(character)) {
            result += QStringView(text).sliced(done, i - done);
            for (done = i; done < next; ++done)
                appendEscape(result, text[done]);
        }
        i = next;
    }
    return done == 0 ? text : result.append(QStringView(text).sliced(done));
}

} // namespace

QString printable(const QString &text)
{
    return escaped(text, std::nullopt);
}

QString printableLines(const QString &text)
{
    return escaped(text, QLatin1Char('\n'));
}

} // namespace ticker
