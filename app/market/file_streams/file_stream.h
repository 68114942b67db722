// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_streams/input_stream.h"

#include <QFile>

#include <memory>
#include <optional>

namespace ticker {

/// A file from its start, or what comes through a pipe, without ever waiting for it. One thread.
class FileStream final : public InputStream
{
public:
    /// Open for reading, unbuffered and without waiting.
    explicit FileStream(std::shared_ptr<QFile> file) : m_file(std::move(file)) { }

    [[nodiscard]] Expected<Piece, LocalizedText> read(QByteArray *bytes) override;
    [[nodiscard]] quint64 bytesOfFile() const override { return m_read; }

private:
    std::shared_ptr<QFile> m_file;
    quint64 m_read = 0;
    std::optional<LocalizedText> m_error;
};

} // namespace ticker
