// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio_codec/engineio_text.h"

#include <array>

namespace ticker {

namespace {

constexpr QByteArrayView replacementCharacter = "\xef\xbf\xbd";

/// What RFC 3629, section 4, allows after the first byte of a character.
struct Continuation final
{
    int count = -1;            ///< Bytes that follow; -1: no character begins like this.
    uchar lowestSecond = 0x80; ///< Only the second byte is ever limited further than to 80..BF.
    uchar highestSecond = 0xbf;
};

Continuation continuationOf(uchar first)
{
    if (first < 0x80)
        return {0};
    if (first < 0xc2) // a continuation byte, or the two that would spell ASCII in two bytes
        return {};
    if (first < 0xe0)
        return {1};
    if (first < 0xf0)
        return {2, uchar(first == 0xe0 ? 0xa0 : 0x80), uchar(first == 0xed ? 0x9f : 0xbf)};
    if (first < 0xf5)
        return {3, uchar(first == 0xf0 ? 0x90 : 0x80), uchar(first == 0xf4 ? 0x8f : 0xbf)};
    return {};
}

int hexValue(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    const char lower = char(digit | 0x20);
    if (lower >= 'a' && lower <= 'f')
        return lower - 'a' + 10;
    return -1;
}

} // namespace

Utf8Character firstUtf8Character(QByteArrayView bytes)
{
    Q_ASSERT(!bytes.isEmpty());
    const Continuation expected = continuationOf(uchar(bytes[0]));
    for (int i = 1; i <= expected.count; ++i) {
        const uchar lowest = i == 1 ? expected.lowestSecond : 0x80;
        const uchar highest = i == 1 ? expected.highestSecond : 0xbf;
        if (i == bytes.size() || uchar(bytes[i]) < lowest || uchar(bytes[i]) > highest)
            return {false, i, 1};
    }
    if (expected.count < 0)
        return {false, 1, 1};
    return {true, expected.count + 1, expected.count == 3 ? 2 : 1};
}

QByteArray replaceInvalidUtf8(const QByteArray &text)
{
    if (text.isValidUtf8())
        return text;
    QByteArray result;
    result.reserve(text.size() + text.size() / 2);
    for (QByteArrayView rest = text; !rest.isEmpty();) {
        const Utf8Character character = firstUtf8Character(rest);
        result += character.valid ? rest.first(character.bytes) : replacementCharacter;
        rest = rest.sliced(character.bytes);
    }
    return result;
}

QByteArray decodeFormText(QByteArrayView text)
{
    QByteArray result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = high >= 0 ? hexValue(text[i + 2]) : -1;
        if (low >= 0) {
            result += char(high << 4 | low);
            i += 2;
        } else {
            result += text[i] == '+' ? ' ' : text[i];
        }
    }
    return result;
}

QByteArray decodeLenientBase64(QByteArray base64)
{
    if (const qsizetype padding = base64.indexOf('='); padding >= 0)
        base64.truncate(padding);
    return QByteArray::fromBase64(base64.replace('-', '+').replace('_', '/'));
}

} // namespace ticker
