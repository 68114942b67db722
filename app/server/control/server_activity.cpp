// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/server_activity.h"

#include "http_codec/http_message.h"
#include "telemetry/activity_log.h"
#include "telemetry/peer_info.h"

#include <variant>

namespace ticker {

namespace {

constexpr int misdirected = 421;
constexpr int forbidden = 403;
/// Of what a peer sent. The rest says nothing that a person would read.
constexpr qsizetype longestText = 300;

struct Refusal final
{
    Activity::Kind kind;
    QByteArray what;
};

Refusal refusalOf(const HttpRequest &request, const HttpError &error)
{
    if (error.status == misdirected)
        return {Activity::Kind::HostRefused, request.header("host")};
    if (error.status == forbidden && request.headerCount("origin") == 1)
        return {Activity::Kind::OriginRefused, request.header("origin")};
    return {Activity::Kind::RequestRefused, error.text};
}

void complete(Activity &line, const MarketAction &action)
{
    line.text = action.symbol;
    line.detail = MarketAction::nameOf(action.kind);
    line.value = action.value;
}

Activity::Kind kindOf(FileCommand::Kind command)
{
    using Kind = Activity::Kind;
    switch (command) {
    case FileCommand::Kind::UseMarket:
        return Kind::MarketUsed;
    case FileCommand::Kind::LeaveFile:
        return Kind::FileLeft;
    case FileCommand::Kind::Record:
    case FileCommand::Kind::RecordNew:
        return Kind::RecordingStarted;
    case FileCommand::Kind::StopRecording:
        return Kind::RecordingStopped;
    case FileCommand::Kind::Open:
    case FileCommand::Kind::Play:
        break;
    }
    return Kind::FilePlayed;
}

// One for each alternative of a command: the compiler asks for that of a new one.

Activity::Kind kindOf(const ServerCommand::SetPaused &command)
{
    return command.paused ? Activity::Kind::Paused : Activity::Kind::Resumed;
}
Activity::Kind kindOf(const ServerCommand::SingleTick &)
{
    return Activity::Kind::SingleTick;
}
Activity::Kind kindOf(const ServerCommand::SetSeed &)
{
    return Activity::Kind::SeedSet;
}
Activity::Kind kindOf(const TickInterval &)
{
    return Activity::Kind::IntervalSet;
}
Activity::Kind kindOf(const MarketAction &)
{
    return Activity::Kind::MarketActed;
}
Activity::Kind kindOf(const PlaybackCommand &)
{
    return Activity::Kind::PlaybackSteered;
}
Activity::Kind kindOf(const FileCommand &command)
{
    return kindOf(command.kind);
}

Activity::Kind kindOf(const ServerCommand &command)
{
    return std::visit([](const auto &what) { return kindOf(what); }, command.what);
}

} // namespace

/// Null: nobody reads it, or there is too much.
Activity *ServerActivity::add(Activity::Kind kind, const QString &text)
{
    Activity *line = m_log ? m_log->add(kind) : nullptr;
    if (line)
        line->text = text.left(longestText);
    return line;
}

void ServerActivity::addText(Activity::Kind kind, const LocalizedText &text)
{
    if (Activity *line = add(kind, text.english()))
        line->localized = text;
}

void ServerActivity::status(const ServerStatus &status)
{
    switch (status.state) {
    case ServerStatus::State::Listening:
        add(Activity::Kind::Listening, status.url);
        break;
    case ServerStatus::State::Failed:
        addText(Activity::Kind::Failed, status.error ? status.error->message() : LocalizedText());
        break;
    case ServerStatus::State::Stopped:
        add(Activity::Kind::Stopped);
        break;
    }
}

void ServerActivity::refusal(const HttpRequest &request, const PeerInfo &peer, const HttpError &error)
{
    if (!m_log)
        return;
    const Refusal refusal = refusalOf(request, error);
    Activity *line = m_log->addRefusal(refusal.kind, peer);
    if (!line)
        return;
    line->text = QString::fromUtf8(refusal.what.left(longestText));
    if (refusal.kind == Activity::Kind::RequestRefused)
        line->localized = error.notice;
}

Activity::Kind ServerActivity::kindOfRefusal(const HttpRequest &request, const HttpError &error)
{
    return refusalOf(request, error).kind;
}

void ServerActivity::originAllowed(const QString &origin)
{
    add(Activity::Kind::OriginAllowed, origin);
}

void ServerActivity::control(const ServerCommand &command, By by)
{
    Activity *line = m_log ? m_log->add(kindOf(command)) : nullptr;
    if (!line)
        return;
    line->byProgram = by == By::Program;
    if (const auto *seed = std::get_if<ServerCommand::SetSeed>(&command.what))
        line->text = QString::number(seed->seed);
    else if (const auto *interval = std::get_if<TickInterval>(&command.what))
        line->value = interval->hertz();
    else if (const auto *action = std::get_if<MarketAction>(&command.what))
        complete(*line, *action);
}

void ServerActivity::file(const FileResult &answer)
{
    if (answer.why.isEmpty()) {
        add(kindOf(answer.command.kind), answer.command.path);
    } else if (Activity *line = add(Activity::Kind::FileFailed, answer.command.path)) {
        line->detail = answer.why.english().left(longestText);
        line->localized = answer.why;
    }
}

void ServerActivity::notice(const LocalizedText &line)
{
    addText(Activity::Kind::Noticed, line);
}

} // namespace ticker
