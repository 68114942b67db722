// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/recorder.h"

#include "open_file.h"
#include "whole_file.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <utility>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace ticker {

namespace {

namespace fs = std::filesystem;

fs::path toPath(const QString &name)
{
    return QFile::encodeName(name).toStdString();
}

QString reasonOf(const std::error_code &error)
{
    return QString::fromLocal8Bit(error.message().c_str());
}

/// Returns whether what was written will be there after the machine has lost its power.
bool makeDurable(const QFile &file)
{
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    Q_UNUSED(file);
    return true;
#endif
}

/// A link to nothing is something, too: the name cannot be had.
bool isTaken(const QString &name)
{
    std::error_code ignored;
    return fs::exists(fs::symlink_status(toPath(name), ignored));
}

std::optional<LocalizedText> whyNotRecorded(const QString &path, bool overwrite)
{
    if (auto why = whyNotReplaced(path))
        return why;
    const bool isThere = QFileInfo::exists(path);
    if (!isThere && isTaken(path))
        return LocalizedText::tr("This is a link to a file that does not exist. Choose another name.");
    if (isThere && !overwrite)
        return LocalizedText::tr("This file already exists. Choose another name.");
    return std::nullopt;
}

/// Gives the file its name, which replaces nobody else's unless it may.
std::error_code rename(const QString &from, const QString &to, bool overwrite)
{
    std::error_code error;
    if (!overwrite) {
        fs::create_hard_link(toPath(from), toPath(to), error);
        if (!error || error == std::errc::file_exists) {
            std::error_code ignored;
            if (!error)
                (void)fs::remove(toPath(from), ignored); // else it has two names
            return error;
        }
        // A file system without links.
        if (QFileInfo::exists(to))
            return std::make_error_code(std::errc::file_exists);
        error.clear();
    }
    fs::rename(toPath(from), toPath(to), error);
    return error;
}

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
    const QString part = path + QStringLiteral(".part");
    if (const auto why = whyNotRecorded(path, options.overwrite))
        return *why;
    if (options.overwrite)
        (void)QFile::remove(part);
    else if (isTaken(part))
        return LocalizedText::tr("%1 already exists. Move it away first.").arg(part);
    auto file = openNew(part);
    if (!file)
        return file.error().why;

    const auto finish = [path, part, overwrite = options.overwrite](QIODevice &device) -> std::optional<LocalizedText> {
        auto *written = qobject_cast<QFile *>(&device);
        Q_ASSERT(written);
        if (!makeDurable(*written))
            return LocalizedText(qt_error_string(errno));
        written->close();
        if (const auto error = rename(part, path, overwrite))
            return LocalizedText::tr("%1 could not be renamed (%2)").arg(part).arg(reasonOf(error));
        makeNameDurable(path);
        return std::nullopt;
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
