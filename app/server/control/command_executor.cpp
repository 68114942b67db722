// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/command_executor.h"

#include "playback/file_commands.h"
#include "playback/market_controller.h"
#include "quotes/live_market.h"

#include <utility>
#include <variant>

namespace ticker {

namespace {

QString limitText(double number)
{
    constexpr int digits = 15; // more than any limit has
    return QString::number(number, 'g', digits);
}

} // namespace

CommandResult CommandExecutor::execute(const ServerCommand &command, ServerActivity::By by)
{
    CommandResult result = std::visit([this](const auto &what) { return carryOut(what); }, command.what);
    if (!result.refusal && !result.file && !result.isPending)
        m_activity.control(command, by);
    return result;
}

/// What belongs to a simulated market does not belong to a file.
std::optional<LocalizedText> CommandExecutor::refuseWhileReplaying() const
{
    if (!m_market.isReplaying())
        return std::nullopt;
    return LocalizedText::tr("This is not possible while a file is playing.");
}

CommandResult CommandExecutor::carryOut(const ServerCommand::SetPaused &command)
{
    m_market.setPaused(command.paused);
    return {};
}

CommandResult CommandExecutor::carryOut(const ServerCommand::SingleTick &)
{
    if (auto refusal = refuseWhileReplaying())
        return {std::move(refusal), {}};
    m_market.makeSingleTick();
    return {};
}

CommandResult CommandExecutor::carryOut(const ServerCommand::SetSeed &command)
{
    if (auto refusal = refuseWhileReplaying())
        return {std::move(refusal), {}};
    m_market.setSeed(command.seed);
    return {};
}

CommandResult CommandExecutor::carryOut(const TickInterval &interval)
{
    if (auto refusal = refuseWhileReplaying())
        return {std::move(refusal), {}};
    m_market.setInterval(interval);
    return {};
}

CommandResult CommandExecutor::carryOut(const MarketAction &action)
{
    if (auto refusal = refuseWhileReplaying())
        return {std::move(refusal), {}};
    const MarketAction::Range range = MarketAction::rangeOf(action.kind);
    if (!range.isNone() && !range.contains(action.value)) {
        const LocalizedText wording = range.whole
            ? LocalizedText::tr("The value of \"%1\" must be a whole number between %2 and %3.")
            : LocalizedText::tr("The value of \"%1\" must be between %2 and %3.");
        return {
            wording.arg(MarketAction::nameOf(action.kind)).arg(limitText(range.lowest)).arg(limitText(range.highest)),
            {}};
    }
    if (!m_market.act(action))
        return {LocalizedText::tr("There is no instrument \"%1\" in this market.").arg(action.symbol), {}};
    return {};
}

CommandResult CommandExecutor::carryOut(const PlaybackCommand &command)
{
    return {m_market.controlPlayback(command), {}};
}

CommandResult CommandExecutor::carryOut(const FileCommand &command)
{
    const auto result = m_files.execute(command);
    if (!result)
        return {{}, {}, true};
    m_activity.file(*result);
    return {result->why.isEmpty() ? std::nullopt : std::optional(result->why), result};
}

} // namespace ticker
