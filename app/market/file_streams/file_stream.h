// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_streams/input_stream.h"

#include <QFile>
#include <QString>

#include <memory>
#include <optional>

namespace ticker {

/// A file from its start, or what comes through a pipe, without ever waiting for it. One thread.
class FileStream final : public InputStream
{
public:
    /// Open for reading, unbuffered and without waiting. With its path, a regular file is one that grows: it has no end
    /// until it is truncated or replaced, which is an error.
    explicit FileStream(std::shared_ptr<QFile> file, const QString &growingPath = {});

    [[nodiscard]] Expected<Piece, LocalizedText> read(QByteArray *bytes) override;
    [[nodiscard]] quint64 bytesOfFile() const override { return m_read; }

private:
    [[nodiscard]] qint64 readSome(char *bytes) const;
    [[nodiscard]] Expected<Piece, LocalizedText> atEnd();

    std::shared_ptr<QFile> m_file;
    QString m_growingPath; ///< Empty: the end of the file is the end.
    bool m_isSocket = false;
    quint64 m_read = 0;
    std::optional<LocalizedText> m_error;
};

} // namespace ticker
