// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_streams/unpacker.h"

#include <memory>

struct z_stream_s;

namespace ticker {

/// What is packed in the format of gzip (RFC 1952), in one member or several, perhaps with zeros behind them. One thread.
class GzipStream final : public Unpacker
{
public:
    explicit GzipStream(std::unique_ptr<InputStream> source);
    ~GzipStream() override;

private:
    [[nodiscard]] Expected<qsizetype, LocalizedText> unpack(QByteArrayView input, QByteArray *bytes) override;
    [[nodiscard]] std::optional<LocalizedText> finish(QByteArrayView rest, QByteArray *bytes) override;

    std::unique_ptr<z_stream_s> m_zlib;
    bool m_isInMember = false;
    bool m_hadMember = false;
    bool m_isPadding = false; ///< To the end there are zeros.
};

} // namespace ticker
