// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_streams/text_encoding.h"

#include <QUtf8StringView>

#include <algorithm>
#include <array>

namespace ticker {

namespace {

/// Signs of Windows-1252 from 0x80 to 0x9f, those that are none as they are. The others are those of Latin-1.
constexpr std::array<char16_t, 32> windows1252{0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                               0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008d, 0x017d, 0x008f,
                                               0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                               0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178};

QString fromWindows1252(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &sign : text) {
        constexpr char16_t first = 0x80;
        const auto place = std::size_t(sign.unicode() - first);
        if (sign.unicode() >= first && place < windows1252.size())
            sign = windows1252[place];
    }
    return text;
}

/// UTF-16 without a mark: every second byte of ASCII is zero.
std::optional<TextEncoding> findUnmarkedUtf16(QByteArrayView start)
{
    qsizetype zerosAtEven = 0;
    qsizetype zerosAtOdd = 0;
    for (qsizetype i = 0; i < start.size(); ++i) {
        if (start[i] == '\0')
            ++(i % 2 == 0 ? zerosAtEven : zerosAtOdd);
    }
    constexpr qsizetype most = 4; // of the bytes at these places, all but one in so many
    const qsizetype enough = start.size() / 2 - start.size() / 2 / most;
    if (start.size() >= 4 && zerosAtOdd >= enough && zerosAtEven <= start.size() / 2 / most)
        return TextEncoding::Utf16LittleEndian;
    if (start.size() >= 4 && zerosAtEven >= enough && zerosAtOdd <= start.size() / 2 / most)
        return TextEncoding::Utf16BigEndian;
    return std::nullopt;
}

/// A character that is cut at the end is whole in the file.
QByteArrayView withoutCutCharacter(QByteArrayView text)
{
    constexpr qsizetype longest = 4;
    for (qsizetype back = 1; back < longest && back <= text.size(); ++back) {
        const auto c = uchar(text[text.size() - back]);
        if (c < 0x80)
            break;
        if (c >= 0xc0)
            return text.chopped(back);
    }
    return text;
}

/// A few control characters are the fault of their lines.
bool isText(QByteArrayView start)
{
    constexpr qsizetype few = 8;
    const auto isControl = [](char c) { return uchar(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; };
    return std::ranges::count_if(start, isControl) <= start.size() / few;
}

} // namespace

std::optional<TextEncoding> findEncoding(QByteArrayView start, bool isWhole)
{
    if (start.startsWith("\xff\xfe"))
        return TextEncoding::Utf16LittleEndian;
    if (start.startsWith("\xfe\xff"))
        return TextEncoding::Utf16BigEndian;
    if (auto found = findUnmarkedUtf16(start))
        return found;
    if (!isText(start))
        return std::nullopt;
    const QByteArrayView text = isWhole ? start : withoutCutCharacter(start);
    return QUtf8StringView(text).isValidUtf8() ? TextEncoding::Utf8 : TextEncoding::Windows1252;
}

TextStream::TextStream(std::unique_ptr<InputStream> source, TextEncoding encoding)
    : Unpacker(std::move(source)), m_encoding(encoding),
      m_decoder(encoding == TextEncoding::Utf16BigEndian ? QStringConverter::Utf16BE : QStringConverter::Utf16LE)
{
    Q_ASSERT(encoding != TextEncoding::Utf8);
}

Expected<qsizetype, LocalizedText> TextStream::unpack(QByteArrayView input, QByteArray *bytes)
{
    constexpr qsizetype bytesOfSign = 3; // at most, of one in the input
    const QByteArrayView some = input.first(std::min(input.size(), mostBytesOfPiece / bytesOfSign));
    // Coders of Qt keep half a character for the next time.
    const QString text = m_encoding == TextEncoding::Windows1252 ? fromWindows1252(some) : QString(m_decoder(some));
    bytes->append(QByteArray(m_encoder(text)));
    return some.size();
}

std::optional<LocalizedText> TextStream::finish(QByteArrayView /*rest*/, QByteArray * /*bytes*/)
{
    return std::nullopt; // half a character at the end is the fault of the last line
}

} // namespace ticker
