// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio_codec/socketio_placeholder.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>
#include <vector>

namespace ticker {

bool isPlaceholder(const QJsonValue &value)
{
    return value.toObject().value(QLatin1String("_placeholder")).toBool(false);
}

std::optional<qsizetype> attachmentNumber(const QJsonValue &placeholder, qsizetype count)
{
    const QJsonValue number = placeholder.toObject().value(QLatin1String("num"));
    const double value = number.toDouble(-1);
    if (value < 0 || value >= double(count) || std::floor(value) != value)
        return std::nullopt;
    return qsizetype(value);
}

/// With a list of its own instead of recursion: how deep it goes is the peer's choice.
bool placeholdersFit(const QJsonValue &payload, qsizetype count)
{
    std::vector<QJsonValue> open{payload};
    const auto look = [&open](const QJsonValue &element) {
        if (element.isArray() || element.isObject())
            open.push_back(element);
    };
    while (!open.empty()) {
        const QJsonValue value = std::move(open.back());
        open.pop_back();
        if (isPlaceholder(value)) {
            if (!attachmentNumber(value, count))
                return false;
        } else if (value.isArray()) {
            const QJsonArray array = value.toArray();
            for (const QJsonValue element : array)
                look(element);
        } else {
            const QJsonObject object = value.toObject();
            for (const QJsonValue element : object)
                look(element);
        }
    }
    return true;
}

QByteArray placeholderText(qsizetype number)
{
    return "{\"_placeholder\":true,\"num\":" + QByteArray::number(number) + '}';
}

} // namespace ticker
