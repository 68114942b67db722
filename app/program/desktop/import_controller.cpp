// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/import_controller.h"

#include "desktop/running_inspection.h"
#include "inspection/open_question.h"
#include "instruments/symbol.h"
#include "market_values/inspection_text.h"
#include "status/notice_bar.h"
#include "tick_columns/given_columns.h"
#include "window/main_window.h"

#include <QFileInfo>

#include <utility>
#include <vector>

namespace ticker {

namespace {

ColumnChoices choicesOf(const QString &columns)
{
    std::vector<ColumnChoices::Item> items;
    const auto given = readGivenColumns(columns);
    if (!given)
        return {};
    for (const GivenColumn &each : *given)
        items.emplace_back(tickFieldName(each.field), QString::fromUtf8(each.column));
    return ColumnChoices(items);
}

QString whyNoSymbol(const QString &text)
{
    return isSymbol(text.toUpper()) ? QString() : LocalizedText::tr("Not a symbol: %1.").arg(symbolRule()).translated();
}

/// Whether a person can say how the file is read.
bool isTable(const FileInspection &inspection)
{
    return !inspection.columns.empty();
}

/// Which may be a market, then.
bool isUnreadable(const FileInspection &inspection)
{
    return !inspection.problem.isEmpty();
}

bool leavesQuestion(const FileInspection &inspection)
{
    return isUnreadable(inspection) || !inspection.doubt.isEmpty()
        || inspection.symbolBy == FileInspection::SymbolBy::Nobody;
}

} // namespace

ImportController::ImportController(MainWindow *window, ReadingMemory memory)
    : m_window(window), m_dialog(new ImportDialog(window, whyNoSymbol)), m_memory(std::move(memory))
{
    connect(m_dialog, &ImportDialog::readingChanged, this, &ImportController::inspect);
    connect(m_dialog, &ImportDialog::forgetWanted, this, [this] { remember({}); });
    connect(m_dialog, &ImportDialog::playWanted, this, &ImportController::accept);
    connect(m_dialog, &ImportDialog::rejected, this, &ImportController::stop);
    connect(window, &MainWindow::shownChanged, this, [this] {
        if (!m_window->isVisible())
            m_dialog->reject(); // it would stay behind
    });
}

ImportController::~ImportController() = default;

void ImportController::look(const FileCommand &command)
{
    stop();
    m_command = command;
    const bool isToBeRead = command.kind == FileCommand::Kind::Open || command.kind == FileCommand::Kind::Play;
    if (!isToBeRead || !QFileInfo(command.path).isFile()) { // what comes through a pipe can be read once only
        play();
        return;
    }
    m_state = State::Looking;
    inspect({});
}

void ImportController::inspect(const FileReading &reading)
{
    m_reading = reading;
    m_running = std::make_unique<RunningInspection>(m_command.path, reading, m_symbol, nullptr);
    connect(m_running.get(), &RunningInspection::told, this, &ImportController::onTold);
}

void ImportController::onTold(const FileInspection &inspection, double progress)
{
    m_latest = inspection;
    m_progress = progress;
    if (m_state == State::Asking)
        m_dialog->showInspection(m_latest, m_progress);
    else if (m_state == State::Looking)
        check();
    else if (m_state == State::Checking)
        tryRemembered();
}

/// It was looked at as it is. What is said of it counts more than what was said of another one.
void ImportController::check()
{
    m_state = State::Checking;
    m_header = ReadingMemory::keyOf(m_latest);
    if (m_command.reading != FileReading())
        return inspect(m_command.reading);
    if (const auto remembered = m_memory.find(m_header))
        m_remembered.emplace(*remembered, m_latest);
    if (m_remembered && m_remembered->isUsed())
        inspect(m_remembered->reading());
    else
        tryRemembered();
}

void ImportController::tryRemembered()
{
    if (m_remembered && m_remembered->waitsFor(m_latest))
        return;
    if (const auto next = m_remembered ? m_remembered->next(m_latest) : std::nullopt)
        inspect(*next);
    else
        decide();
}

void ImportController::decide()
{
    const bool isAsked = m_command.showReading || leavesQuestion(m_latest);
    if (!isTable(m_latest) || !isAsked) {
        play();
    } else if (m_command.kind == FileCommand::Kind::Open && isUnreadable(m_latest)) {
        m_state = State::Opening;
        Q_EMIT wanted(m_command);
    } else {
        ask();
    }
}

/// The server says why, if it cannot be played.
void ImportController::play()
{
    FileCommand command = m_command;
    command.showReading = false;
    if (m_state == State::Checking) {
        command.reading = m_latest.reading;
        if (!isUnreadable(m_latest))
            command.kind = FileCommand::Kind::Play;
    }
    send(command, m_remembered && m_remembered->isUsed());
}

void ImportController::send(const FileCommand &command, bool isRemembered)
{
    stop();
    m_sent = command;
    m_isSentAsRemembered = isRemembered;
    Q_EMIT wanted(command);
}

void ImportController::follow(const FileResult &answer)
{
    tellOfReading(answer);
    const bool isSent = m_sent == answer.command;
    if (isSent)
        m_sent.reset();
    if (m_state == State::Opening) {
        const bool isOurs = answer.command.path == m_command.path;
        if (isOurs && !answer.why.isEmpty() && m_latest.separator != '\0')
            ask();
        else
            stop();
    } else if (isSent && m_state == State::Idle && isTable(m_latest)
               && openQuestion(answer.why) != FileInspection::Question::None) {
        FileCommand again = answer.command; // all of the file had to be read for that
        again.showReading = true;
        look(again);
    }
}

/// Only of a file that does play like that, and as long as it does.
void ImportController::tellOfReading(const FileResult &answer)
{
    using Kind = FileCommand::Kind;
    const Kind kind = answer.command.kind;
    if (kind != Kind::Play && kind != Kind::UseMarket && kind != Kind::LeaveFile)
        return;
    if (!answer.why.isEmpty()) // what plays goes on
        return;
    m_window->notices()->withdraw({NoticeSubject::Kind::Reading});
    if (m_isSentAsRemembered && m_sent == answer.command) {
        const QString arguments = readingArguments(answer.command.reading).join(QLatin1Char(' '));
        m_window->showNotice(tr("Read as the last file with these columns: %1").arg(arguments),
                             {NoticeSubject::Kind::Reading});
    }
}

void ImportController::showSnapshot(const ServerSnapshot &snapshot)
{
    m_symbol = snapshot.marketSymbol;
    m_playback = snapshot.playback;
    if (!m_playback)
        m_window->notices()->withdraw({NoticeSubject::Kind::Reading});
}

void ImportController::ask()
{
    const bool isPlayed = m_playback && m_playback->path == m_command.path && m_playback->reading == m_command.reading
        && m_command.showReading;
    m_state = State::Asking;
    m_dialog->ask(m_command.path, m_reading, choicesOf(m_reading.columns),
                  isPlayed ? ImportDialog::Purpose::PlayAgain : ImportDialog::Purpose::Import);
    m_dialog->showMemory(memoryOfHeader());
    m_dialog->showInspection(m_latest, m_progress);
}

ImportDialog::Memory ImportController::memoryOfHeader() const
{
    if (m_header.isEmpty())
        return ImportDialog::Memory::Impossible;
    const auto remembered = m_memory.find(m_header);
    return remembered && isAsRemembered(m_reading, *remembered) ? ImportDialog::Memory::Used
                                                                : ImportDialog::Memory::Nothing;
}

void ImportController::remember(const FileReading &reading)
{
    const ReadingMemory before = m_memory;
    m_memory.keep(m_header, reading);
    if (m_memory != before)
        Q_EMIT memoryChanged();
}

void ImportController::accept(FileReading reading, bool isToBeRemembered)
{
    remember(isToBeRemembered ? withAnswersOf(reading, m_memory.find(m_header)) : FileReading());
    if (reading.dateOrder == FileReading::DateOrder::ByFile)
        reading.dateOrder = m_latest.reading.dateOrder; // which took reading all of it
    send({FileCommand::Kind::Play, m_command.path, m_command.how, reading}, false);
}

void ImportController::stop()
{
    m_state = State::Idle;
    m_remembered.reset();
    m_running.reset();
}

} // namespace ticker

#include "moc_import_controller.cpp"
