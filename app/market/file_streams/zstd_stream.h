// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_streams/unpacker.h"

#include <memory>

struct ZSTD_DCtx_s;

namespace ticker {

/// What is packed in the format of Zstandard (RFC 8878), in one frame or several. Frames of older formats, which the
/// library may know, are none. One thread.
class ZstdStream final : public Unpacker
{
public:
    /// A frame that needs more memory than 2 to this is refused: 32 MiB. What `zstd -19` makes needs 8.
    static constexpr int mostWindowLog = 25;

    explicit ZstdStream(std::unique_ptr<InputStream> source);
    ~ZstdStream() override;

private:
    [[nodiscard]] Expected<qsizetype, LocalizedText> unpack(QByteArrayView input, QByteArray *bytes) override;
    [[nodiscard]] std::optional<LocalizedText> finish(QByteArrayView rest, QByteArray *bytes) override;

    struct Free final
    {
        void operator()(ZSTD_DCtx_s *context) const;
    };
    std::unique_ptr<ZSTD_DCtx_s, Free> m_context;
    qsizetype m_ofFrame = 0; ///< So many of its bytes were taken; 0: the next one begins.
};

} // namespace ticker
