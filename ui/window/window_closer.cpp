// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/window_closer.h"

#include "window/close_decision.h"
#include "window/close_question.h"

#include <QGuiApplication>
#include <QWidget>

#include <utility>

namespace ticker {

WindowCloser::WindowCloser(QWidget *window) : QObject(window), m_window(window) { }

bool WindowCloser::close()
{
    // The end of the session must not be held up by a question.
    const bool quitting = m_quitting || qGuiApp->isSavingSession();
    switch (CloseDecision::decide({quitting, m_trayActive, m_noTrayChoice})) {
    case CloseDecision::Hide:
        hideToTray();
        return false;
    case CloseDecision::Ask:
        ask();
        return false;
    case CloseDecision::Minimise:
        Q_EMIT settingsChanged();
        m_window->showMinimized();
        return false;
    case CloseDecision::Quit:
        Q_EMIT settingsChanged();
        if (!quitting)
            Q_EMIT quitRequested();
        return true;
    }
    Q_UNREACHABLE();
}

void WindowCloser::applySettings(const WindowSettings &settings)
{
    m_hintShown = settings.closeHintShown;
    m_noTrayChoice = settings.noTrayChoice;
}

void WindowCloser::addTo(WindowSettings *settings) const
{
    settings->closeHintShown = m_hintShown;
    settings->noTrayChoice = m_noTrayChoice;
}

void WindowCloser::setTrayActive(bool active)
{
    m_trayActive = active;
    if (active && m_question)
        m_question->close(); // nothing left to ask
}

void WindowCloser::hideToTray()
{
    const bool isFirst = !std::exchange(m_hintShown, true);
    Q_EMIT settingsChanged();
    m_window->hide();
    if (isFirst) {
        Q_EMIT hintDue(tr("TickerTray is still running"),
                       tr("Click the tray icon to reopen the window. To quit, choose Quit in the icon's menu or press "
                          "Ctrl+Q in the window."));
    }
}

void WindowCloser::ask()
{
    if (!m_question) {
        m_question = new CloseQuestion(m_window);
        connect(m_question, &CloseQuestion::answered, this, &WindowCloser::answer);
        m_question->open();
    }
    m_question->raise();
    m_question->activateWindow();
}

void WindowCloser::answer(NoTrayChoice choice, bool remember)
{
    if (remember)
        m_noTrayChoice = choice;
    Q_EMIT settingsChanged();
    if (choice == NoTrayChoice::Quit)
        Q_EMIT quitRequested();
    else
        m_window->showMinimized();
}

} // namespace ticker

#include "moc_window_closer.cpp"
