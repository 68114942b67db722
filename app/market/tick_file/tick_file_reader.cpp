// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_file/tick_file_reader.h"

#include "tick_file/tick_file_csv.h"
#include "tick_file/tick_file_json.h"
#include "tick_file/tick_file_values.h"

#include <utility>

namespace ticker {

struct TickFileReader::RawLine final
{
    QByteArrayView text; ///< Without its end; of one that is too long, nothing.
    quint64 offset = 0;
    bool isWhole = true; ///< It has an end.
    bool isTooLong = false;
};

TickFileReader::TickFileReader(const TickFileSymbol &defaultSymbol) : m_defaultSymbol(defaultSymbol) { }
TickFileReader::~TickFileReader() = default;
TickFileReader::TickFileReader(TickFileReader &&) noexcept = default;
TickFileReader &TickFileReader::operator=(TickFileReader &&) noexcept = default;

void TickFileReader::append(QByteArrayView bytes)
{
    if (m_start > 0) {
        m_buffer.remove(0, m_start);
        m_scanned -= m_start;
        m_start = 0;
    }
    m_buffer.append(bytes);
}

void TickFileReader::restart(quint64 offset, quint64 line, qint64 timeNs)
{
    Q_ASSERT(line > 0 && (offset == 0 || m_format));
    m_buffer.clear();
    m_start = 0;
    m_scanned = 0;
    m_offset = offset;
    m_line = line - 1;
    m_timeNs = timeNs;
    m_isDropping = false;
    m_finished = false;
    m_expectsHeader = offset == 0;
    m_fatal.reset();
}

/// The line from m_start on, which is then behind it; nothing: it is not whole.
std::optional<TickFileReader::RawLine> TickFileReader::takeLine()
{
    for (;;) {
        const qsizetype end = m_buffer.indexOf('\n', m_scanned);
        const qsizetype stop = end < 0 ? m_buffer.size() : end;
        const qsizetype size = stop - m_start;
        const bool isTooLong = size > mostLineBytes && !m_isDropping;
        const bool isLast = end < 0 && m_finished && size > 0;
        m_scanned = stop;
        if (end < 0 && !isTooLong && !isLast && !m_isDropping)
            return std::nullopt;

        RawLine raw{QByteArrayView(m_buffer).sliced(m_start, isTooLong ? 0 : size), m_offset, end >= 0, isTooLong};
        const bool isRest = std::exchange(m_isDropping, end < 0 && (isTooLong || m_isDropping));
        m_start = m_scanned = end < 0 ? stop : stop + 1;
        m_offset += quint64(size) + (end < 0 ? 0 : 1);
        if (!isRest) {
            ++m_line;
            return raw;
        }
        if (end < 0)
            return std::nullopt;
    }
}

Expected<const TickFileLine *, TickFileError> TickFileReader::next()
{
    if (m_fatal)
        return *m_fatal;
    while (const auto raw = takeLine()) {
        const auto found = read(*raw);
        if (!found)
            return fail(found.error());
        if (*found == Found::Quotes)
            return &m_current;
    }
    return nullptr;
}

Expected<TickFileReader::Found, TickFileFault> TickFileReader::read(const RawLine &raw)
{
    if (raw.isTooLong) {
        return TickFileFault{{}, LocalizedText::tr("longer than %1 bytes").arg(mostLineBytes), false};
    }
    QByteArrayView text = raw.text;
    constexpr QByteArrayView byteOrderMark = "\xef\xbb\xbf";
    if (raw.offset == 0 && text.startsWith(byteOrderMark))
        text = text.sliced(byteOrderMark.size());
    if (text.endsWith('\r'))
        text.chop(1);
    if (text.contains('\0'))
        return TickFileFault{{}, LocalizedText::tr("contains a zero byte, so this is not a text file"), false};
    if (!text.isValidUtf8())
        return TickFileFault{{}, LocalizedText::tr("not valid UTF-8"), false};
    const QByteArrayView trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.front() == '#')
        return Found::Nothing;

    const bool isHeader = m_expectsHeader && trimmed.front() != '{';
    if (m_expectsHeader) {
        if (auto problem = readFormat(text))
            return *problem;
        m_expectsHeader = false;
    }
    if (isHeader)
        return Found::Nothing;
    auto problem = m_format->read(text, raw.isWhole, &m_current);
    if (problem && problem->isMissing && !raw.isWhole)
        return TickFileFault{{}, LocalizedText::tr("incomplete, the file ends here"), false};
    if (problem)
        return *problem;
    if (m_current.timeNs < m_timeNs)
        return TickFileFault{QStringLiteral("time"), LocalizedText::tr("earlier than on the previous line"), false};
    m_timeNs = m_current.timeNs;
    m_current.line = m_line;
    m_current.offset = raw.offset;
    return Found::Quotes;
}

std::optional<TickFileFault> TickFileReader::readFormat(QByteArrayView text)
{
    const char first = text.trimmed().front();
    if (first == '[') {
        return TickFileFault{{}, LocalizedText::tr("this is a JSON array; write one object per line"), false};
    }
    if (first == '{') {
        m_format = std::make_unique<TickFileJson>(m_defaultSymbol);
        return std::nullopt;
    }
    auto csv = TickFileCsv::fromHeader(text, m_defaultSymbol);
    if (!csv)
        return csv.error();
    m_format = csv.takeValue();
    return std::nullopt;
}

TickFileError TickFileReader::fail(const TickFileFault &fault)
{
    TickFileError error{m_line, fault.field, fault.message};
    // Without a header, no line can be understood.
    if (m_expectsHeader)
        m_fatal = error;
    return error;
}

} // namespace ticker
