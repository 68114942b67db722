// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activity_text.h"

#include "market_values/market_action.h"
#include "widgets/formats.h"

#include <QDateTime>
#include <QDir>

namespace ticker {

namespace {

using Kind = Activity::Kind;

constexpr double percent = 100;

struct Text final
{
    Q_DECLARE_TR_FUNCTIONS(ticker::ActivityText)
};

QString subscription(const Activity &line, const QLocale &locale)
{
    if (line.count == 0)
        return Text::tr("No instruments");
    if (line.value != 0)
        return Text::tr("All instruments");
    return line.text.isEmpty() ? Text::tr("%1 instruments").arg(formats::count(line.count, locale)) : line.text;
}

QString ending(const Activity &line, const QLocale &locale)
{
    const QString ticks = line.count == 1 ? Text::tr("1 tick")
                                          : Text::tr("%1 ticks").arg(formats::count(line.count, locale));
    //: why, how long it was connected, ticks, bytes
    return Text::tr("%1; connected for %2, %3, %4")
        .arg(ActivityText::reason(line.reason), formats::duration(line.duration, locale), ticks,
             formats::bytes(line.bytes, locale));
}

QString marketAction(const Activity &line, const QLocale &locale)
{
    const QString symbol = line.text.isEmpty() ? Text::tr("all instruments") : line.text;
    const auto share = [&] { return formats::number(line.value * percent, 2, locale); };
    switch (MarketAction::fromName(line.detail).value_or(MarketAction::Kind::Spike)) {
    case MarketAction::Kind::Spike:
        return Text::tr("Spike of %1 %, %2").arg(share(), symbol);
    case MarketAction::Kind::Crash:
        return Text::tr("Crash of %1 %, %2").arg(share(), symbol);
    case MarketAction::Kind::Halt:
        return Text::tr("Halt, %1").arg(symbol);
    case MarketAction::Kind::Resume:
        return Text::tr("Resume, %1").arg(symbol);
    case MarketAction::Kind::Flat:
        return line.value != 0 ? Text::tr("Flat, %1").arg(symbol) : Text::tr("Flat off, %1").arg(symbol);
    case MarketAction::Kind::Burst:
        return Text::tr("Burst of %1 ticks, %2").arg(formats::number(line.value, 0, locale), symbol);
    case MarketAction::Kind::Drift:
        return Text::tr("Drift of %1 % per tick, %2").arg(share(), symbol);
    }
    Q_UNREACHABLE();
    return {};
}

QString plainDetails(const Activity &line, const QLocale &locale)
{
    QString text = line.text.simplified();
    switch (line.kind) {
    case Kind::Connected:
        //: transport, user agent or name
        if (!line.detail.isEmpty())
            text = text.isEmpty() ? line.detail : Text::tr("%1, %2").arg(line.detail, text);
        return text.isEmpty() ? transportName(line.transport)
                              : Text::tr("%1, %2").arg(transportName(line.transport), text);
    case Kind::Subscribed:
        return subscription(line, locale);
    case Kind::Upgraded:
        return Text::tr("From polling to WebSocket");
    case Kind::Disconnected:
        return ending(line, locale);
    case Kind::TicksMerged:
        return Text::tr("Too slow for every tick; receives only the newest");
    case Kind::MessageRefused:
        //: code of the error, what it is about
        return text.isEmpty() ? line.detail : Text::tr("%1: %2").arg(line.detail, text);
    case Kind::IntervalSet:
        return formats::rate(line.value, locale);
    case Kind::MarketActed:
        return marketAction(line, locale);
    case Kind::MarketUsed:
        return text.isEmpty() ? Text::tr("Built-in market") : QDir::toNativeSeparators(text);
    case Kind::FilePlayed:
    case Kind::RecordingStarted:
        return QDir::toNativeSeparators(text);
    case Kind::FileFailed:
        return text.isEmpty() ? line.localized.translated()
                              : Text::tr("%1: %2").arg(QDir::toNativeSeparators(text), line.localized.translated());
    case Kind::Omitted:
        return Text::tr("%1 more not shown").arg(formats::count(line.count, locale));
    case Kind::Failed:
    case Kind::RequestRefused:
    case Kind::Noticed:
        return line.localized.isEmpty() ? text : line.localized.translated().simplified();
    default:
        return text;
    }
}

} // namespace

ActivityText::Group ActivityText::groupOf(Kind kind)
{
    if (Activity::isOfClient(kind) || kind == Kind::Omitted)
        return Group::Clients;
    switch (kind) {
    case Kind::Listening:
    case Kind::Stopped:
    case Kind::Failed:
    case Kind::Noticed:
        return Group::Server;
    case Kind::HostRefused:
    case Kind::OriginRefused:
    case Kind::RequestRefused:
        return Group::Refused;
    default:
        return Group::Control;
    }
}

QString ActivityText::groupName(Group group)
{
    switch (group) {
    case Group::Server:
        return tr("Server");
    case Group::Clients:
        return tr("Clients");
    case Group::Refused:
        return tr("Refused");
    case Group::Control:
        return tr("Control");
    }
    Q_UNREACHABLE();
    return {};
}

QString ActivityText::title(Kind kind)
{
    switch (kind) {
    case Kind::Listening:
        return tr("Listening");
    case Kind::Stopped:
        return tr("Stopped");
    case Kind::Failed:
        return tr("Failed");
    case Kind::Connected:
        return tr("Connected");
    case Kind::Subscribed:
        return tr("Subscribed");
    case Kind::Upgraded:
        return tr("Upgraded");
    case Kind::Disconnected:
        return tr("Disconnected");
    case Kind::TicksMerged:
        return tr("Ticks merged");
    case Kind::MessageRefused:
        return tr("Message refused");
    case Kind::HostRefused:
        return tr("Host refused");
    case Kind::OriginRefused:
        return tr("Origin refused");
    case Kind::RequestRefused:
        return tr("Request refused");
    case Kind::OriginAllowed:
        return tr("Origin allowed");
    case Kind::IntervalSet:
        return tr("Rate changed");
    case Kind::Paused:
        return tr("Paused");
    case Kind::Resumed:
        return tr("Resumed");
    case Kind::SeedSet:
        return tr("Seed set");
    case Kind::SingleTick:
        return tr("Single tick");
    case Kind::MarketActed:
        return tr("Market changed");
    case Kind::PlaybackSteered:
        return tr("Playback changed");
    case Kind::MarketUsed:
        return tr("Market opened");
    case Kind::FilePlayed:
        return tr("File played");
    case Kind::FileLeft:
        return tr("Back to the market");
    case Kind::RecordingStarted:
        return tr("Recording started");
    case Kind::RecordingStopped:
        return tr("Recording stopped");
    case Kind::FileFailed:
        return tr("File refused");
    case Kind::Noticed:
        return tr("Notice");
    case Kind::Omitted:
        return tr("Entries omitted");
    }
    Q_UNREACHABLE();
    return {};
}

QString ActivityText::details(const Activity &line, const QLocale &locale)
{
    QString text = plainDetails(line, locale);
    if (!line.byProgram)
        return text;
    //: Not in the window: asked for by a program. What, perhaps.
    return text.isEmpty() ? tr("Via the API") : tr("%1 (via the API)").arg(text);
}

QString ActivityText::peer(const Activity &line)
{
    if (line.address.isEmpty())
        return {};
    const bool isV6 = line.address.contains(QLatin1Char(':'));
    return (isV6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(line.address).arg(line.port);
}

QString ActivityText::time(const Activity &line)
{
    return QDateTime::fromMSecsSinceEpoch(line.timeMs).toString(QStringLiteral("HH:mm:ss.zzz"));
}

QString ActivityText::reason(DisconnectReason reason)
{
    switch (reason) {
    case DisconnectReason::ClientClosed:
        return tr("Closed by the client");
    case DisconnectReason::ConnectionLost:
        return tr("Connection lost");
    case DisconnectReason::PollAbandoned:
        return tr("Poll aborted by the client");
    case DisconnectReason::PollOverlap:
        return tr("Two polls at once");
    case DisconnectReason::PostOverlap:
        return tr("Two POSTs at once");
    case DisconnectReason::PostAbandoned:
        return tr("POST aborted by the client");
    case DisconnectReason::BadContentType:
        return tr("Binary data in a POST");
    case DisconnectReason::BadFrame:
        return tr("Invalid or oversized WebSocket message");
    case DisconnectReason::BadPacket:
        return tr("Invalid packet");
    case DisconnectReason::BadHeartbeat:
        return tr("Heartbeat in the wrong direction");
    case DisconnectReason::PingTimeout:
        return tr("Ping timeout");
    case DisconnectReason::ConnectTimeout:
        return tr("No namespace joined in time");
    case DisconnectReason::BadSocketIoPacket:
        return tr("Invalid Socket.IO packet");
    case DisconnectReason::UnexpectedPacket:
        return tr("Unexpected Socket.IO packet");
    case DisconnectReason::TooSlow:
        return tr("Too slow: send queue full");
    case DisconnectReason::Stalled:
        return tr("Stalled: accepted no more data");
    case DisconnectReason::Kicked:
        return tr("Disconnected by the user");
    case DisconnectReason::ServerShutdown:
        return tr("Server shutting down");
    case DisconnectReason::ServerMoved:
        return tr("Server moved to another address");
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace ticker
