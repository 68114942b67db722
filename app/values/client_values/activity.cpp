// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client_values/activity.h"

#include "printable.h"

#include <QDateTime>
#include <QJsonDocument>

#include <array>

namespace ticker {

namespace {

constexpr std::array<const char *, Activity::kinds> names{
    "listening",         "stopped",          "failed",          "connected",    "subscribed",     "upgraded",
    "disconnected",      "ticks merged",     "message refused", "host refused", "origin refused", "request refused",
    "origin allowed",    "interval set",     "paused",          "resumed",      "seed set",       "single tick",
    "market acted",      "playback steered", "market used",     "file played",  "file left",      "recording started",
    "recording stopped", "file failed",      "noticed",         "omitted"};

} // namespace

QString Activity::nameOf(Kind kind)
{
    return QString::fromLatin1(names[std::size_t(kind)]);
}

bool Activity::isOfClient(Kind kind)
{
    return kind >= Kind::Connected && kind <= Kind::MessageRefused;
}

QJsonObject Activity::toJson() const
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(timeMs).toUTC();
    QJsonObject json{{QStringLiteral("time"), moment.toString(Qt::ISODateWithMs)},
                     {QStringLiteral("kind"), nameOf(kind)}};
    const auto add = [&json](const char *name, const QJsonValue &value) { json[QLatin1String(name)] = value; };
    if (!address.isEmpty()) {
        add("address", address);
        add("port", port);
    }
    if (isOfClient(kind)) {
        add("client", QString::number(client)); // 64 bits, of which many readers of JSON keep 53
        add("transport", transportName(transport));
    }
    if (!text.isEmpty())
        add("text", text);
    if (!detail.isEmpty())
        add(kind == Kind::Connected || kind == Kind::Disconnected ? "name" : "detail", detail);
    if (kind == Kind::Disconnected) {
        add("reason", disconnectReasonText(reason));
        add("seconds", double(duration.count()) / 1000.0);
        add("ticks", qint64(count));
        add("bytes", qint64(bytes));
    }
    if (kind == Kind::Subscribed || kind == Kind::Omitted)
        add("count", qint64(count));
    if (kind == Kind::Subscribed)
        add("all", value != 0);
    if (kind == Kind::IntervalSet || kind == Kind::MarketActed)
        add("value", value);
    if (byProgram)
        add("byProgram", true);
    return json;
}

QByteArray toJsonLines(const Activities &lines)
{
    QByteArray bytes;
    for (const Activity &line : lines) {
        const QByteArray json = QJsonDocument(line.toJson()).toJson(QJsonDocument::Compact);
        bytes += printable(QString::fromUtf8(json)).toUtf8() + '\n'; // a terminal may show it
    }
    return bytes;
}

} // namespace ticker
