// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "printable.h"

#include "fuzz.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace ticker;

namespace {

/// No byte of a control character, in UTF-8, and none of those that turn the direction of text or end a line.
void checkBytes(const QByteArray &bytes)
{
    FUZZ_VERIFY(bytes.isValidUtf8());
    for (const char c : bytes)
        FUZZ_VERIFY(uchar(c) >= ' ' && uchar(c) != 0x7f);
    for (qsizetype i = 0; i + 1 < bytes.size(); ++i)
        FUZZ_VERIFY(uchar(bytes[i]) != 0xc2 || uchar(bytes[i + 1]) >= 0xa0); // C1
    for (const char *sequence :
         {"\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\xaa", "\xe2\x80\xab", "\xe2\x80\xac", "\xe2\x80\xad",
          "\xe2\x80\xae", "\xe2\x81\xa6", "\xe2\x81\xa7", "\xe2\x81\xa8", "\xe2\x81\xa9", "\xef\xbb\xbf"})
        FUZZ_VERIFY(!bytes.contains(sequence));
}

void checkText(const QString &text)
{
    const QString shown = printable(text);
    checkBytes(shown.toUtf8());
    FUZZ_VERIFY(printable(shown) == shown);
    QStringList lines;
    for (const QString &line : text.split(QLatin1Char('\n')))
        lines.append(printable(line));
    FUZZ_VERIFY(printableLines(text) == lines.join(QLatin1Char('\n')));
}

} // namespace

/// The input is UTF-8, and then UTF-16 with halves of characters.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::toBytes(data, size);
    const QString text = QString::fromUtf8(input);
    checkText(text);
    QString units;
    for (qsizetype i = 0; i + 1 < input.size(); i += 2)
        units += QChar(uchar(input[i]), uchar(input[i + 1]));
    checkText(units);

    // What it escapes in JSON is the same value.
    const QJsonArray array{text};
    const QString json = printable(QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
    FUZZ_VERIFY(QJsonDocument::fromJson(json.toUtf8()).array() == array);
    return 0;
}
