// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QKeySequence;
class QMenu;
class QWidget;

namespace ticker {

class SeedDialog;

/// The two ways to another seed: asked for in a dialog, or a new one. Asks by a signal. Main thread; owned by the window as
/// its child.
class SeedActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SeedActions)

public:
    explicit SeedActions(QWidget *window);

    void addTo(QMenu *menu);
    [[nodiscard]] QAction *set() const { return m_set; }
    [[nodiscard]] QAction *renew() const { return m_renew; }

    /// The one that is on, which the dialog begins with.
    void showSeed(quint64 seed) { m_seed = seed; }
    /// Whether there is a market with a seed; if not, why, or nothing, and the dialog goes.
    void setAvailable(bool available, const QString &whyNot = {});
    /// With the window: the dialog would stay behind.
    void closeDialog();

Q_SIGNALS:
    void seedChosen(quint64 seed);

private:
    QAction *makeAction(const QString &name, const QString &text, const QKeySequence &shortcut);

    QWidget *m_window;
    quint64 m_seed = 0;

    // Owned by the window.
    SeedDialog *m_dialog = nullptr;
    QAction *m_set = nullptr;
    QAction *m_renew = nullptr;
};

} // namespace ticker
