// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio_codec/engineio_jsonp.h"

#include "engineio_codec/engineio_text.h"

#include <algorithm>

namespace ticker {

namespace {

constexpr int maxFields = 1000;
constexpr QByteArrayView lineSeparator = "\xe2\x80\xa8";      // U+2028
constexpr QByteArrayView paragraphSeparator = "\xe2\x80\xa9"; // U+2029
constexpr uchar firstPrintable = 0x20;

/// As JSON.stringify() writes it.
QByteArray escapedCharacter(char c)
{
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\b':
        return "\\b";
    case '\f':
        return "\\f";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return "\\u" + QByteArray::number(int(c), 16).rightJustified(4, '0');
    }
}

QByteArray toJavaScriptString(const QByteArray &text)
{
    QByteArray result("\"");
    result.reserve(text.size() + text.size() / 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (uchar(c) < firstPrintable || c == '"' || c == '\\') {
            result += escapedCharacter(c);
            continue;
        }
        const auto three = QByteArrayView(text).sliced(i, std::min<qsizetype>(lineSeparator.size(), text.size() - i));
        if (three == lineSeparator || three == paragraphSeparator) {
            result += three == lineSeparator ? "\\u2028" : "\\u2029";
            i += lineSeparator.size() - 1;
        } else {
            result += c;
        }
    }
    return result + '"';
}

QByteArray onlyDigits(const QByteArray &text)
{
    QByteArray digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            digits += c;
    }
    return digits;
}

/// Undoes what the client does to line feeds: a backslash before an 'n' makes it one, but of several backslashes there
/// the last is dropped.
QByteArray unescapeLineFeeds(const QByteArray &text)
{
    QByteArray result;
    result.reserve(text.size());
    qsizetype backslashes = 0; // that the result ends with, and are the text's
    for (const char c : text) {
        if (c == 'n' && backslashes > 0)
            result.chop(1);
        result += c == 'n' && backslashes == 1 ? '\n' : c;
        backslashes = c == '\\' ? backslashes + 1 : 0;
    }
    return result;
}

} // namespace

QByteArray encodeJsonp(const QByteArray &index, const QByteArray &payload)
{
    return "___eio[" + onlyDigits(index) + "](" + toJavaScriptString(payload) + ");";
}

std::optional<QByteArray> decodeJsonpBody(const QByteArray &formBody)
{
    const QByteArray body = replaceInvalidUtf8(formBody);
    std::optional<QByteArray> data;
    qsizetype start = 0;
    for (int fields = 0; start < body.size() && fields < maxFields; ++fields) {
        qsizetype end = body.indexOf('&', start);
        if (end < 0)
            end = body.size();
        const auto field = QByteArrayView(body).sliced(start, end - start);
        start = end + 1;
        const qsizetype equals = field.indexOf('=');
        if (decodeFormText(equals < 0 ? field : field.first(equals)) != "d")
            continue;
        if (data)
            return std::nullopt;
        data = equals < 0 ? QByteArray("") : decodeFormText(field.sliced(equals + 1));
    }
    if (!data)
        return std::nullopt;
    return unescapeLineFeeds(replaceInvalidUtf8(*data));
}

} // namespace ticker
