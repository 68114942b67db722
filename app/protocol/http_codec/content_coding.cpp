// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_codec/content_coding.h"

#include "http_codec/http_message.h"

#include <QtEndian>

#include <array>

namespace ticker {

namespace {

constexpr qsizetype lengthBytes = 4;   ///< Before the stream, as qCompress() writes it.
constexpr qsizetype zlibHeadBytes = 2; ///< RFC 1950, 2.2.
constexpr qsizetype zlibTailBytes = 4; ///< Adler-32.

/// RFC 1952, 8: of each byte, by eight shifts.
constexpr std::array<quint32, 256> makeCrcTable()
{
    std::array<quint32, 256> table{};
    for (quint32 byte = 0; byte < table.size(); ++byte) {
        quint32 value = byte;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1U) != 0 ? 0xedb88320U ^ (value >> 1U) : value >> 1U;
        table[byte] = value;
    }
    return table;
}

quint32 crc32(QByteArrayView text)
{
    static constexpr std::array<quint32, 256> table = makeCrcTable();
    quint32 value = 0xffffffffU;
    for (const char c : text)
        value = table[(value ^ quint8(c)) & 0xffU] ^ (value >> 8U);
    return value ^ 0xffffffffU;
}

QByteArray littleEndian(quint32 value)
{
    QByteArray bytes(sizeof value, Qt::Uninitialized);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

/// The weight of "gzip;q=0.5"; 1 without one, 0 when it makes no sense.
double weightOf(const QByteArray &item)
{
    const QList<QByteArray> parts = item.split(';');
    for (const QByteArray &part : parts.sliced(1)) {
        const QByteArray parameter = part.trimmed().toLower();
        if (parameter.startsWith("q="))
            return parameter.sliced(2).toDouble();
    }
    return 1;
}

} // namespace

bool acceptsGzip(const HttpRequest &request)
{
    bool anything = false;
    for (const HttpHeader &field : request.headers) {
        if (field.first != "accept-encoding")
            continue;
        for (const QByteArray &item : field.second.split(',')) {
            const QByteArray coding = item.split(';').first().trimmed().toLower();
            if (coding == "gzip" || coding == "x-gzip")
                return weightOf(item) > 0;
            if (coding == "*")
                anything = weightOf(item) > 0;
        }
    }
    return anything;
}

QByteArray gzipFromCompressed(QByteArrayView compressed, QByteArrayView text)
{
    // RFC 1952, 2.3: deflate, no name, no time, best compression, unknown system.
    static constexpr char head[] = {'\x1f', '\x8b', 8, 0, 0, 0, 0, 0, 2, '\xff'};
    const qsizetype before = lengthBytes + zlibHeadBytes;
    Q_ASSERT(compressed.size() > before + zlibTailBytes);
    const QByteArrayView deflated = compressed.sliced(before, compressed.size() - before - zlibTailBytes);
    return QByteArray(head, sizeof head) + deflated.toByteArray() + littleEndian(crc32(text))
        + littleEndian(quint32(text.size()));
}

} // namespace ticker
