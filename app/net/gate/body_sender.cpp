// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate/body_sender.h"

#include "gate/lane_meter.h"
#include "http_codec/body_source.h"
#include "streams/byte_stream.h"

#include <algorithm>

namespace ticker {

namespace {

/// Bytes of a piece that is made: as JSON a quarter of a millisecond's work, and what is kept for a client that does not
/// read.
constexpr qsizetype pieceBytes = 16 * 1024;
/// The same from a file, of which nothing is kept.
constexpr qint64 filePieceBytes = 64 * 1024;

/// RFC 9112, 7.1; an empty one is the last.
QByteArray chunk(const QByteArray &piece)
{
    return QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
}

} // namespace

BodySender::BodySender(BodyTurns &turns, ByteStream &stream, LaneCharge &lane, Owner &owner,
                       std::shared_ptr<BodySource> source, bool chunked)
    : m_turns(turns), m_stream(stream), m_lane(lane), m_owner(owner), m_source(std::move(source)), m_chunked(chunked)
{
}

BodySender::~BodySender()
{
    m_turns.leave(*this);
}

qsizetype BodySender::takeTurn()
{
    Sent sent;
    if (m_stream.unsentBytes() == 0 && !m_ended && !m_stream.isOver())
        sent = sendPiece();
    if (m_stream.isOver() || sent.isBroken)
        m_owner.bodyBroken();
    else if (m_stream.unsentBytes() > 0 || sent.isFull)
        m_owner.bodyWaits();
    else if (m_ended)
        m_owner.bodySent();
    else
        goOn();
    return sent.bytes;
}

BodySender::Sent BodySender::sendPiece()
{
    if (const auto sent = sendFromFile())
        return *sent;
    const auto piece = m_source->next(pieceBytes);
    if (!piece)
        return {.isBroken = true};
    m_ended = piece->isEmpty();
    if (m_ended && !m_chunked)
        return {};
    const QByteArray bytes = m_chunked ? chunk(*piece) : *piece;
    m_lane.downMore(bytes.size());
    m_stream.send(bytes);
    return {.bytes = bytes.size()};
}

/// Nothing: it has to be read.
std::optional<BodySender::Sent> BodySender::sendFromFile()
{
    const auto file = m_source->file();
    if (!file || m_chunked || file->size == 0)
        return std::nullopt;
    const auto sent = m_stream.sendFile(file->descriptor, file->from, std::min(file->size, filePieceBytes));
    if (!sent)
        return std::nullopt;
    if (*sent < 0)
        return Sent{.isBroken = true};
    m_source->skip(*sent);
    m_lane.downMore(*sent);
    m_ended = *sent == file->size;
    return Sent{.bytes = qsizetype(*sent), .isFull = *sent == 0};
}

} // namespace ticker
