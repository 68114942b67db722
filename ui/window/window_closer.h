// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop_values/window_settings.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace ticker {

class CloseQuestion;

/// Carries out what CloseDecision decides for one window: hides it, minimises it, asks, or lets it close.
/// Main thread; owned by the window as its child.
class WindowCloser final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowCloser)

public:
    explicit WindowCloser(QWidget *window);

    /// Answers a close event: whether the window may close.
    [[nodiscard]] bool close();

    /// Takes its part of the settings, and gives it back.
    void applySettings(const WindowSettings &settings);
    void addTo(WindowSettings *settings) const;

    void setTrayActive(bool active);
    [[nodiscard]] bool isTrayActive() const { return m_trayActive; }
    void prepareToQuit() { m_quitting = true; }
    [[nodiscard]] bool isQuitting() const { return m_quitting; }

Q_SIGNALS:
    void quitRequested();
    /// The window went to the tray for the first time.
    void hintDue(const QString &title, const QString &text);
    /// The window closes or hides, or there is something new to remember.
    void settingsChanged();

private:
    void hideToTray();
    void ask();
    void answer(NoTrayChoice choice, bool remember);

    QWidget *m_window;
    QPointer<CloseQuestion> m_question;
    NoTrayChoice m_noTrayChoice = NoTrayChoice::Ask;
    bool m_hintShown = false;
    bool m_trayActive = false;
    bool m_quitting = false;
};

} // namespace ticker
