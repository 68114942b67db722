// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/status_presenter.h"

#include "files/file_text.h"
#include "widgets/formats.h"

#include <QUrl>

namespace ticker {

StatusView StatusPresenter::present(const ServerStatus &status, const ServerSnapshot &snapshot)
{
    using State = StatusView::State;
    switch (status.state) {
    case ServerStatus::State::Stopped:
        return {State::Stopped, tr("Stopped"), tr("TickerTray, stopped"), QStringLiteral("tray-stopped")};
    case ServerStatus::State::Failed:
        return {State::Error, tr("Not running"), describe(status.error.value_or(ServerError())).title,
                QStringLiteral("tray-error")};
    case ServerStatus::State::Listening:
        break;
    }
    const QString file = snapshot.playback ? FileText::shortName(snapshot.playback->name()) : QString();
    const auto toolTip = [&](const QString &state) {
        // The rate asked for: the measured one would change the tool tip all the time.
        return tr("%1, %2, %3, %4", "address, clients, rate or file, state")
            .arg(authority(status), clientCount(snapshot.clients.size()),
                 file.isEmpty() ? formats::rate(snapshot.interval.hertz()) : file, state);
    };
    if (snapshot.paused)
        return {State::Paused, tr("Paused"), toolTip(tr("paused")), QStringLiteral("tray-paused")};
    if (!file.isEmpty() && !snapshot.playback->ended)
        return {State::Running, tr("Playing %1").arg(file), toolTip(tr("playing")), QStringLiteral("tray-running")};
    return {State::Running, tr("Running"), toolTip(tr("running")), QStringLiteral("tray-running")};
}

ErrorText StatusPresenter::describe(const ServerError &error)
{
    const auto title = [&error] {
        switch (error.code) {
        case ServerError::Code::PortInUse:
            return tr("Cannot listen on %1: %2.", "address, why").arg(error.where, error.why.translated());
        case ServerError::Code::AddressNotAvailable:
            return tr("Cannot listen on %1: this computer does not have that address.").arg(error.where);
        case ServerError::Code::PermissionDenied:
            return tr("Cannot listen on %1: the system does not allow it.").arg(error.where);
        case ServerError::Code::WebRootUnreadable:
            return tr("Cannot serve the folder %1: it cannot be read.").arg(error.where);
        case ServerError::Code::MarketUnreadable:
            return tr("Cannot use the market file %1.").arg(error.where);
        case ServerError::Code::FileUnplayable:
            return tr("Cannot play the file %1.").arg(error.where);
        case ServerError::Code::RecordingRefused:
            return tr("Cannot record to the file %1.").arg(error.where);
        case ServerError::Code::Other:
            break;
        }
        if (error.what.isEmpty())
            return tr("The server cannot start.");
        const QString what = error.what.translated();
        return error.where.isEmpty() ? what : tr("%1: %2", "what failed, where").arg(what, error.where);
    };
    // The title of these says all that the system's words do.
    const bool isClear = error.code == ServerError::Code::PortInUse
        || error.code == ServerError::Code::AddressNotAvailable;
    return {title(), isClear ? QString() : error.why.translated()};
}

QString StatusPresenter::authority(const ServerStatus &status)
{
    return status.state == ServerStatus::State::Listening ? QUrl(status.url).authority() : QString();
}

QString StatusPresenter::clientCount(qsizetype clients)
{
    if (clients == 0)
        return tr("no clients");
    return clients == 1 ? tr("1 client") : tr("%1 clients").arg(formats::count(quint64(clients)));
}

} // namespace ticker
