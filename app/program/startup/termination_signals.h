// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace ticker {

/// Turns SIGINT and SIGTERM into a signal of the event loop, so that clients are told before the program ends.
/// Main thread; one at a time. Does nothing on systems without these signals.
class TerminationSignals final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminationSignals)

public:
    explicit TerminationSignals(QObject *parent = nullptr);
    ~TerminationSignals() override;

Q_SIGNALS:
    void received();

private:
    void onReadable();

    QSocketNotifier *m_notifier = nullptr;
};

} // namespace ticker
