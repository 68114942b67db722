// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/forwarded_start.h"
#include "desktop/start_answer.h"
#include "localized_text.h"

#include <QHash>
#include <QList>
#include <QLocalServer>
#include <QObject>
#include <QString>

#include <optional>

class QLocalSocket;

namespace ticker {

/// One desktop program for each user and profile: a second one tells the first how it was started, hears what became of
/// that, and ends. They meet at a local socket in the instanceFolder(), and each looks whose program the other one is.
/// Main thread; owned by runDesktop().
class SingleInstance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleInstance)

public:
    explicit SingleInstance(const QString &profile, QObject *parent = nullptr);

    /// What the first one answered; this one should end. Nothing: there is no first one.
    [[nodiscard]] std::optional<StartAnswer> tellFirst(const ForwardedStart &start);
    /// Becomes the first one. Why no second one will find it, a sentence; nothing: it will.
    [[nodiscard]] std::optional<LocalizedText> listen();
    /// To the second start of that number.
    void answer(quint64 number, const StartAnswer &answer);
    /// Of the local socket: its path. Empty: there is none.
    [[nodiscard]] QString serverName() const { return m_name; }

Q_SIGNALS:
    /// A second one was started, and waits for the answer().
    void secondStarted(const ticker::ForwardedStart &start, quint64 number);

private:
    void onConnection();
    void read(QLocalSocket *socket);
    void leaveUnheard(QLocalSocket *socket);

    QString m_name;
    LocalizedText m_problem;                  ///< Why there is no name.
    QList<QLocalSocket *> m_unheard;          ///< The oldest first. They take themselves out when they are gone.
    QHash<quint64, QLocalSocket *> m_waiting; ///< For an answer(). They take themselves out, too.
    quint64 m_lastNumber = 0;
    QLocalServer m_server; ///< Owns the sockets, and so is gone before the list of them.
};

} // namespace ticker
