// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio_decoder.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>
#include <vector>

namespace ticker {

namespace {

bool isPlaceholder(const QJsonObject &object)
{
    return object.value(QLatin1String("_placeholder")).toBool(false);
}

bool isNumberBelow(const QJsonValue &number, qsizetype count)
{
    if (!number.isDouble())
        return false;
    const double value = number.toDouble();
    return value >= 0 && value < double(count) && std::floor(value) == value;
}

/// Whether each placeholder names an attachment. With a list of its own instead of recursion: how deep it goes is the
/// peer's choice.
bool placeholdersFit(const QJsonValue &data, qsizetype count)
{
    std::vector<QJsonValue> open{data};
    while (!open.empty()) {
        const QJsonValue value = std::move(open.back());
        open.pop_back();
        if (value.isArray()) {
            const QJsonArray array = value.toArray();
            for (const QJsonValue element : array) {
                if (element.isArray() || element.isObject())
                    open.push_back(element);
            }
        } else if (value.isObject()) {
            const QJsonObject object = value.toObject();
            if (isPlaceholder(object)) {
                if (!isNumberBelow(object.value(QLatin1String("num")), count))
                    return false;
                continue;
            }
            for (const QJsonValue element : object) {
                if (element.isArray() || element.isObject())
                    open.push_back(element);
            }
        }
    }
    return true;
}

} // namespace

SocketIoDecoder::Result SocketIoDecoder::addText(const QByteArray &text)
{
    if (m_unfinished)
        return SocketIoError{SocketIoError::Code::AttachmentExpected, 0};
    auto packet = decodeSocketIoPacket(text);
    if (!packet)
        return packet.error();
    if (packet->attachmentCount == 0)
        return std::optional(packet.takeValue());
    m_unfinished = packet.takeValue();
    return std::optional<SocketIoPacket>();
}

SocketIoDecoder::Result SocketIoDecoder::addBinary(const QByteArray &data)
{
    if (!m_unfinished)
        return SocketIoError{SocketIoError::Code::AttachmentUnexpected, 0};
    m_unfinished->attachments.append(data);
    if (m_unfinished->attachments.size() < m_unfinished->attachmentCount)
        return std::optional<SocketIoPacket>();
    if (!placeholdersFit(m_unfinished->data, m_unfinished->attachments.size()))
        return SocketIoError{SocketIoError::Code::BadPlaceholder, 0};
    return std::exchange(m_unfinished, std::nullopt);
}

} // namespace ticker
