// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/command_executor.h"

#include "playback/market_controller.h"
#include "quotes/live_market.h"

#include <type_traits>

namespace ticker {

CommandResult CommandExecutor::execute(const ServerCommand &command, ServerActivity::By by)
{
    if (const auto *file = std::get_if<FileCommand>(&command.what))
        return executeFile(*file);
    Refusal refusal = std::visit(
        [this](const auto &what) -> Refusal {
            if constexpr (std::is_same_v<std::decay_t<decltype(what)>, FileCommand>)
                return std::nullopt; // executed above
            else
                return carryOut(what);
        },
        command.what);
    if (!refusal)
        m_activity.control(command, by);
    return {std::move(refusal), std::nullopt};
}

CommandResult CommandExecutor::executeFile(const FileCommand &command)
{
    const FileResult result = m_market.execute(command);
    m_activity.file(result);
    return {result.why.isEmpty() ? Refusal() : Refusal(result.why), result};
}

/// What belongs to a simulated market does not belong to a file.
CommandExecutor::Refusal CommandExecutor::refuseWhileReplaying() const
{
    if (!m_market.isReplaying())
        return std::nullopt;
    return LocalizedText::tr("This is not possible while a file is playing.");
}

CommandExecutor::Refusal CommandExecutor::carryOut(const ServerCommand::SetPaused &command)
{
    m_market.setPaused(command.paused);
    return std::nullopt;
}

CommandExecutor::Refusal CommandExecutor::carryOut(const ServerCommand::SingleTick &)
{
    auto refusal = refuseWhileReplaying();
    if (!refusal)
        m_market.makeSingleTick();
    return refusal;
}

CommandExecutor::Refusal CommandExecutor::carryOut(const ServerCommand::SetSeed &command)
{
    auto refusal = refuseWhileReplaying();
    if (!refusal)
        m_market.setSeed(command.seed);
    return refusal;
}

CommandExecutor::Refusal CommandExecutor::carryOut(const TickInterval &interval)
{
    auto refusal = refuseWhileReplaying();
    if (!refusal)
        m_market.setInterval(interval);
    return refusal;
}

CommandExecutor::Refusal CommandExecutor::carryOut(const MarketAction &action)
{
    if (auto refusal = refuseWhileReplaying())
        return refusal;
    const MarketAction::Range range = MarketAction::rangeOf(action.kind);
    if (range.lowest < range.highest && !(action.value >= range.lowest && action.value <= range.highest)) {
        return LocalizedText::tr("The value of \"%1\" must be between %2 and %3.")
            .arg(MarketAction::nameOf(action.kind))
            .arg(QString::number(range.lowest))
            .arg(QString::number(range.highest));
    }
    if (!m_market.market().act(action))
        return LocalizedText::tr("There is no instrument \"%1\" in this market.").arg(action.symbol);
    return std::nullopt;
}

CommandExecutor::Refusal CommandExecutor::carryOut(const PlaybackCommand &command)
{
    return m_market.controlPlayback(command);
}

} // namespace ticker
