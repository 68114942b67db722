// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/recorder.h"

#include "part_file.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

/// RFC 4180; a name without peculiar characters stays as it is.
void appendField(QByteArray *line, const QString &text)
{
    QByteArray field = text.toUtf8();
    if (field.contains(',') || field.contains('"'))
        field = '"' + field.replace("\"", "\"\"") + '"';
    *line += field;
}

} // namespace

Expected<std::unique_ptr<Recorder>, LocalizedText> Recorder::start(const QString &path, const Options &options)
{
    auto file = openPartFile(path, options.overwrite);
    if (!file)
        return file.error();

    const auto finish = [path, overwrite = options.overwrite](QIODevice &device) {
        auto *written = qobject_cast<QFile *>(&device);
        Q_ASSERT(written);
        return finishPartFile(*written, path, overwrite);
    };
    return std::unique_ptr<Recorder>(new Recorder({file.takeValue(), finish, path}, options));
}

Recorder::Recorder(RecorderWriter::Output output, const Options &options)
    : m_block("time,seq,symbol,price,size\n"), m_bytes(quint64(m_block.size())),
      m_writer(std::move(output), options.onEnd)
{
}

Recorder::~Recorder()
{
    finish();
}

void Recorder::append(const MarketSpec &spec, const Tick &tick, qint64 timeMs)
{
    if (m_writer.state() != RecorderWriter::State::Writing)
        return;
    m_lastTimeMs = std::max(m_lastTimeMs, timeMs);
    const qsizetype before = m_block.size();
    const QByteArray moment = QByteArray::number(m_lastTimeMs) + ',' + QByteArray::number(tick.seq) + ',';
    for (const Quote &quote : tick.quotes) {
        const Instrument &instrument = spec.instruments[quote.instrument];
        m_block += moment;
        appendField(&m_block, instrument.symbol);
        m_block += ',';
        instrument.grid.appendTo(m_block, quote.price);
        m_block += ',';
        instrument.sizes.appendWithZeros(m_block, quote.size); // so that its start tells how many there are
        m_block += '\n';
    }
    m_ticks += tick.quotes.empty() ? 0 : 1;
    m_bytes += quint64(m_block.size() - before);
    if (m_block.size() >= blockBytes)
        flush();
}

void Recorder::flush()
{
    if (m_block.isEmpty())
        return;
    (void)m_writer.write(std::exchange(m_block, {})); // whether it was taken is told by state()
    m_block.reserve(blockBytes + blockBytes / 8);
}

void Recorder::finish()
{
    flush();
    m_writer.finish();
}

} // namespace ticker
