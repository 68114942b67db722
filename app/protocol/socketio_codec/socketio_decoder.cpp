// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio_codec/socketio_decoder.h"

#include "json_text.h"
#include "socketio_codec/socketio_placeholder.h"

#include <numeric>

namespace ticker {

SocketIoDecoder::Result SocketIoDecoder::addText(const QByteArray &text)
{
    if (m_unfinished)
        return SocketIoError{SocketIoError::Code::AttachmentExpected, 0};
    auto packet = decodeSocketIoPacket(text);
    if (!packet)
        return packet.error();
    if (packet->attachmentCount == 0)
        return std::optional(packet.takeValue());
    m_unfinishedBytes = text.size();
    if (m_unfinishedBytes > SocketIoPacket::maxBytesWithAttachments)
        return SocketIoError{SocketIoError::Code::AttachmentsTooLarge, 0};
    m_unfinished = packet.takeValue();
    return std::optional<SocketIoPacket>();
}

SocketIoDecoder::Result SocketIoDecoder::addBinary(const QByteArray &data)
{
    if (!m_unfinished)
        return SocketIoError{SocketIoError::Code::AttachmentUnexpected, 0};
    m_unfinishedBytes += data.size();
    if (m_unfinishedBytes > SocketIoPacket::maxBytesWithAttachments)
        return SocketIoError{SocketIoError::Code::AttachmentsTooLarge, 0};
    m_unfinished->attachments.append(data);
    if (m_unfinished->attachments.size() < m_unfinished->attachmentCount)
        return std::optional<SocketIoPacket>();
    const auto payload = parseJson(m_unfinished->json);
    if (payload && !placeholdersFit(*payload, m_unfinished->attachments.size()))
        return SocketIoError{SocketIoError::Code::BadPlaceholder, 0};
    return std::exchange(m_unfinished, std::nullopt);
}

qsizetype SocketIoDecoder::keptBytes() const
{
    if (!m_unfinished)
        return 0;
    return std::accumulate(m_unfinished->attachments.cbegin(), m_unfinished->attachments.cend(),
                           m_unfinished->json.size(),
                           [](qsizetype bytes, const QByteArray &attachment) { return bytes + attachment.size(); });
}

} // namespace ticker
