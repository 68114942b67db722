// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_streams/text_encoding.h"

#include "stream_reading.h"

#include <QString>
#include <QStringDecoder>

using namespace ticker;

namespace {

constexpr qsizetype mostBytes = 1024 * 1024;

QByteArray textOf(const QByteArray &input, TextEncoding encoding)
{
    const auto content = fuzz::checkStream(input, mostBytes, [encoding](std::unique_ptr<InputStream> source) {
        return std::make_unique<TextStream>(std::move(source), encoding);
    });
    FUZZ_VERIFY(content.error.isEmpty() && !content.isCut && content.bytes.isValidUtf8());
    return content.bytes;
}

/// Those of two bytes each.
QByteArray unitsOf(const QString &text, bool isBigEndian)
{
    QByteArray bytes;
    for (const QChar c : text) {
        const std::array<char, 2> unit{char(c.row()), char(c.cell())};
        bytes.append(isBigEndian ? unit[0] : unit[1]).append(isBigEndian ? unit[1] : unit[0]);
    }
    return bytes;
}

/// However the start of a file is cut, it is known without a fault; and what is taken for UTF-8 is that.
void checkFinding(const QByteArray &input)
{
    for (qsizetype size = 0; size <= input.size(); size += 1 + size / 8)
        (void)findEncoding(QByteArrayView(input).first(size), false);
    if (findEncoding(input, true) == TextEncoding::Utf8)
        FUZZ_VERIFY(input.isValidUtf8());
}

} // namespace

/// The input is a text in each of the encodings, and then one of UTF-8 that is written in them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::toBytes(data, size);
    checkFinding(input);
    (void)textOf(input, TextEncoding::Utf16LittleEndian);
    (void)textOf(input, TextEncoding::Utf16BigEndian);
    const QByteArray latin = textOf(input, TextEncoding::Windows1252);
    FUZZ_VERIFY(QString::fromUtf8(latin).size() == input.size());

    const QString mark(QChar(0xfeff));
    const QString text = QStringDecoder(QStringDecoder::Utf8)(input);
    const QByteArray expected = text.toUtf8();
    for (const bool isBigEndian : {false, true}) {
        const auto encoding = isBigEndian ? TextEncoding::Utf16BigEndian : TextEncoding::Utf16LittleEndian;
        FUZZ_VERIFY(textOf(unitsOf(mark + text, isBigEndian), encoding) == expected);
    }
    return 0;
}
