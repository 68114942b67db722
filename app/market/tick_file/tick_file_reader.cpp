// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_file/tick_file_reader.h"

#include "tick_columns/tick_sniffer.h"
#include "tick_file/tick_file_csv.h"
#include "tick_file/tick_file_json.h"

#include <algorithm>
#include <utility>

namespace ticker {

struct TickFileReader::RawLine final
{
    QByteArrayView text; ///< Without its end; of one that is too long, nothing.
    quint64 offset = 0;
    bool isWhole = true; ///< It has an end.
    bool isTooLong = false;
};

TickFileReader::TickFileReader(const TickFileSymbol &defaultSymbol, const TickReadOptions &options)
    : m_defaultSymbol(defaultSymbol), m_options(options)
{
}
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
    Q_ASSERT(line > 0);
    m_buffer.clear();
    m_start = 0;
    m_scanned = 0;
    m_offset = offset;
    m_line = line - 1;
    m_timeNs = timeNs;
    m_isDropping = false;
    m_finished = false;
    m_fatal.reset();
}

/// By what was appended since the start of the file.
void TickFileReader::sniff()
{
    const QByteArrayView start = QByteArrayView(m_buffer).sliced(m_start);
    const bool isWhole = m_finished && start.size() <= sniffedBytes;
    const auto layout = sniffTickFile(start.first(std::min(start.size(), sniffedBytes)), isWhole, m_options);
    if (!layout) {
        m_fatal = TickFileError{layout.error().line, {}, layout.error().message};
        return;
    }
    if (!layout->hasColumn(TickField::Symbol) && layout->form == TickLayout::Form::Csv && layout->instruments.empty()
        && m_defaultSymbol.isEmpty()) {
        m_fatal = TickFileError{1, {}, LocalizedText::tr("the file does not say which symbol it is of")};
        return;
    }
    setLayout(*layout);
}

void TickFileReader::setLayout(const TickLayout &layout)
{
    m_layout = layout;
    if (layout.form == TickLayout::Form::Csv)
        m_format = std::make_unique<TickFileCsv>(layout, m_defaultSymbol);
    else
        m_format = std::make_unique<TickFileJson>(layout, m_defaultSymbol);
}

std::optional<TickLayout::Content> TickFileReader::content() const
{
    return m_format ? std::optional(m_format->content()) : std::nullopt;
}

std::vector<TickFileCell> TickFileReader::cells() const
{
    return m_format ? m_format->cells() : std::vector<TickFileCell>();
}

/// What is before the data says nothing any more.
void TickFileReader::skipToData()
{
    const auto skipped = qsizetype(
        std::min<quint64>(m_layout->dataOffset - m_offset, quint64(m_buffer.size() - m_start)));
    m_start += skipped;
    m_scanned = std::max(m_scanned, m_start);
    m_offset += quint64(skipped);
    if (m_offset == m_layout->dataOffset)
        m_line = m_layout->dataLine - 1;
}

/// Its number comes on top.
qsizetype TickFileReader::mostBytesOfLine() const
{
    constexpr qsizetype numberBytes = 24;
    return m_layout->hasLineNumbers ? mostLineBytes + numberBytes : mostLineBytes;
}

/// The line from m_start on, which is then behind it; nothing: it is not whole.
std::optional<TickFileReader::RawLine> TickFileReader::takeLine()
{
    for (;;) {
        const qsizetype end = m_buffer.indexOf(m_layout->lineEnd, m_scanned);
        const qsizetype stop = end < 0 ? m_buffer.size() : end;
        const qsizetype size = stop - m_start;
        const bool isTooLong = size > mostBytesOfLine() && !m_isDropping;
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
            if (m_layout->hasLineNumbers)
                takeNumber(&raw);
            return raw;
        }
        if (end < 0)
            return std::nullopt;
    }
}

/// In a file that was sorted here, so that it is well-formed.
void TickFileReader::takeNumber(RawLine *raw)
{
    const qsizetype colon = std::max<qsizetype>(raw->text.indexOf(':'), 0);
    m_line = raw->text.first(colon).toULongLong();
    raw->text = raw->text.sliced(std::min(colon + 1, raw->text.size()));
}

Expected<const TickFileLine *, TickFileError> TickFileReader::next()
{
    if (!m_layout && !m_fatal) {
        if (m_buffer.size() - m_start < sniffedBytes && !m_finished)
            return nullptr;
        sniff();
    }
    if (m_fatal)
        return *m_fatal;
    if (m_offset < m_layout->dataOffset)
        skipToData();
    while (const auto raw = takeLine()) {
        m_currentText = raw->text;
        const auto found = read(*raw);
        if (!found)
            return TickFileError{m_line, found.error().field, found.error().message};
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
    if (text.endsWith('\r'))
        text.chop(1);
    if (text.contains('\0'))
        return TickFileFault{{}, LocalizedText::tr("contains a zero byte, so this is not a text file"), false};
    if (!text.isValidUtf8())
        return TickFileFault{{}, LocalizedText::tr("not valid UTF-8"), false};
    const QByteArrayView trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.front() == '#')
        return Found::Nothing;

    m_current.timeNs = m_timeNs;
    auto problem = m_timesOnly ? m_format->readTime(text, &m_current) : m_format->read(text, raw.isWhole, &m_current);
    if (problem && problem->isMissing && !raw.isWhole)
        return TickFileFault{{}, LocalizedText::tr("incomplete, the file ends here"), false};
    if (problem)
        return *problem;
    m_timeNs = m_current.timeNs;
    m_current.line = m_line;
    m_current.offset = raw.offset;
    return Found::Quotes;
}

} // namespace ticker
