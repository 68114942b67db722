// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/file_commands.h"

#include "playback/market_controller.h"

#include <utility>

namespace ticker {

FileCommands::FileCommands(MarketController &market) : m_market(market)
{
    connect(&market, &MarketController::opened, this, [this](const std::optional<LocalizedText> &why) {
        if (const auto command = std::exchange(m_pending, std::nullopt))
            Q_EMIT answered({*command, why.value_or(LocalizedText())});
    });
}

std::optional<FileResult> FileCommands::execute(const FileCommand &command)
{
    FileResult result = carryOut(command);
    // One that was pending has been answered if something else came in its place.
    if (m_pending || !m_market.opening() || m_market.isLoading())
        return result;
    m_pending = result.command;
    return std::nullopt;
}

FileResult FileCommands::carryOut(const FileCommand &command)
{
    const auto answer = [&command](const std::optional<ServerError> &error) {
        return FileResult{command, error ? error->why : LocalizedText()};
    };
    switch (command.kind) {
    case FileCommand::Kind::Open:
        return openAny(command.path);
    case FileCommand::Kind::Play:
        return answer(
            m_market.playFile({command.path, command.how.speed.value_or(1), command.how.skipGaps.value_or(false),
                               command.how.loop.value_or(false), command.reading}));
    case FileCommand::Kind::UseMarket:
        return answer(m_market.useMarket(command.path));
    case FileCommand::Kind::LeaveFile:
        if (const auto error = m_market.leaveFile()) // the market was not read yet, and cannot be
            return {{FileCommand::Kind::UseMarket, m_market.marketFile()}, error->why};
        return answer(std::nullopt);
    case FileCommand::Kind::Record:
        return answer(m_market.record(command.path, TickRecording::Existing::Replaced));
    case FileCommand::Kind::RecordNew:
        return answer(m_market.record(command.path, TickRecording::Existing::Refused));
    case FileCommand::Kind::StopRecording:
        m_market.stopRecording();
        return answer(std::nullopt);
    }
    Q_UNREACHABLE();
    return {};
}

/// No file is both: ticks have a time, which a market must not have.
FileResult FileCommands::openAny(const QString &path)
{
    const auto asTicks = m_market.playFile({path});
    if (!asTicks)
        return {{FileCommand::Kind::Play, path}, {}};
    const auto asMarket = m_market.useMarket(path);
    if (!asMarket)
        return {{FileCommand::Kind::UseMarket, path}, {}};
    return {{FileCommand::Kind::Open, path},
            LocalizedText::tr("Neither a tick file (%1) nor a market file (%2)").arg(asTicks->why).arg(asMarket->why)};
}

} // namespace ticker

#include "moc_file_commands.cpp"
