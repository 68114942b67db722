// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_codec/body_source.h"
#include "site/byte_range.h"

#include <memory>

class QFile;

namespace ticker {

/// A part of an open file. Nothing is read before it is sent. Server thread.
class FileBody final : public BodySource
{
public:
    FileBody(std::unique_ptr<QFile> file, const ByteRange &range);
    ~FileBody() override;

    [[nodiscard]] std::optional<qint64> size() const override { return m_size; }
    [[nodiscard]] std::optional<QByteArray> next(qsizetype most) override;
    [[nodiscard]] std::optional<FilePart> file() const override;
    void skip(qint64 bytes) override { m_rest = {m_rest.from + bytes, m_rest.size - bytes}; }

private:
    std::unique_ptr<QFile> m_file;
    qint64 m_size;
    ByteRange m_rest; ///< Still to be sent.
};

} // namespace ticker
