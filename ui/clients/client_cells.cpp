// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/client_cells.h"

#include "clients/client_columns.h"
#include "widgets/formats.h"
#include "widgets/plain_text.h"

#include <QCoreApplication>

namespace ticker {

namespace {

struct CellText final
{
    Q_DECLARE_TR_FUNCTIONS(ticker::ClientCells)
};

constexpr qsizetype longestUserAgent = 300; // more does not fit a cell, and a head may hold 16 KiB of it

QString userAgent(const ClientRow &row)
{
    return plainText(row.userAgent.left(longestUserAgent).simplified());
}

QString subscriptions(const ClientRow &row)
{
    const Subscription &subscription = row.subscription;
    QString instruments = plainText(subscription.symbols);
    if (subscription.all)
        instruments = QStringLiteral("*");
    else if (instruments.isEmpty() && subscription.instruments > 0)
        instruments = CellText::tr("%1 instruments").arg(formats::count(subscription.instruments));
    if (!row.getsHeadline)
        return instruments;
    //: All prices of the first instrument; and what else it has subscribed to.
    return instruments.isEmpty() ? CellText::tr("headline") : CellText::tr("headline, %1").arg(instruments);
}

QString roundTrip(const ClientRow &row, int decimals)
{
    if (row.roundTrip.count() < 0)
        return QStringLiteral("–");
    const double milliseconds = std::chrono::duration<double, std::milli>(row.roundTrip).count();
    return CellText::tr("%1 ms").arg(QLocale().toString(milliseconds, 'f', decimals));
}

QString roundTripToolTip(const ClientRow &row)
{
    return row.roundTrip.count() < 0 ? CellText::tr("Unknown: no ping answered yet")
                                     : CellText::tr("%1 between the last ping and its pong").arg(roundTrip(row, 3));
}

QString ticksToolTip(const ClientRow &row)
{
    QString sent = CellText::tr("%1 ticks sent").arg(formats::count(row.ticksSent));
    if (row.ticksMerged == 0)
        return sent;
    return sent
        + CellText::tr(", %1 replaced by newer ones before they were sent").arg(formats::count(row.ticksMerged));
}

QString eventsToolTip(const ClientRow &row)
{
    if (row.unknownEvents == 0)
        return CellText::tr("No unhandled events");
    return CellText::tr("%1, the last one: \"%2\"")
        .arg(formats::count(row.unknownEvents), plainText(row.lastUnknownEvent.simplified()));
}

} // namespace

QString ClientCells::endpoint(const ClientRow &row)
{
    const bool isV6 = row.address.contains(QLatin1Char(':'));
    return (isV6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(row.address).arg(row.port);
}

QString ClientCells::header(int column)
{
    switch (column) {
    case ClientColumns::Address:
        return CellText::tr("Address");
    case ClientColumns::Name:
        return CellText::tr("Name");
    case ClientColumns::Transport:
        return CellText::tr("Transport");
    case ClientColumns::UserAgent:
        return CellText::tr("User agent");
    case ClientColumns::Subscriptions:
        return CellText::tr("Subscriptions");
    case ClientColumns::ConnectedFor:
        return CellText::tr("Connected for");
    case ClientColumns::Rate:
        return CellText::tr("Ticks/s");
    case ClientColumns::TicksSent:
        return CellText::tr("Ticks sent");
    case ClientColumns::Merged:
        return CellText::tr("Merged");
    case ClientColumns::Bytes:
        return CellText::tr("Bytes sent");
    case ClientColumns::Unsent:
        return CellText::tr("Unsent");
    case ClientColumns::RoundTrip:
        return CellText::tr("Round trip");
    case ClientColumns::Events:
        return CellText::tr("Events");
    default:
        return {};
    }
}

QString ClientCells::headerToolTip(int column)
{
    switch (column) {
    case ClientColumns::Name:
        return CellText::tr("The name that the client gives itself, by client=NAME in the query");
    case ClientColumns::Rate:
        return CellText::tr("Ticks sent per second, averaged over two seconds");
    case ClientColumns::Merged:
        return CellText::tr("Ticks replaced by a newer one before they were sent");
    case ClientColumns::RoundTrip:
        return CellText::tr("Time between the last ping and its pong");
    case ClientColumns::Bytes:
        return CellText::tr("Payload and framing, without HTTP and TCP headers");
    case ClientColumns::Unsent:
        return CellText::tr("Bytes queued because the client reads too slowly");
    case ClientColumns::Events:
        return CellText::tr("Unhandled events from this client");
    default:
        return {};
    }
}

QString ClientCells::display(const ClientRow &row, int column)
{
    switch (column) {
    case ClientColumns::Address:
        return row.address;
    case ClientColumns::Name:
        return row.name.isEmpty() ? QStringLiteral("–") : plainText(row.name);
    case ClientColumns::Transport:
        return transportName(row.transport);
    case ClientColumns::UserAgent:
        return row.userAgent.isEmpty() ? QStringLiteral("–") : userAgent(row);
    case ClientColumns::Subscriptions:
        return subscriptions(row);
    case ClientColumns::ConnectedFor:
        return formats::duration(row.connectedFor);
    case ClientColumns::Rate:
        return formats::significant(row.ticksPerSecond);
    case ClientColumns::Merged:
        return formats::count(row.ticksMerged);
    case ClientColumns::RoundTrip:
        return roundTrip(row, 1);
    case ClientColumns::TicksSent:
        return formats::count(row.ticksSent);
    case ClientColumns::Bytes:
        return formats::bytes(row.bytesSent);
    case ClientColumns::Unsent:
        return formats::bytes(quint64(qMax<qint64>(row.unsentBytes, 0)));
    case ClientColumns::Events:
        return formats::count(row.unknownEvents);
    default:
        return {};
    }
}

QString ClientCells::toolTip(const ClientRow &row, int column)
{
    switch (column) {
    case ClientColumns::Address:
        return endpoint(row);
    case ClientColumns::UserAgent:
        return row.userAgent.isEmpty() ? CellText::tr("The client sent no User-Agent header") : userAgent(row);
    case ClientColumns::ConnectedFor:
        return CellText::tr("%1 s").arg(QLocale().toString(double(row.connectedFor.count()) / 1000.0, 'f', 1));
    case ClientColumns::TicksSent:
        return ticksToolTip(row);
    case ClientColumns::RoundTrip:
        return roundTripToolTip(row);
    case ClientColumns::Bytes:
        return formats::exactBytes(row.bytesSent);
    case ClientColumns::Unsent:
        return formats::exactBytes(quint64(qMax<qint64>(row.unsentBytes, 0)));
    case ClientColumns::Events:
        return eventsToolTip(row);
    default:
        return display(row, column);
    }
}

bool ClientCells::isNumeric(int column)
{
    return column >= ClientColumns::ConnectedFor;
}

quint32 ClientCells::changedColumns(const ClientRow &before, const ClientRow &after)
{
    using std::chrono::seconds;
    quint32 changed = 0;
    const auto note = [&changed](ClientColumns::Column column, bool differs) { changed |= quint32(differs) << column; };
    note(ClientColumns::Address, before.address != after.address || before.port != after.port);
    note(ClientColumns::Name, before.name != after.name);
    note(ClientColumns::Transport, before.transport != after.transport);
    note(ClientColumns::UserAgent, before.userAgent != after.userAgent);
    // Shown in seconds; all ages grow alike, so the order by age needs no finer update.
    note(ClientColumns::ConnectedFor, floor<seconds>(before.connectedFor) != floor<seconds>(after.connectedFor));
    note(ClientColumns::Subscriptions,
         before.getsHeadline != after.getsHeadline || before.subscription != after.subscription);
    note(ClientColumns::Rate, before.ticksPerSecond != after.ticksPerSecond);
    note(ClientColumns::Merged, before.ticksMerged != after.ticksMerged);
    note(ClientColumns::RoundTrip, before.roundTrip != after.roundTrip);
    note(ClientColumns::TicksSent, before.ticksSent != after.ticksSent || before.ticksMerged != after.ticksMerged);
    note(ClientColumns::Bytes, before.bytesSent != after.bytesSent);
    note(ClientColumns::Unsent, before.unsentBytes != after.unsentBytes);
    note(ClientColumns::Events,
         before.unknownEvents != after.unknownEvents || before.lastUnknownEvent != after.lastUnknownEvent);
    return changed;
}

} // namespace ticker
